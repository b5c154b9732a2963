"""What the search holds of the portal's own pages."""

import datetime as dt
from typing import Any

from django.utils.html import strip_tags
from wagtail.blocks import StreamValue

from search.document import FileText, SearchDocument
from search.registry import type_of


def body_text(body: StreamValue) -> str:
    """Return the words of a body, blocks apart; pictures give their alternative text."""
    found = [word for block in body for word in block.block.get_searchable_content(block.value)]
    return "\n".join(strip_tags(str(word)) for word in found)


def body_files(body: StreamValue) -> tuple[FileText, ...]:
    """Return the documents of a body with the text taken out of them."""
    documents = [item for block in body if block.block_type == "documents" for item in block.value]
    return tuple(FileText(item.title, getattr(item, "text", "")) for item in documents if item)


def document_of(page: Any, *, text: str, summary: str, date: dt.date | None, **facets: str) -> SearchDocument:
    """Return the search document of a portal page with a body."""
    return SearchDocument(
        key=str(page.pk),
        type=type_of(type(page)),
        title=page.title,
        url=page.get_url() or "",
        text="\n".join(part for part in (text, body_text(page.body)) if part),
        files=body_files(page.body),
        summary=summary,
        date=date,
        facets={name: (value,) for name, value in facets.items() if value},
    )
