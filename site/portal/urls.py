from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, path
from django.views.generic import RedirectView
from wagtail.contrib.sitemaps import views as sitemaps
from wagtail.contrib.sitemaps.sitemap_generator import Sitemap

from portal.views import reading_settings, robots


class Favicon(RedirectView):
    """Browsers ask for this address whatever the page says."""

    def get_redirect_url(self, *args: object, **kwargs: object) -> str:
        return static("img/favicon.svg")


SITEMAPS = {"pages": Sitemap}

urlpatterns: list[URLPattern | URLResolver] = [
    path("settings/reading/", reading_settings, name="reading-settings"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", Favicon.as_view()),
    # An index: one file of a sitemap may hold 50,000 addresses, and a bank outgrows it.
    path("sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"}),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
