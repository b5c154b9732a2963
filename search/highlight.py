"""Showing where the words stand: marks by stem, the best piece of a text, HTML that cannot hurt."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .analysis import fold, root
from .query import Plan
from .synonyms import Phrase

WIDTH = 260
"""Letters of a piece."""
LEAD = 60
"""Letters shown before the first marked word."""
MOST_SPANS = 300
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of the original text and the stem that earned it."""

    start: int
    end: int
    stem: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to mark: single stems, phrases of stems, forms exactly as typed (a query of stop words)."""

    stems: frozenset[str] = frozenset()
    phrases: tuple[Phrase, ...] = ()
    forms: frozenset[str] = frozenset()


def wanted(plan: Plan) -> Wanted:
    """Return what a plan's hits are marked by; of a synonym's phrase only the whole is marked."""
    if plan.literal:
        return Wanted(forms=frozenset(plan.words))
    variants = [variant for concept in plan.concepts for variant in concept.variants]
    single = {variant[0] for variant in variants if len(variant) == 1}
    phrases = tuple(variant for variant in variants if len(variant) > 1)
    return Wanted(frozenset(single | set(plan.order)), phrases)


def spans(text: str, target: Wanted) -> list[Span]:
    """Return the marked stretches of a text in order, without overlaps."""
    folded, places = _folded(text)
    found: list[tuple[int, int, str]] = []
    for stem in target.stems:
        found.extend(_single(folded, stem))
    for form in target.forms:
        found.extend(_at_words(folded, form, exact=True))
    for phrase in target.phrases:
        found.extend(_phrase(folded, phrase))
    merged: list[Span] = []
    for start, end, stem in sorted(found):
        if not merged or places[start] >= merged[-1].end:
            merged.append(Span(places[start], places[end - 1] + 1, stem))
    return merged


def marked(text: str, target: Wanted) -> SafeString:
    """Return the whole text escaped, with its marks."""
    return _html(text, spans(text, target), 0, len(text))


def piece(text: str, found: Sequence[Span]) -> SafeString:
    """Return the stretch of the text with the most different words, or its beginning."""
    start = _best_start(found)
    first = 0 if start <= LEAD else _word_start(text, start - LEAD)
    last = len(text) if first + WIDTH >= len(text) else _word_end(text, first + WIDTH)
    body = _html(text, [span for span in found if first <= span.start and span.end <= last], first, last)
    return format_html("{}{}{}", "… " if first else "", body, " …" if last < len(text) else "")


def _best_start(found: Sequence[Span]) -> int:
    best, best_start = 0, 0
    for at, span in enumerate(found):
        inside = {other.stem for other in found[at : at + 30] if other.end <= span.start + WIDTH - LEAD}
        if len(inside) > best:
            best, best_start = len(inside), span.start
    return best_start


def _word_start(text: str, at: int) -> int:
    space = text.find(" ", at, at + LEAD)
    return at if space < 0 else space + 1


def _word_end(text: str, at: int) -> int:
    space = text.rfind(" ", at - LEAD, at)
    return at if space < 0 else space


def _html(text: str, found: Sequence[Span], first: int, last: int) -> SafeString:
    def parts() -> Iterator[tuple[str]]:
        at = first
        for span in found:
            yield (text[at : span.start],)
            yield (format_html("<mark>{}</mark>", text[span.start : span.end]),)
            at = span.end
        yield (text[at:last],)

    return format_html_join("", "{}", parts())


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return the folded text and, for each of its letters, the place in the original.

    Nearly every text keeps its length; stress marks, soft hyphens and a few capitals do not.
    """
    folded = fold(text)
    if len(folded) == len(text):
        return folded, range(len(text))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        small = fold(letter)
        letters.append(small)
        places.extend([place] * len(small))
    return "".join(letters), places


def _at_words(folded: str, beginning: str, *, exact: bool = False) -> Iterator[tuple[int, int, str]]:
    """Yield words that start so. A stem begins its words, and ``str.find`` is far quicker than splitting."""
    at, count = folded.find(beginning), 0
    while at >= 0 and count < MOST_SPANS:
        match = _WORD.match(folded, at)
        if match and not (at and _WORD.match(folded[at - 1])):
            if not exact or match.group() == beginning:
                yield at, match.end(), match.group()
                count += 1
            at = match.end()
        else:
            at += 1
        at = folded.find(beginning, at)


def _single(folded: str, stem: str) -> Iterator[tuple[int, int, str]]:
    for start, end, word in _at_words(folded, stem):
        if root(word) == stem:
            yield start, end, stem


def _phrase(folded: str, phrase: Phrase) -> Iterator[tuple[int, int, str]]:
    for start, end, _stem in _single(folded, phrase[0]):
        last, expected = end, 1
        for match in _WORD.finditer(folded, end, end + WIDTH):
            if not (here := root(match.group())):
                continue
            if here != phrase[expected]:
                break
            last, expected = match.end(), expected + 1
            if expected == len(phrase):
                yield start, last, " ".join(phrase)
                break
