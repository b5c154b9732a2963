"""What readers see of an association. Members appear as a number and as organisations, never by name."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from knowledge.people.models import EducatorRecord, Organisation
from review.clock import today
from search.shown import shown

from .models import AssociationPage, HeadAppointment
from .rules import edition_for

WORKS = 5
SMALLEST_GROUP = 5
"""Fewer people of one value could be recognised [privacy]."""
QUALITIES = ("category", "education")
TONES = {
    AssociationPage.Status.ACTIVE: "ok",
    AssociationPage.Status.REORGANISED: "warn",
    AssociationPage.Status.LIQUIDATED: "bad",
}


@dataclass(frozen=True)
class Person:
    """An office holder as a reader sees one."""

    name: str
    post: str
    url: str = ""


def passport_context(page: AssociationPage, request: HttpRequest) -> dict[str, Any]:
    """Return what the passport shows besides its own fields, in a constant number of queries."""
    day = today()
    edition = edition_for(page, day)
    head = head_in_force(page)
    members = page.memberships.in_force(day)
    works = shown(request, page.works).newest()
    return {
        "kind": edition.kind_abbr if edition else "",
        "kind_words": (edition.kind.full.value or "") if edition else "",
        "edition": edition,
        "head": head,
        "head_person": [_head_person(head)] if head else [],
        "curator_person": [Person(page.curator.get_full_name(), "")] if page.curator else [],
        "members": members.values("educator").distinct().count(),
        "organisations": _organisations(members),
        "composition": composition(members),
        "works": list(works.for_rows()[:WORKS]),
        "works_total": works.count(),
        "regulation_page": regulation_of(page, request),
        "status_tone": TONES[AssociationPage.Status(page.status)],
    }


def regulation_of(page: AssociationPage, request: HttpRequest) -> Page | None:
    """Return the regulation's page in the library, when everybody may read it."""
    if page.regulation_page_id is None:
        return None
    found: Page | None = shown(request, Page.objects.filter(pk=page.regulation_page_id)).first()
    return found


def head_in_force(page: AssociationPage) -> HeadAppointment | None:
    """Return the appointment in force today with its educator."""
    heads = page.appointments.in_force(today()).select_related("educator__organisation")
    found: HeadAppointment | None = heads.first()
    return found


def composition(members: QuerySet[Any]) -> list[tuple[str, list[tuple[str, int]]]]:
    """Return the qualitative composition: heading and (value, people), without recognisable groups."""
    records = EducatorRecord.objects.filter(educator__in=members.values("educator"))
    rows = list(records.values_list(*QUALITIES))
    found = []
    for place, name in enumerate(QUALITIES):
        field = EducatorRecord._meta.get_field(name)
        labels = dict(field.flatchoices)  # type: ignore[union-attr]
        shown = safe_groups(row[place] for row in rows)
        groups = [(str(labels[value]), number) for value, number in shown if value]
        if groups:
            found.append((str(field.verbose_name), groups))  # type: ignore[union-attr]
    return found


def safe_groups(values: Iterable[str]) -> list[tuple[str, int]]:
    """Return values with their numbers of people, the largest first, and no group that can be recognised.

    Small groups are left out; so that nobody finds one by subtraction, the rest left out together is never
    smaller than a group may be.
    """
    counts = Counter(values).most_common()
    shown = [(value, number) for value, number in counts if number >= SMALLEST_GROUP]
    hidden = sum(number for _value, number in counts) - sum(number for _value, number in shown)
    if shown and 0 < hidden < SMALLEST_GROUP:
        shown.pop()
    return shown


def _head_person(head: HeadAppointment) -> Person:
    educator = head.educator
    return Person(educator.full_name, f"{educator.position}, {educator.organisation}")


def _organisations(members: QuerySet[Any]) -> list[str]:
    found = Organisation.objects.filter(educators__in=members.values("educator")).distinct()
    return list(found.order_by("short_name").values_list("short_name", flat=True))
