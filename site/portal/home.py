"""What the home page shows of the other rooms, in a fixed number of queries."""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch
from django.http import HttpRequest
from django.utils.translation import gettext as _

from experience_bank.models import MethodicalMaterialPage, WorkAuthor, WorkPage
from knowledge.associations.models import AssociationPage
from knowledge.vocabularies.models import Subject
from portal.pages import shown
from review.models import Recommendation

UPCOMING = 3
NEWS = 4
WORKS = 3
SUBJECTS = 12
_AUTHORS = 2


def home_context(request: HttpRequest) -> dict[str, Any]:
    """Return the parts of the home page; every list has a fixed length, every count is one query."""
    from portal.models import EventPage, NewsPage

    return {
        "upcoming": list(shown(request, EventPage.objects.defer_streamfields()).upcoming()[:UPCOMING]),
        "news": list(shown(request, NewsPage.objects.defer_streamfields()).newest()[:NEWS]),
        "works": new_works(request),
        "counts": {
            "works": shown(request, WorkPage.objects).count(),
            "associations": shown(request, AssociationPage.objects).count(),
        },
        "subjects": subject_counts(request),
    }


def new_works(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the newest works of all banks as rows of a list."""
    recommended = Recommendation.objects.filter(
        page=OuterRef("pk"), verdict=Recommendation.Verdict.RECOMMENDED, voided_at=None
    )
    authors = Prefetch("authors", WorkAuthor.objects.select_related("educator__organisation"))
    works = shown(request, WorkPage.objects.defer_streamfields()).newest().select_related("association")
    works = works.prefetch_related(authors, "subjects").annotate(recommended=Exists(recommended))
    return [_row(work, request) for work in works[:WORKS]]


def _row(work: Any, request: HttpRequest) -> dict[str, Any]:
    subject = next(iter(work.subjects.all()), None)
    return {
        "url": work.get_url(request),
        "title": work.title,
        "kind": str(work.specific_class._meta.verbose_name).capitalize(),
        "state": _("Recommended") if work.recommended else "",
        "state_tone": "ok",
        "subject": subject,
        "text": work.annotation,
        "by": _by(work),
        "grades": work.grades,
        "when": work.first_published_at,
    }


def _by(work: Any) -> str:
    """Return who made the work: at most two names, or the association."""
    people = [author.educator for author in work.authors.all()]
    if not people:
        return str(work.association or "")
    names = ", ".join(person.short_name for person in people[:_AUTHORS])
    if len(people) > _AUTHORS:
        return _("%(names)s and others") % {"names": names}
    return f"{names}, {people[0].organisation.short_name}" if len(people) == 1 else names


def subject_counts(request: HttpRequest) -> list[Subject]:
    """Return the subjects that have published materials, each with the number of its ``works_count``."""
    works = shown(request, MethodicalMaterialPage.objects).order_by()
    numbers = dict(works.values_list("subjects").annotate(Count("pk")))
    subjects = list(Subject.objects.filter(pk__in=[key for key in numbers if key])[:SUBJECTS])
    for subject in subjects:
        subject.works_count = numbers[subject.pk]  # type: ignore[attr-defined]
    return subjects
