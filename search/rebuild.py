"""Building the index anew beside the one in use, and counting one against the other."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from . import drain, registry
from .document import SearchDocument
from .engines.base import Engine, NewIndex
from .engines.select import current_engine
from .models import IndexChange

SKEW = timedelta(minutes=1)
"""Clocks of several machines may differ by so much."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Difference:
    """Keys by what is wrong with them: public but not found, found but not public, found but outdated."""

    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    compared: int = 0

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra or self.stale)


def documents() -> Iterator[SearchDocument]:
    """Yield the document of every public page; one that cannot be read is logged and left out."""
    for page in registry.public_pages():
        try:
            document = page.search_document()
        except Exception:
            log.exception("Page %s cannot be indexed", page.pk)
            continue
        if document is not None:
            yield document


def rebuild(engine: Engine | None = None) -> int:
    """Build a new index, replay what changed meanwhile, put it in place and return its size.

    Readers have the old index to the last; a failure leaves it as it was.
    """
    engine = engine or current_engine()
    started = timezone.now() - SKEW
    with engine.rebuilding() as new:
        count = new.put(documents())
        new.commit()
        _replay(new, started)
        # Most changes are replayed by now, so writers wait only for the few of the last moment.
        again = timezone.now() - SKEW
        with new.swap():
            _replay(new, again)
    return count


def _replay(new: NewIndex, since: datetime) -> None:
    """Apply what the drainer has written to the old index, and what it has still to write."""
    changed = IndexChange.objects.filter(Q(applied=None) | Q(applied__gte=since))
    versions = dict(changed.order_by("pk").values_list("page_id", "pk"))
    pages = list(versions)
    for at in range(0, len(pages), drain.BATCH):
        drain.apply(new, {pk: versions[pk] for pk in pages[at : at + drain.BATCH]})
    new.commit()


def compare(engine: Engine | None = None) -> Difference:
    """Compare the database with the index, content included; changes on their way show as differences."""
    engine = engine or current_engine()
    found = dict(engine.entries())
    missing: list[str] = []
    stale: list[str] = []
    compared = 0
    for compared, document in enumerate(documents(), 1):  # noqa: B007
        digest = found.pop(document.key, None)
        if digest is None:
            missing.append(document.key)
        elif digest != document.digest():
            stale.append(document.key)
    return Difference(tuple(missing), tuple(sorted(found)), tuple(stale), compared)
