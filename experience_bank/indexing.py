"""A work as the search sees it: only what its page shows, never the data bank."""

from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from search.document import FileText, SearchDocument

from .models import WorkAttachment, WorkAuthor, WorkPage


def indexed_queryset(model: type[Any]) -> Any:
    """Return published works with everything their documents need, in a constant number of queries."""
    return (
        model.objects.published()
        .for_page()
        .prefetch_related(
            "subjects",
            "tagged_items__tag",
            Prefetch("authors", WorkAuthor.objects.select_related("educator")),
            Prefetch("attachments", WorkAttachment.objects.select_related("document")),
        )
    )


def document_of(work: Any) -> SearchDocument:
    """Return the document of a published work."""
    published = work.first_published_at
    return SearchDocument(
        key=str(work.pk),
        type=work.search_type,
        title=work.title,
        url=work.get_url() or "",
        text="\n".join(part for part in _text(work) if part),
        files=tuple(FileText(str(item), item.document.text) for item in work.attachments.all()),
        summary=work.annotation,
        authors=tuple(author.educator.short_name for author in work.authors.all()) if work.consent else (),
        date=timezone.localdate(published) if published else None,
        facets={
            "subject": tuple(subject.slug for subject in work.subjects.all()),
            "association": (work.association.slug,) if work.association else (),
        },
    )


def _text(work: Any) -> list[str]:
    words = [work.annotation, work.grades]
    words += [str(subject) for subject in work.subjects.all()]
    words += [item.tag.name for item in work.tagged_items.all()]
    words.append(work.entry.number if hasattr(work, "entry") else "")
    words.append(work.association.title if work.association else "")
    words += [value for _label, value in work.own_words()]
    return [
        *words,
        *(text for block in work.body for text in block.block.get_searchable_content(block.value)),
    ]


def works_holding(document_id: int) -> Any:
    """Return the published works that have the document among their files."""
    return WorkPage.objects.live().filter(attachments__document_id=document_id).distinct()
