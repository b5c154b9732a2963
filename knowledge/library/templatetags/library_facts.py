"""What the page of a normative document shows of it (``{% load library_facts %}``)."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from knowledge.library.body import Paragraph
from knowledge.library.models import NormativeDocumentPage

register = template.Library()

LONG = 6_000
"""Characters of a text that is folded on the page."""


@register.filter
def particulars(page: NormativeDocumentPage) -> list[tuple[str, Any]]:
    """Return pairs for the list of facts; empty ones are left out by the component."""
    return [
        (_("Status"), page.status.label),
        (_("Level"), page.get_level_display()),
        (_("Issued by"), page.issuer),
        (_("Number of the act"), page.act_number),
        (_("Date of the act"), _day(page.act_date)),
        (_("In force from"), _day(page.valid_from)),
        (_("In force until"), _day(page.valid_to)),
        (_("Territory"), page.jurisdiction),
        (_("Subject"), page.subject),
    ]


def _day(day: Any) -> str:
    return date_format(day, "j E Y") if day else ""


@register.filter
def file_of(page: NormativeDocumentPage) -> list[Any]:
    """Return the page's file as a list for the component."""
    return [page.document]


@register.filter
def is_long(text: Iterable[Paragraph]) -> bool:
    return sum(len(paragraph.text) for paragraph in text) > LONG
