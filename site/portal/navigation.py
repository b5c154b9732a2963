"""Sections of the site: the addresses are fixed, see docs/architecture.md §4."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Section:
    url: str
    label: str | Promise

    def current(self, path: str) -> str:
        """Return the value of ``aria-current`` for a reader standing at ``path``."""
        if path == self.url:
            return "page"
        return "true" if path.startswith(self.url) else ""


SECTIONS = (
    Section("/associations/", _("Associations")),
    Section("/materials/", _("Materials")),
    Section("/experience/", _("Experience")),
    Section("/innovations/", _("Innovations")),
    Section("/library/", _("Documents")),
    Section("/events/", _("Events")),
    Section("/news/", _("News")),
)


def sections_at(path: str) -> list[tuple[Section, str]]:
    """Return every section with its ``aria-current`` value."""
    return [(section, section.current(path)) for section in SECTIONS]
