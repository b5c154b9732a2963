"""Writing to the outbox: call these inside the transaction that changes what search shows."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page

from . import registry
from .models import IndexChange


def record_change(page_id: int) -> None:
    """Note that a page changed; commits or vanishes with the caller's transaction."""
    record_ids([page_id])


def record_changes(pages: QuerySet[Any]) -> int:
    """Note that all these pages changed (a subject or an association was renamed) and return how many."""
    return record_ids(pages.values_list("pk", flat=True))


def record_ids(page_ids: Iterable[int]) -> int:
    rows = [IndexChange(page_id=page_id) for page_id in page_ids]
    IndexChange.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def record_tree(page: Any, *old_paths: str) -> int:
    """Note that a page and everything below it changed: its address, its access or its life.

    ``page`` itself need not be registered: moving a section changes the addresses of the works in it.
    """
    below = Q(path__startswith=page.path)
    for path in old_paths:
        below |= Q(path__startswith=path)
    return record_changes(Page.objects.filter(below, content_type__in=registry.content_type_ids()))
