"""How to refer to a work, by GOST R 7.0.100-2018: a part of a site, read on some day.

The words of the record are Russian whatever the interface speaks: it is made in the language of the work.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

HEADED = 3
"""Up to so many authors, the first one heads the record (GOST R 7.80-2000)."""
ALL_NAMED = 4
"""Up to so many are all named after the slash; of more, the first three."""
OTHERS = "[и др.]"


def cite(work: Any, authors: Sequence[Any], service: str, address: str, on: date) -> str:
    """Return the reference.

    Args:
        work: the published work.
        authors: its educators, in the order of the title page.
        service: the site's name.
        address: the full address of the page.
        on: the day of reading.
    """
    heading, responsibility = _names(work, authors)
    title = work.title.strip().rstrip(".")
    if kind := str(work.kind or ""):
        title += f" : {kind[:1].lower()}{kind[1:]}"
    if responsibility:
        title += f" / {responsibility}"
    areas = [
        f"{heading} {title}" if heading else title,
        f"Текст : электронный // {service} : [сайт]",
        str(work.first_published_at.year) if work.first_published_at else "",
        f"№ {work.entry.number}" if hasattr(work, "entry") else "",
        f"URL: {address} (дата обращения: {on:%d.%m.%Y})",
    ]
    return ". — ".join(area for area in areas if area) + "."


def _names(work: Any, authors: Sequence[Any]) -> tuple[str, str]:
    """Return the heading and the statement of responsibility."""
    if work.author_kind == work.AuthorKind.ORGANISATION and work.organisation:
        return "", work.organisation.name
    if work.author_kind == work.AuthorKind.ASSOCIATION or not authors:
        return "", str(work.association or "")
    heading = f"{authors[0].surname}, {_initials(authors[0])}" if len(authors) <= HEADED else ""
    named = authors if len(authors) <= ALL_NAMED else authors[:HEADED]
    names = ", ".join(f"{_initials(person)} {person.surname}".strip() for person in named)
    return heading, names if named is authors else f"{names} {OTHERS}"


def _initials(person: Any) -> str:
    """Return «Е. В.»; a name of two parts keeps both: «А.-М.»."""
    parts = (part for part in (person.name, person.patronymic) if part)
    return " ".join("-".join(f"{half[0]}." for half in part.split("-") if half) for part in parts)
