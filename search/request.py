"""Reading a search out of an address, and writing addresses that differ from it by one choice."""

from dataclasses import dataclass

from django.http import QueryDict

from . import registry
from .query import SORTS, SearchQuery, clean

DEEPEST_PAGE = 10_000


@dataclass(frozen=True, slots=True)
class Applied:
    """A choice in force and the address without it."""

    label: str
    url: str


def query_of(params: QueryDict) -> SearchQuery:
    """Return the search that an address asks for; what makes no sense counts as not said."""
    sort = params.get("sort", "")
    return SearchQuery(
        text=clean(params.get("q", "")),
        filters={facet.name: tuple(params.getlist(facet.name)) for facet in registry.facets()},
        page=_page(params.get("page", "")),
        sort=sort if sort in SORTS else SORTS[0],
        exact=params.get("exact") == "1",
    )


def _page(value: str) -> int:
    """Return the page number, the first for anything that is none."""
    if not (value.isascii() and value.isdigit()):
        return 1
    return min(max(int(value[:9]), 1), DEEPEST_PAGE)


def address(params: QueryDict, *, without: tuple[tuple[str, str | None], ...] = (), **changes: str) -> str:
    """Return the query string of a neighbouring search, always from its first page.

    Args:
        params: the present address.
        without: names with the value to take out, None for all of them.
        changes: names with the one value they get.
    """
    changed = params.copy()
    changed.pop("page", None)
    for name, value in without:
        kept = [other for other in changed.getlist(name) if value is not None and other != value]
        changed.setlist(name, kept)
    for name, value in changes.items():
        changed[name] = value
    return f"?{changed.urlencode()}"
