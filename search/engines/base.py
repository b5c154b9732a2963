"""What any engine must be able to do; nothing outside this package knows which one runs."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from search.document import SearchDocument
from search.query import Plan

Filters = Mapping[str, Collection[str]]


class EngineError(Exception):
    """The engine cannot be asked or written to now; nothing is lost, the outbox keeps the changes."""


class IndexMissingError(EngineError):
    """There is no index that this code can read: it has to be rebuilt."""


class EngineBusyError(EngineError):
    """Another process is writing and did not finish in time."""


@dataclass(frozen=True, slots=True)
class Match:
    """A found document with the texts it was found by."""

    document: SearchDocument
    text: str
    files: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One page of matches; ``counts`` are taken for each facet under all the others."""

    matches: tuple[Match, ...] = ()
    total: int = 0
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    complete: bool = True
    """Whether some document holds every word."""


class Batch(Protocol):
    """Writing that others see only after ``commit``; leaving without it changes nothing."""

    def put(self, documents: Iterable[SearchDocument]) -> int: ...
    def delete(self, keys: Iterable[str]) -> None: ...
    def commit(self) -> None: ...


class NewIndex(Batch, Protocol):
    """An index built aside."""

    def swap(self) -> AbstractContextManager[None]:
        """Hold back writers of the old index, let the caller replay what they wrote, then take its place."""
        ...


class Engine(Protocol):
    def find(self, plan: Plan, filters: Filters, *, start: int, size: int, sort: str) -> Found: ...

    def suggest(self, words: Sequence[str], limit: int) -> list[SearchDocument]:
        """Return documents whose titles hold these words, the last of them perhaps unfinished."""
        ...

    def correct(self, words: Sequence[str]) -> dict[str, str]:
        """Return replacements for words that no document holds."""
        ...

    def knows(self, name: str, value: str) -> bool:
        """Return whether any document has this facet value."""
        ...

    def entries(self) -> Iterator[tuple[str, str]]:
        """Yield key and digest of every document."""
        ...

    def writing(self) -> AbstractContextManager[Batch]: ...

    def rebuilding(self) -> AbstractContextManager[NewIndex]: ...
