"""Correcting a word the index has never seen into one it knows: one slip of the finger, never more."""

from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from typing import Protocol

from .analysis import ABBREVIATIONS, STOP, stem

SHORTEST = 4
"""Letters a word must have: nearly any three letters are one slip away from a common word."""
_RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"


def neighbours(word: str) -> Iterator[str]:
    """Yield every word at Damerau–Levenshtein distance 1: one letter lost, added, changed, or two swapped.

    Asking the engine's own dictionary for each (about 700, a microsecond apiece) keeps none in memory.
    """
    letters = _LATIN if word.isascii() else _RUSSIAN
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def correctable(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha() and word not in STOP and word not in ABBREVIATIONS


class Vocabulary(Protocol):
    """What an engine tells about its words."""

    def form_frequency(self, form: str) -> int: ...
    def stem_frequency(self, stem: str) -> int: ...
    def forms(self, beginning: str) -> Iterable[str]:
        """Return forms in use that begin so."""
        ...


def corrections(words: Iterable[str], vocabulary: Vocabulary) -> dict[str, str]:
    """Return for each unknown folded word the most frequent neighbour in use, if there is one."""
    found: dict[str, str] = {}
    for word in words:
        if not correctable(word) or vocabulary.stem_frequency(stem(word)):
            continue
        better = _likeliest(word, vocabulary.form_frequency) or _by_stem(word, vocabulary)
        if better:
            found[word] = better
    return found


def _likeliest(word: str, frequency: Callable[[str], int]) -> str | None:
    best = max(set(neighbours(word)) - {word}, key=lambda near: (frequency(near), near))
    return best if frequency(best) else None


def _by_stem(word: str, vocabulary: Vocabulary) -> str | None:
    """Return the nearest form whose stem is one slip away: «оптека» → «оптике» where only that stands."""
    root = stem(word)
    if len(root) < SHORTEST or not (near := _likeliest(root, vocabulary.stem_frequency)):
        return None
    forms = [form for form in vocabulary.forms(near) if stem(form) == near]
    return max(forms, key=lambda form: SequenceMatcher(None, word, form).ratio(), default=None)
