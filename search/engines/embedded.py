"""The embedded engine: tantivy, a BM25 index in a folder beside the database, no server."""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy

from search.correction import corrections
from search.document import SearchDocument
from search.query import Plan

from . import schema
from .base import EngineError, Filters, Found, IndexMissingError
from .folders import Folders
from .querying import Queries
from .schema import EXACT, FACETS, STEMMED, facet_term
from .writing import TantivyBatch, TantivyNewIndex, current_writer, new_index

MOST_VALUES = 10_000
"""Facet values counted; more than any municipality has."""
MOST_ENDINGS = 50


class EmbeddedEngine:
    """Reads whatever folder is current and follows every commit and swap by itself."""

    def __init__(self, root: Path) -> None:
        self.folders = Folders(Path(root))
        self._lock = threading.Lock()
        self._index: tantivy.Index | None = None
        self._seen: tuple[object, ...] = ()

    def find(self, plan: Plan, filters: Filters, *, start: int, size: int, sort: str) -> Found:
        if plan.nothing:
            return Found(complete=False)
        searcher, queries = self._open()
        with _engine_errors():
            query = queries.matching(plan, filters)
            result = searcher.search(query, limit=max(size, 1), offset=start, **_order(plan, sort))
            total: int = result.count  # type: ignore[attr-defined]
            matches = tuple(schema.match_of(searcher.doc(address)) for _, address in result.hits)
            counts = self._counts(searcher, queries, plan, filters)
            complete = self._complete(searcher, queries, plan, filters, total)
        return Found(matches, total, counts, complete)

    def suggest(self, words: Sequence[str], limit: int) -> list[SearchDocument]:
        if not words:
            return []
        searcher, queries = self._open()
        with _engine_errors():
            endings = [
                term for term, _ in searcher.terms_with_prefix("title_exact", words[-1], limit=MOST_ENDINGS)
            ]
            if not endings:
                return []
            result = searcher.search(queries.title_starts(words[:-1], endings), limit=limit, count=False)
            return [schema.card_of(searcher.doc(address)) for _, address in result.hits]

    def correct(self, words: Sequence[str]) -> dict[str, str]:
        searcher, _ = self._open()

        with _engine_errors():
            return corrections(words, _Terms(searcher))

    def knows(self, name: str, value: str) -> bool:
        searcher, _ = self._open()
        try:
            return searcher.doc_freq(FACETS, facet_term(name, value)) > 0
        except ValueError:  # half a surrogate pair is text to Python and to nobody else
            return False

    def entries(self) -> Iterator[tuple[str, str]]:
        searcher, _ = self._open()
        everything = tantivy.Query.all_query()
        for start in range(0, searcher.num_docs, 1000):
            page = searcher.search(everything, limit=1000, offset=start, count=False)
            for _score, address in page.hits:
                row = searcher.doc(address)
                yield str(row.get_first("key")), schema.raw(row, "digest").decode()

    @contextmanager
    def writing(self) -> Iterator[TantivyBatch]:
        with _engine_errors(), current_writer(self.folders) as writer:
            yield TantivyBatch(writer)

    @contextmanager
    def rebuilding(self) -> Iterator[TantivyNewIndex]:
        with _engine_errors(), new_index(self.folders) as index:
            yield index

    def _open(self) -> tuple[tantivy.Searcher, Queries]:
        """Return a searcher that sees the last commit, reopening or reloading only when files changed."""
        folder = self.folders.current()
        if folder is None:
            raise IndexMissingError(str(self.folders.root))
        with self._lock, _engine_errors():
            seen = (os.getpid(), folder, *_stamp(folder))
            if self._index is None or seen[:2] != self._seen[:2]:
                self._index = schema.prepare(tantivy.Index.open(str(folder)))
                self._index.config_reader("Manual")
            if seen != self._seen:
                self._index.reload()
                self._seen = seen
            return self._index.searcher(), Queries(self._index.schema)

    def _counts(
        self, searcher: tantivy.Searcher, queries: Queries, plan: Plan, filters: Filters
    ) -> dict[str, dict[str, int]]:
        counts = _grouped(searcher, queries.matching(plan, filters))
        for name in (name for name, values in filters.items() if values):
            alone = _grouped(searcher, queries.matching(plan, filters, leave_out=name))
            counts[name] = alone.get(name, {})
        return counts

    def _complete(
        self, searcher: tantivy.Searcher, queries: Queries, plan: Plan, filters: Filters, total: int
    ) -> bool:
        if not total or len(plan.concepts) < 2:  # noqa: PLR2004
            return bool(total)
        return bool(searcher.search(queries.complete(plan, filters), limit=1, count=False).hits)


class _Terms:
    """The index's own dictionary of terms, asked word by word."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher

    def form_frequency(self, form: str) -> int:
        return sum(self._searcher.doc_freq(field, form) for field in EXACT)

    def stem_frequency(self, stem: str) -> int:
        return sum(self._searcher.doc_freq(field, stem) for field in STEMMED)

    def forms(self, beginning: str) -> list[str]:
        found = (self._searcher.terms_with_prefix(field, beginning, limit=MOST_ENDINGS) for field in EXACT)
        return [form for terms in found for form, _count in terms]


def _order(plan: Plan, sort: str) -> dict[str, Any]:
    if sort == "title":
        return {"order_by_field": "sort_title", "order": tantivy.Order.Asc}
    if sort == "date" or plan.everything:
        return {"order_by_field": "sort_date", "order": tantivy.Order.Desc}
    return {"weight_by_field": "freshness"}


def _grouped(searcher: tantivy.Searcher, query: tantivy.Query) -> dict[str, dict[str, int]]:
    terms = {"field": FACETS, "size": MOST_VALUES, "segment_size": MOST_VALUES}
    answer = searcher.aggregate(query, {"all": {"terms": terms}})
    groups: dict[str, dict[str, int]] = {}
    for bucket in answer["all"]["buckets"]:
        name, _, value = bucket["key"].partition("=")
        groups.setdefault(name, {})[value] = int(bucket["doc_count"])
    return groups


def _stamp(folder: Path) -> tuple[int, ...]:
    """Return what changes with every commit: tantivy replaces its meta file whole."""
    state = (folder / "meta.json").stat()
    return state.st_ino, state.st_mtime_ns, state.st_size


@contextmanager
def _engine_errors() -> Iterator[None]:
    try:
        yield
    except (ValueError, OSError) as error:
        raise EngineError(str(error)) from error
