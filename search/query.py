"""What a reader asks, and what an engine is told to look for. Any text at all is safe to pass."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .analysis import stems_of, words
from .synonyms import Concept, Phrase, concepts

MOST_LETTERS = 1000
MOST_WORDS = 32
"""Words that are looked for; the rest of a pasted page would only slow the engine down."""
SORTS = ("relevance", "date", "title")
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """One request to the search.

    ``filters`` maps facet names to chosen values: any value within a facet, every facet together.
    ``exact`` turns the correction of unknown words off.
    """

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    page: int = 1
    per_page: int = 10
    sort: str = "relevance"
    exact: bool = False

    @property
    def start(self) -> int:
        return (max(self.page, 1) - 1) * self.per_page


@dataclass(frozen=True, slots=True)
class Plan:
    """A query's text after analysis, in no engine's language.

    ``concepts`` any of which makes a hit; ``words`` folded forms as typed, for the exact fields;
    ``order`` all stems as they follow, for the nearness bonus; ``quoted`` phrases that every hit holds,
    as stems; ``everything`` when nothing was typed; ``literal`` when only stop words were typed.
    """

    concepts: tuple[Concept, ...] = ()
    words: tuple[str, ...] = ()
    order: Phrase = ()
    quoted: tuple[Phrase, ...] = ()
    everything: bool = False
    literal: bool = False

    @property
    def nothing(self) -> bool:
        """Return whether no word is left to look for (punctuation, emoji)."""
        return not (self.everything or self.words)


def clean(text: str) -> str:
    """Return the text as one line of a bearable length without control characters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text[:MOST_LETTERS]).split())


def plan(text: str) -> Plan:
    """Return what to look for; quoted words stay together, everything else may stand apart."""
    text = clean(text)
    if not text:
        return Plan(everything=True)
    typed = words(text)[:MOST_WORDS]
    telling = stems_of(typed)
    if not telling:
        return Plan(words=tuple(dict.fromkeys(typed)), literal=True)
    return Plan(
        concepts=concepts(telling),
        words=tuple(dict.fromkeys(typed)),
        order=tuple(telling),
        quoted=_quoted(text),
    )


def _quoted(text: str) -> tuple[Phrase, ...]:
    found = (words(part)[:MOST_WORDS] for part in _QUOTED.findall(text))
    phrases = (tuple(stems_of(part)) for part in found)
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def replace_words(text: str, corrections: Mapping[str, str]) -> str:
    """Return the text with its unknown words replaced, everything else as it was typed."""

    def swap(match: re.Match[str]) -> str:
        folded = words(match.group())
        return corrections.get(folded[0], match.group()) if folded else match.group()

    return re.sub(r"[^\W_\u0300\u0301]+(?:[\u0300\u0301][^\W_]*)*", swap, text)
