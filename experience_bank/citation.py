"""How to refer to a work, by GOST R 7.0.100-2018 (a document of an electronic resource)."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

MANY = 4


def cite(work: Any, service: str, address: str, on: date) -> str:
    """Return the reference.

    Args:
        work: the published work.
        service: the publisher's name.
        address: the full address of the page.
        on: the day of reading.
    """
    heading, responsibility = _names(work)
    number = work.entry.number if hasattr(work, "entry") else ""
    published = work.first_published_at
    parts = [
        f"{heading} {work.title}" if heading else work.title,
        f" / {responsibility}" if responsibility else "",
        f". — {service}" if service else "",
        f", {published.year}" if published else "",
        f". — № {number}" if number else "",
        f". — URL: {address} (",
        _("read on %(day)s") % {"day": date_format(on, "d.m.Y")},
        "). — ",
        _("Text: electronic."),
    ]
    return "".join(parts)


def _names(work: Any) -> tuple[str, str]:
    """Return the heading (one to three authors: the first one) and the statement of responsibility."""
    if work.author_kind == work.AuthorKind.ORGANISATION and work.organisation:
        return "", work.organisation.name
    people = [author.educator for author in work.authors.all()]
    if work.author_kind == work.AuthorKind.ASSOCIATION or not people:
        return "", str(work.association or "")
    straight = [_straight(person) for person in people]
    if len(people) >= MANY:
        return "", _("%(names)s [et al.]") % {"names": ", ".join(straight[: MANY - 1])}
    return people[0].short_name.replace(" ", ", ", 1), ", ".join(straight)


def _straight(person: Any) -> str:
    initials = " ".join(f"{part[0]}." for part in (person.name, person.patronymic) if part)
    return f"{initials} {person.surname}".strip()
