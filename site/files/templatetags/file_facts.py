"""What a reader wants to know of a file before opening it (``{% load file_facts %}``)."""

from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

register = template.Library()

KILO = 1024
TENTHS_BELOW = 10
"""A size under ten of its units is told with one decimal."""


@register.filter
def file_size(size: int | None) -> str:
    """Write a number of bytes as people do: «2,4 МБ», «310 КБ»."""
    amount = float(max(size or 0, 1)) / KILO
    if amount < KILO:
        return _("%(size)s KB") % {"size": _rounded(max(amount, 0.1))}
    return _("%(size)s MB") % {"size": _rounded(amount / KILO)}


def _rounded(amount: float) -> str:
    whole = amount >= TENTHS_BELOW or round(amount, 1) == round(amount)
    return number_format(round(amount) if whole else round(amount, 1), 0 if whole else 1)


@register.filter
def file_extent(file: Any) -> str:
    """Write how long a file is: «38 страниц», «24 слайда»; empty when nobody counted."""
    count = getattr(file, "pages", None)
    if not count:
        return ""
    if str(file.extension).upper() == "PPTX":
        return ngettext("%(count)s slide", "%(count)s slides", count) % {"count": count}
    return ngettext("%(count)s page", "%(count)s pages", count) % {"count": count}
