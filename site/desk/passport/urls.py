"""Addresses of the passports' desk; the namespace is the desk's own."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.passports, name="passports"),
    path("<int:pk>/", views.passport, name="passport"),
    path("<int:pk>/review/", views.passport, name="passport_review"),
    path("<int:pk>/edit/", views.edit, name="passport_edit"),
    path("<int:pk>/preview/", views.preview, name="passport_preview"),
    path("<int:pk>/publish/", views.publish, name="passport_publish"),
    path("<int:pk>/recall/", views.recall, name="passport_recall"),
    path("<int:pk>/decide/<slug:verb>/", views.decide, name="passport_decide"),
]
