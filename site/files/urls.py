from django.urls import path

from .views import document, rendition

urlpatterns = [
    path("documents/<int:document_id>/<str:name>", document, name="files_document"),
    path("media/images/<path:name>", rendition, name="files_rendition"),
]
