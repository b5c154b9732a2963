"""What a work must hold before it is handed in. A draft may lack all of it."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from .models import WorkPage

MIN_ANNOTATION = 40
KIND_FIELDS = ("material_type", "experience_kind", "innovation_kind")


def problems_of(work: "WorkPage") -> dict[str, list[str]]:
    """Return what is missing, by the desk form's field; empty when the work may be submitted."""
    found: dict[str, list[str]] = {}

    def need(field: str, there: Any, message: str) -> None:
        if not there:
            found.setdefault(field, []).append(message)

    need("title", work.title.strip() and work.title != str(untitled()), _("Write the title."))
    need("annotation", work.annotation.strip(), _("Write the annotation."))
    if work.annotation.strip():
        enough = len(work.annotation.strip()) >= MIN_ANNOTATION
        need("annotation", enough, _("Write at least two sentences: what the work is and for whom."))
    need("association", work.association_id, _("Choose the association that will review the work."))
    for name in KIND_FIELDS:
        if name in work.OWN_FIELDS:
            need(name, getattr(work, name), _("Choose the kind."))
    need("subjects", work.subjects.all(), _("Choose at least one subject or direction."))
    need("text", work.body or work.attachments.all(), _("Write the text or attach a file."))
    need("licence", work.licence_id, _("Choose on what terms colleagues may use the work."))
    need("consent", work.consent, _("Confirm that all the authors agree to publication."))
    if work.author_kind == work.AuthorKind.ORGANISATION:
        need("organisation", work.organisation_id, _("Name the organisation whose work it is."))
    if work.cover_id:
        need("cover_alt", work.cover_alt.strip(), _("Say in words what the picture shows."))
    if work.live:
        # The published row still belongs to the association that answered for it.
        kept = type(work).objects.filter(pk=work.pk, association_id=work.association_id).exists()
        need("association", kept, _("A published work stays with its association."))
    return found


def untitled() -> str:
    """Return what a draft without a title is called."""
    return _("Untitled")
