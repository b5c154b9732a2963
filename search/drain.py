"""Applying the outbox: read each page's present state, write it to the index, then mark the row."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from . import registry
from .document import SearchDocument
from .engines.base import Batch, Engine, EngineError, IndexMissingError
from .engines.select import current_engine
from .models import IndexChange

BATCH = 200
KEPT = timedelta(days=1)
"""How long applied rows stay for a rebuild to replay; no rebuild lasts longer."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Drained:
    """What one pass did: rows applied and rows whose page could not be read."""

    applied: int = 0
    failed: int = 0


def drain(engine: Engine | None = None) -> Drained:
    """Apply every change that is due; a missing index is built in full first.

    Raises:
        EngineError: the engine cannot be written to; the rows stay and are tried again later.
    """
    engine = engine or current_engine()
    total = Drained()
    while IndexChange.objects.due(timezone.now()).exists():
        try:
            done = _drain_batch(engine)
        except IndexMissingError:
            from .rebuild import rebuild

            rebuild(engine)
            continue
        if not (done.applied or done.failed):
            break  # another drainer holds the rest
        total = Drained(total.applied + done.applied, total.failed + done.failed)
    IndexChange.objects.applied_before(timezone.now() - KEPT).delete()
    return total


def _drain_batch(engine: Engine) -> Drained:
    rows: Sequence[IndexChange] = ()
    try:
        # Rows are read while the index is held: what a rebuild's swap let through is then seen after it.
        with engine.writing() as batch, _claimed() as rows:
            failures = apply(batch, {row.page_id: row.pk for row in rows})
            batch.commit()
            return _settle(rows, failures)
    except EngineError as error:
        # After the transaction, which the error has rolled back where there is one.
        IndexChange.objects.filter(pk__in=[row.pk for row in rows]).failed(str(error))
        raise


@contextmanager
def _claimed() -> Iterator[Sequence[IndexChange]]:
    """Yield the oldest due rows; on PostgreSQL no other drainer gets the same ones.

    SQLite has one writer for everything, so there no transaction may stay open while the index is written.
    """
    due = IndexChange.objects.due(timezone.now())
    if connection.features.has_select_for_update_skip_locked:
        with transaction.atomic():
            yield list(due.select_for_update(skip_locked=True)[:BATCH])
    else:
        yield list(due[:BATCH])


def _settle(rows: Sequence[IndexChange], failures: dict[int, str]) -> Drained:
    done = [row.pk for row in rows if row.page_id not in failures]
    IndexChange.objects.filter(pk__in=done).update(applied=timezone.now(), last_error="")
    failed = 0
    for page_id, error in failures.items():
        mine = [row.pk for row in rows if row.page_id == page_id]
        failed += IndexChange.objects.filter(pk__in=mine).failed(error)
    return Drained(len(done), failed)


def apply(batch: Batch, versions: dict[int, int]) -> dict[int, str]:
    """Write the present state of pages to an index: public ones in, all others out.

    Args:
        batch: where to write; the caller commits.
        versions: page key to the outbox row that mentions it last.

    Returns:
        Errors by page: those pages could not be read and were left as they are.
    """
    documents: dict[int, SearchDocument] = {}
    failures: dict[int, str] = {}
    for page in registry.public_pages(list(versions)):
        try:
            with _savepoint():
                document = page.search_document()
        except Exception as error:
            log.exception("Page %s cannot be indexed", page.pk)
            failures[page.pk] = repr(error)
            continue
        if document is not None:
            documents[page.pk] = replace(document, version=versions[page.pk])
    batch.delete(str(pk) for pk in versions if pk not in documents and pk not in failures)
    batch.put(documents.values())
    return failures


def _savepoint() -> AbstractContextManager[object]:
    """Keep one page's database error from spoiling the batch's transaction, where there is one."""
    return transaction.atomic() if connection.in_atomic_block else nullcontext()
