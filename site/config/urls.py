"""Every address of the site; Wagtail's pages come last."""

from typing import NoReturn

from django.http import Http404, HttpRequest
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls


def not_offered(request: HttpRequest, **kwargs: str) -> NoReturn:
    """Answer as if there were nothing.

    Raises:
        Http404: always.
    """
    raise Http404


urlpatterns = [
    path("accounts/", include("accounts.urls")),
    # Wagtail's own forms would let a password in without the second factor.
    path("cms/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    # The admin's own screens do not use these lists, and they name every teacher's file to every role.
    *(
        path(f"cms/api/main/{kind}/{rest}", not_offered)
        for kind in ("documents", "images")
        for rest in ("", "<path:rest>")
    ),
    path("cms/", include(wagtailadmin_urls)),
    path("", include("files.urls")),
    path("documents/", include(wagtaildocs_urls)),
    path("desk/", include("desk.urls")),
    path("search/", include("search.urls")),
    path("regulations/", include("knowledge.regulations.urls")),
    path("", include("operations.urls")),
    path("", include("portal.urls")),
    path("", include(wagtail_urls)),
]

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.forbidden"
handler404 = "portal.errors.not_found"
handler500 = "portal.errors.server_error"
