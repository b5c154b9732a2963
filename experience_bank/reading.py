"""What a work's page shows besides the work itself."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Site

from review import clock
from review.publication import standing_recommendation
from review.timeline import timeline
from search.shown import shown

from .citation import cite
from .rows import row_of

SIMILAR = 4


def work_context(work: Any, request: HttpRequest) -> dict[str, Any]:
    """Return the context of the public page and of the desk's preview alike."""
    authors = [author.educator for author in work.authors.select_related("educator__organisation")]
    files = [file_of(item) for item in work.attachments.select_related("document")]
    return {
        "authors": [
            {"name": person.full_name, "post": f"{person.position}, {person.organisation}"}
            for person in authors
        ],
        "files": files,
        "facts": facts_of(work),
        "trail": trail_of(work),
        "recommendation": standing_recommendation(work),
        "citation": _citation(work, authors, request),
        "similar": similar_works(work, request),
        "number": work.entry.number if hasattr(work, "entry") else "",
    }


def file_of(item: Any) -> dict[str, Any]:
    """Return an attachment as the list of files wants it; a file gone from the disk has no size."""
    document = item.document
    try:
        size = document.get_file_size()
    except OSError:
        size = None
    return {
        "title": str(item),
        "url": document.url,
        "extension": document.file_extension.upper(),
        "size": size,
        "pages": document.pages,
    }


def facts_of(work: Any) -> list[tuple[str, str]]:
    """Return the card: labels and words, empty ones left out by the template."""
    own = [(_begun(label), _begun(value)) for label, value in work.own_words()]
    return [
        (_("Subjects"), _joined(work.subjects)),
        (_("Level of education"), _joined(work.levels)),
        (_("Grades or age"), work.grades),
        (_("For whom"), _joined(work.audiences)),
        (_("Form of work"), str(work.event_form or "")),
        *own,
        (_("Tags"), ", ".join(tag.name for tag in work.tags.all())),
    ]


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def _joined(words: Any) -> str:
    return ", ".join(word.name for word in words.all())


def trail_of(work: Any) -> list[dict[str, Any]]:
    """Return the work's public history as steps of the margin."""
    return [
        {"title": act.label, "date": act.when, "text": act.office, "key": act.is_key}
        for act in timeline(work, public=True)
    ]


def _citation(work: Any, authors: list[Any], request: HttpRequest) -> str:
    address = settings.PUBLIC_URL.rstrip("/") + (work.get_url(request) or "")
    site = Site.find_for_request(request)
    name = (site.site_name if site else "") or settings.WAGTAIL_SITE_NAME
    return cite(work, authors, name, address, clock.today())


def similar_works(work: Any, request: HttpRequest) -> list[dict[str, Any]]:
    """Return published works of the same subjects, the newest first."""
    from .models import WorkPage

    through = WorkPage.subjects.through.objects
    own = through.filter(workpage_id=work.pk).values("subject_id")
    alike = through.filter(subject_id__in=own).values("workpage_id")
    near = shown(request, WorkPage.objects).filter(pk__in=alike).exclude(pk=work.pk)
    return [row_of(other, request) for other in near.for_rows().newest()[:SIMILAR]]
