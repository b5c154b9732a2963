"""The history of a page in the words of its readers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import PageLogEntry

LABELS: dict[str, Any] = {
    "review.submit": _("Submitted"),
    "review.recall": _("Taken back by the author"),
    "review.recommend": _("Recommended"),
    "review.consent": _("Agreed"),
    "review.return": _("Returned with remarks"),
    "review.decline": _("Declined"),
    "review.publish": _("Registered and published"),
    "review.withdraw": _("Withdrawn"),
}
PUBLIC = ("review.submit", "review.recommend", "review.publish")
KEY = ("review.recommend", "review.publish")


@dataclass(frozen=True)
class Act:
    """One act: when (aware), what, who in what office, with what words."""

    when: datetime
    label: Any
    name: str
    office: str
    text: str
    is_key: bool


def timeline(page: Any, *, public: bool = False) -> list[Act]:
    """Return the acts on a page, oldest first; for the public without names of offices' inner talk."""
    actions = PUBLIC if public else tuple(LABELS)
    entries = PageLogEntry.objects.filter(page=page.pk, action__in=actions).order_by("timestamp", "pk")
    return [
        Act(
            when=entry.timestamp,
            label=LABELS[entry.action],
            name="" if public and entry.action != "review.recommend" else entry.data.get("name", ""),
            office=entry.data.get("office", ""),
            text="" if public and entry.action != "review.recommend" else entry.data.get("text", ""),
            is_key=entry.action in KEY,
        )
        for entry in entries
    ]
