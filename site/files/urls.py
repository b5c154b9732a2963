from django.urls import path

from .views import rendition

urlpatterns = [path("images/<path:name>", rendition, name="files_rendition")]
