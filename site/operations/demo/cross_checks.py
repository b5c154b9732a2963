"""What one record of the sample content cannot know about the others."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from operations.demo.base import When, day_of
from operations.demo.works import Work

if TYPE_CHECKING:
    from operations.demo.associations import Association
    from operations.demo.content import Content
    from operations.demo.town import Vocabularies

TYPES = {"material": "material_types", "experience": "experience_kinds", "innovation": "innovation_kinds"}
STAGES = {"experience": "experience_stages", "innovation": "innovation_stages"}
LOADING_DAY = date(2026, 11, 22)
"""The day the sample was written for: offsets are compared with fixed dates as if it were loaded then."""


def faults(content: "Content") -> list[str]:
    """Every broken reference, repeated key or impossible date, in words."""
    return [
        *_repeated(content),
        *_town(content),
        *(fault for association in content.associations for fault in _association(association, content)),
        *(fault for work in content.works for fault in _work(work, content)),
        *_feed(content),
    ]


def _repeated(content: "Content") -> Iterator[str]:
    keys: dict[str, Iterable[str]] = {
        "organisations": (item.key for item in content.organisations),
        "people": (item.key for item in content.people),
        "associations": (item.key for item in content.associations),
        "works": (item.key for item in content.works),
        "titles of works": (item.title for item in content.works),
        "news": (item.slug for item in content.news),
        "events": (item.slug for item in content.events),
        "library": (item.slug for item in content.library),
        "files": (file.filename for work in content.works for file in work.attachments),
    }
    for name, values in keys.items():
        yield from (f"{name}: {value} is repeated" for value, times in Counter(values).items() if times > 1)


def _missing(where: str, wanted: Iterable[str | None], known: Iterable[str]) -> Iterator[str]:
    for key in {item for item in wanted if item} - set(known):
        yield f"{where}: unknown {key}"


def _town(content: "Content") -> Iterator[str]:
    organisations = {item.key for item in content.organisations}
    yield from _missing("service", [content.service.director], content.people_by_key)
    for person in content.people:
        yield from _missing(person.key, [person.organisation], organisations)


def _association(association: "Association", content: "Content") -> Iterator[str]:
    terms, where = content.vocabularies, association.key
    held = [association.head, *association.former_heads]
    members = [member.person for member in association.members]
    yield from _missing(
        where, [*members, association.curator, *(item.person for item in held)], content.people_by_key
    )
    yield from _missing(where, [association.direction], terms.slugs("subjects"))
    yield from _missing(where, association.spheres, terms.slugs("spheres"))
    yield from _missing(where, association.levels, terms.slugs("levels"))
    yield from _missing(where, association.activity_kinds, terms.slugs("activity_kinds"))
    yield from _missing(
        where, [partner.kind for partner in association.partners], terms.slugs("partner_kinds")
    )
    if len(members) != len(set(members)):
        yield f"{where}: a member is listed twice"
    held.sort(key=lambda appointment: appointment.since)
    for earlier, later in pairwise(held):
        if earlier.until is None or earlier.until >= later.since:
            yield f"{where}: two heads in force on {later.since}"


def _work(work: Work, content: "Content") -> Iterator[str]:
    terms, where = content.vocabularies, work.key
    people = content.people_by_key
    organisations = {item.key for item in content.organisations}
    yield from _missing(where, [*work.authors.people, work.submitted_by], people)
    yield from _missing(where, [work.authors.organisation, *work.introduced_at], organisations)
    yield from _missing(where, [work.association], content.associations_by_key)
    yield from _terms(work, terms)
    yield from _dates(work)
    association = content.associations_by_key.get(work.association)
    if association and work.recommendation:
        yield from _recommendation(work, association, people)


def _terms(work: Work, terms: "Vocabularies") -> Iterator[str]:
    yield from _missing(work.key, [work.type], terms.slugs(TYPES[work.bank]))
    yield from _missing(work.key, [work.form], terms.slugs("innovation_forms"))
    yield from _missing(work.key, work.subjects, terms.slugs("subjects"))
    yield from _missing(work.key, work.levels, terms.slugs("levels"))
    yield from _missing(work.key, work.audiences, terms.slugs("audiences"))
    yield from _missing(work.key, [work.event_form], terms.slugs("event_forms"))
    yield from _missing(work.key, [work.licence], terms.slugs("licences"))
    if work.stage:
        yield from _missing(work.key, [work.stage], terms.slugs(STAGES[work.bank]))


def moments(work: Work) -> list[When]:
    """The moments of a work's history in the order in which they must have happened."""
    marks = (work.returned, work.declined, work.recommendation)
    told: list[When | None] = [
        work.created,
        work.submitted,
        *(mark.day for mark in marks if mark),
        work.published,
    ]
    return [when for when in (*told, work.withdrawn.day if work.withdrawn else None) if when is not None]


def _dates(work: Work) -> Iterator[str]:
    days = [day_of(when, LOADING_DAY) for when in moments(work)]
    if days != sorted(days):
        yield f"{work.key}: dates go backwards"
    if days[-1] > LOADING_DAY:
        yield f"{work.key}: a date lies in the future"


def _recommendation(work: Work, association: "Association", people: Iterable[str]) -> Iterator[str]:
    told = work.recommendation
    assert told is not None  # noqa: S101
    held = association.head_on(day_of(told.day, LOADING_DAY))
    reviewer = told.reviewer or (held.person if held else None)
    if reviewer is None:
        yield f"{work.key}: nobody headed {association.key} on {told.day}"
        return
    yield from _missing(work.key, [reviewer], people)
    if reviewer in work.authors.people or reviewer == work.submitted_by:
        yield f"{work.key}: {reviewer} recommends own work"


def _feed(content: "Content") -> Iterator[str]:
    organisations = {item.key for item in content.organisations}
    for news in content.news:
        yield from _missing(news.slug, [news.association], content.associations_by_key)
    for event in content.events:
        yield from _missing(event.slug, [event.association], content.associations_by_key)
        yield from _missing(event.slug, [event.place], organisations)
        yield from _missing(event.slug, [event.form], content.vocabularies.slugs("event_forms"))
