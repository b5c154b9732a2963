"""What every reader may see, asked of the database once for a whole request."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page


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
