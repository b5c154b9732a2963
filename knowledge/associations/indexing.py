"""What the public search knows of an association. Of people only the head in force, by name."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Prefetch

from review.clock import today
from search.document import SearchDocument

from .models import AssociationPage, HeadAppointment

TEXTS = (
    "short_name",
    "audience",
    "purpose",
    "goal",
    "tasks",
    "functions",
    "activity_kinds",
    "key_directions",
    "theme",
    "unified_theme",
    "content",
    "quality",
    "results",
)


def heads_today() -> "Prefetch[str, Any, str]":
    """Return the prefetch that puts heads in force into ``current_heads`` (none or one)."""
    heads = HeadAppointment.objects.in_force(today()).select_related("educator__organisation")
    return Prefetch("appointments", queryset=heads, to_attr="current_heads")


def indexed_queryset() -> Any:
    """Return published associations with what their documents need."""
    pages = AssociationPage.objects.live().public()
    return pages.prefetch_related("subjects", "partners", heads_today())


def document_of(page: AssociationPage) -> SearchDocument:
    """Return the document of a published association."""
    heads = getattr(page, "current_heads", None)
    if heads is None:
        heads = page.appointments.in_force(today()).select_related("educator")
    texts = [getattr(page, name) for name in TEXTS]
    texts += [partner.name for partner in page.partners.all()]
    texts += [appointment.educator.full_name for appointment in heads]
    return SearchDocument(
        key=str(page.pk),
        type="association",
        title=page.title,
        url=page.get_url() or "",
        text="\n".join(text for text in texts if text),
        summary=page.goal or page.purpose,
        facets={
            "subject": tuple(subject.slug for subject in page.subjects.all()),
            "association": (page.slug,),
        },
    )


def association_labels(slugs: Collection[str]) -> Mapping[str, str]:
    """Return titles of published associations by their slugs."""
    found = AssociationPage.objects.live().public().filter(slug__in=slugs)
    return dict(found.values_list("slug", "title"))
