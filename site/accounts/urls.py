from django.urls import include, path

from accounts import views

urlpatterns = [
    # E-mail is kept by the administrator and nobody signs up; allauth redirects to these names, so they stay.
    path("email/", views.closed),
    path("confirm-email/", views.closed),
    path("confirm-email/<str:key>/", views.closed),
    path("password/set/", views.closed),
    path("login/code/confirm/", views.closed),
    path("", include("allauth.urls")),
]
