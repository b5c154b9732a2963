"""Small queries about pages that several templates share."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page, Site


def shown(request: HttpRequest, pages: Any) -> Any:
    """Return those of ``pages`` that every reader may see.

    The same as ``live().public()``, but the list of closed pages is read once for the whole request:
    ``public()`` reads it at every call.
    """
    closed: Q | None = getattr(request, "_closed_pages", None)
    if closed is None:
        closed = Page.objects.all().private_q()
        setattr(request, "_closed_pages", closed)  # noqa: B010 - the request is not ours to type
    return pages.live().exclude(closed)


def footer_pages(request: HttpRequest) -> list[tuple[str, str]]:
    """Return titles and addresses of the ordinary pages that editors marked «show in menus»."""
    from portal.models import StandardPage

    site = Site.find_for_request(request)
    if site is None:
        return []
    pages = shown(request, StandardPage.objects.descendant_of(site.root_page)).in_menu().defer_streamfields()
    return [(page.title, page.get_url(request)) for page in pages]
