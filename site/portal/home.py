"""What the home page shows of the other rooms, in a fixed number of queries."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest

from experience_bank.models import MethodicalMaterialPage, WorkPage
from experience_bank.rows import row_of
from knowledge.associations.models import AssociationPage
from knowledge.vocabularies.models import Subject
from portal.pages import shown

UPCOMING = 3
NEWS = 4
WORKS = 3
SUBJECTS = 12


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
    works = shown(request, WorkPage.objects).for_rows().newest()
    return [row_of(work, request) for work in works[:WORKS]]


def subject_counts(request: HttpRequest) -> list[Subject]:
    """Return the subjects that have published materials, each with the number of its ``works_count``."""
    works = shown(request, MethodicalMaterialPage.objects).order_by()
    numbers = dict(works.values_list("subjects").annotate(Count("pk")))
    subjects = list(Subject.objects.filter(pk__in=[key for key in numbers if key])[:SUBJECTS])
    for subject in subjects:
        subject.works_count = numbers[subject.pk]  # type: ignore[attr-defined]
    return subjects
