"""Addresses of the profiles' public pages."""

from django.urls import path

from . import views

app_name = "regulations"
urlpatterns = [
    path("", views.profile_list, name="index"),
    path("<slug:slug>/", views.profile_page, name="profile"),
]
