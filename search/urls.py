from django.urls import URLPattern, URLResolver, path

from . import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.results, name="search"),
    path("suggest/", views.suggestions, name="search_suggest"),
]
