"""What the frame of every page needs; nothing here touches the database before a template asks."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from portal import reading
from portal.models import ServiceSettings
from portal.navigation import sections_at
from portal.pages import footer_pages


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the service's names and contacts, the sections and the reader's display settings."""
    chosen = reading.load(request.COOKIES)
    return {
        "service": SimpleLazyObject(lambda: ServiceSettings.of(request)),
        "sections": sections_at(request.path),
        "reading": chosen,
        "reading_settings": [(setting, chosen.get(setting.name, "")) for setting in reading.SETTINGS],
        "footer_pages": SimpleLazyObject(lambda: footer_pages(request)),
    }
