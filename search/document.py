"""What the index holds of one page: only what an anonymous visitor may see."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone


@dataclass(frozen=True, slots=True)
class FileText:
    """A published attachment: the name readers see and the words inside it."""

    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One page as the search sees it.

    ``facets`` maps a facet's name to the values of this page (slugs or years, never labels).
    ``version`` is the outbox row that caused the writing; a late duplicate with a lower one loses.
    """

    key: str
    type: str
    title: str
    url: str
    text: str = ""
    files: tuple[FileText, ...] = ()
    summary: str = ""
    authors: tuple[str, ...] = ()
    date: dt.date | None = None
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    version: int = 0

    def __post_init__(self) -> None:
        if isinstance(self.date, dt.datetime):  # a moment passes for a date until it meets one
            moment = timezone.localtime(self.date) if timezone.is_aware(self.date) else self.date
            object.__setattr__(self, "date", moment.date())

    def all_facets(self) -> dict[str, tuple[str, ...]]:
        """Return the page's facets with those that follow from its other fields: type and year."""
        own = {name: tuple(str(value) for value in values if value) for name, values in self.facets.items()}
        own["type"] = (self.type,)
        if self.date is not None:
            own.setdefault("year", (str(self.date.year),))
        return own

    def card(self) -> dict[str, Any]:
        """Return what a result row shows, without the long texts, fit for JSON."""
        return {
            "key": self.key,
            "type": self.type,
            "title": self.title,
            "url": self.url,
            "summary": self.summary,
            "authors": list(self.authors),
            "date": self.date.isoformat() if self.date else None,
            "facets": {name: list(values) for name, values in sorted(self.all_facets().items())},
        }

    def digest(self) -> str:
        """Return a fingerprint of the content: equal digests need no new writing."""
        digest = hashlib.blake2b(json.dumps(self.card(), ensure_ascii=False).encode(), digest_size=12)
        for part in (self.text, *(part for file in self.files for part in (file.name, file.text))):
            digest.update(b"\0" + part.encode())
        return digest.hexdigest()


def card_from_json(data: Mapping[str, Any]) -> SearchDocument:
    """Return the document of a stored card; its long texts stay in the index."""
    return SearchDocument(
        key=data["key"],
        type=data["type"],
        title=data["title"],
        url=data["url"],
        summary=data["summary"],
        authors=tuple(data["authors"]),
        date=dt.date.fromisoformat(data["date"]) if data["date"] else None,
        facets={name: tuple(values) for name, values in data["facets"].items()},
    )
