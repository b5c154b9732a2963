"""What the search answers, ready for a page or the API."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.safestring import SafeString

from .document import SearchDocument

MOST_HITS = 10_000
"""Hits that can be paged through; an engine's cost grows with the depth of a page."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One checkbox: ``count`` is what choosing it would show under the other facets."""

    value: str
    label: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class FacetResult:
    """A facet of the results with its values, the chosen ones among them even at zero."""

    name: str
    label: str | Promise
    values: tuple[FacetValue, ...]

    @property
    def selected(self) -> tuple[FacetValue, ...]:
        return tuple(value for value in self.values if value.selected)


@dataclass(frozen=True, slots=True)
class FileHit:
    """The attachment in which the words stand."""

    name: str
    snippet_html: SafeString


@dataclass(frozen=True, slots=True)
class Hit:
    """One found page. The HTML holds escaped text and ``<mark>``, nothing else."""

    document: SearchDocument
    title_html: SafeString
    snippet_html: SafeString
    file: FileHit | None = None
    type_label: str = ""


@dataclass(frozen=True, slots=True)
class SearchResults:
    """One page of results.

    ``corrected``: the query that was run in place of the typed one, if a word was unknown.
    ``all_words``: whether any hit holds every word. ``degraded``: the engine could not be asked.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    page: int = 1
    per_page: int = 10
    facets: dict[str, FacetResult] = field(default_factory=dict)
    corrected: str | None = None
    all_words: bool = True
    degraded: bool = False

    @property
    def pages(self) -> int:
        """Return how many pages can be turned to; nobody reads past the ten-thousandth hit."""
        return -(-min(self.total, MOST_HITS) // self.per_page)
