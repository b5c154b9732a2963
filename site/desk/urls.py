"""Addresses of the desks."""

from django.urls import include, path

from .views import decisions, home, previews, writing

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("passport/", include("desk.passport.urls")),
    path("works/new/", writing.choose_bank, name="new"),
    path("works/new/<slug:bank>/", writing.create, name="create"),
    path("works/<int:pk>/", decisions.work, name="work"),
    path("works/<int:pk>/edit/", writing.edit, name="edit"),
    path("works/<int:pk>/preview/", previews.preview, name="preview"),
    path("works/<int:pk>/submit/", decisions.submit, name="submit"),
    path("works/<int:pk>/recall/", decisions.recall, name="recall"),
    path("works/<int:pk>/withdraw/", decisions.withdraw, name="withdraw"),
    path("works/<int:pk>/delete/", writing.delete, name="delete"),
    path("works/<int:pk>/decide/<slug:verb>/", decisions.decide, name="decide"),
]
