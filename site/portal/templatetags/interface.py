"""Tags and filters of the interface's parts (``{% load interface %}``)."""

from typing import Any
from zlib import crc32

from django import template
from django.template import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from portal import counting, typography

register = template.Library()

AREAS = 5
_FILE_ICONS = {
    "pdf": "file-type-pdf",
    "docx": "file-type-docx",
    "pptx": "presentation",
}
_TONE_ICONS = {"ok": "rosette-discount-check", "warn": "alert-triangle", "bad": "x", "info": "info-circle"}
_MESSAGE_TONES = {"success": "ok", "warning": "warn", "error": "bad"}


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """Draw a symbol of the sprite; decoration only, the word stands beside it."""
    return format_html(
        '<svg class="icon{}" aria-hidden="true" width="24" height="24"><use href="{}#{}"/></svg>',
        f" {css}" if css else "",
        static("img/icons.svg"),
        name,
    )


@register.filter
def tone_icon(tone: str) -> str:
    return _TONE_ICONS.get(tone, "")


@register.filter
def message_tone(tags: str) -> str:
    """Return the tone of a Django message by its tags."""
    return next((tone for tag, tone in _MESSAGE_TONES.items() if tag in tags.split()), "info")


@register.filter
def file_icon(extension: str) -> str:
    return _FILE_ICONS.get(extension.lower().lstrip("."), "file-text")


@register.filter
def typo(text: Any) -> str:
    """Put no-break spaces where Russian typography wants them; what was safe markup stays so."""
    if hasattr(text, "__html__"):  # a safe string or Wagtail's rich text
        return mark_safe(typography.typographed(text.__html__()))  # noqa: S308 - it was safe before
    return typography.typographed(str(text))


@register.filter
def counted(number: int | None, word: str) -> str:
    """Write a number with its word: ``{{ 21|counted:"works" }}`` → «21 работа»."""
    return counting.counted(number or 0, word)


@register.filter
def initials(name: object) -> str:
    return typography.initials(str(name))


@register.filter
def abbreviation(subject: object) -> str:
    """Return the letters of a subject's tile: its own short name, else two letters of its title."""
    if not subject:
        return ""
    return getattr(subject, "abbreviation", "") or typography.abbreviation(str(subject))


@register.filter
def area(subject: object) -> int:
    """Return the tile's colour 1…5: the subject's own, else one that follows from its title."""
    return getattr(subject, "area", None) or crc32(str(subject).encode()) % AREAS + 1


@register.inclusion_tag("components/crumbs.html", takes_context=True)
def breadcrumbs(context: Context) -> dict[str, Any]:
    """Show the way down to the page.

    A view gives ``crumbs``, pairs of title and address without the home page; a Wagtail page gives
    its ancestors. ``crumbs = []`` shows nothing.
    """
    crumbs = context.get("crumbs")
    page = context.get("page")
    if crumbs is None and page is not None and hasattr(page, "get_ancestors"):
        request = context.get("request")
        above = page.get_ancestors().filter(depth__gt=1).defer_streamfields()
        crumbs = [(item.title, item.get_url(request)) for item in above]
    elif crumbs:
        crumbs = [(_("Home"), "/"), *crumbs]
    return {"crumbs": crumbs or []}
