"""Equivalent words and phrases, put into a query as one thing to look for."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .analysis import stems

Phrase = tuple[str, ...]
"""Stems in order; one stem is a word."""

FILE = Path(__file__).with_name("synonyms.txt")


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing the reader looks for: any of ``variants`` will do."""

    variants: tuple[Phrase, ...]

    @property
    def expanded(self) -> bool:
        return len(self.variants) > 1


@lru_cache(maxsize=1)
def _sets() -> tuple[dict[Phrase, tuple[Phrase, ...]], int]:
    """Return every known phrase with its equivalents, and the length of the longest phrase."""
    known: dict[Phrase, tuple[Phrase, ...]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        variants = tuple(dict.fromkeys(tuple(stems(part)) for part in line.split(",")))
        known.update(dict.fromkeys(variants, variants))
    return known, max(map(len, known), default=1)


def concepts(query: list[str]) -> tuple[Concept, ...]:
    """Return what a list of stems looks for, the longest known phrase first from the left.

    A known phrase is looked for as a whole, so that «ИКТ» and the words it stands for have the same hits.
    """
    known, longest = _sets()
    found: list[Concept] = []
    at = 0
    while at < len(query):
        for length in range(min(longest, len(query) - at), 0, -1):
            phrase = tuple(query[at : at + length])
            if length == 1 or phrase in known:
                found.append(Concept(known.get(phrase, (phrase,))))
                at += length
                break
    return tuple(dict.fromkeys(found))
