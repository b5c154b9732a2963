"""Small queries about pages that several templates share."""

from django.http import HttpRequest
from wagtail.models import Page, Site


def footer_pages(request: HttpRequest) -> list[tuple[str, str]]:
    """Return titles and addresses of the ordinary pages that editors marked «show in menus»."""
    from portal.models import StandardPage

    site = Site.find_for_request(request)
    if site is None:
        return []
    root = Page.objects.get(pk=site.root_page_id)
    pages = StandardPage.objects.descendant_of(root).live().public().in_menu().defer_streamfields()
    return [(page.title, page.get_url(request)) for page in pages]
