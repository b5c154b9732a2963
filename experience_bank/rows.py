"""A work as a row of a list; the same on the home page, in a bank and beside another work."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

NAMES = 2


def row_of(work: Any, request: HttpRequest) -> dict[str, Any]:
    """Return the row's words."""
    kind = getattr(work, "kind", None)
    return {
        "url": work.get_url(request),
        "title": work.title,
        "kind": str(kind or work.specific_class._meta.verbose_name).capitalize(),
        "state": _("Recommended") if work.recommended else "",
        "state_tone": "ok",
        "subject": next(iter(work.subjects.all()), None),
        "text": work.annotation,
        "by": made_by(work),
        "grades": work.grades,
        "when": work.first_published_at,
    }


def made_by(work: Any) -> str:
    """Return whose work it is: the organisation, the association, or at most two names."""
    if work.author_kind == work.AuthorKind.ORGANISATION and work.organisation:
        return str(work.organisation)
    people = [author.educator for author in work.authors.all()]
    if work.author_kind == work.AuthorKind.ASSOCIATION or not people:
        return str(work.association or "")
    names = ", ".join(person.short_name for person in people[:NAMES])
    if len(people) > NAMES:
        return _("%(names)s and others") % {"names": names}
    return f"{names}, {people[0].organisation.short_name}" if len(people) == 1 else names
