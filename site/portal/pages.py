"""Small queries about pages that several templates share."""

from django.http import HttpRequest
from wagtail.models import Site

from search.shown import shown

__all__ = ["footer_pages", "shown"]


def footer_pages(request: HttpRequest) -> list[tuple[str, str]]:
    """Return titles and addresses of the ordinary pages that editors marked «show in menus»."""
    from portal.models import StandardPage

    site = Site.find_for_request(request)
    if site is None:
        return []
    pages = shown(request, StandardPage.objects.descendant_of(site.root_page)).in_menu().defer_streamfields()
    return [(page.title, page.get_url(request)) for page in pages]
