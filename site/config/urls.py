"""Every address of the site; Wagtail's pages come last."""

from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("accounts/", include("accounts.urls")),
    # Wagtail's own forms would let a password in without the second factor.
    path("cms/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
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
