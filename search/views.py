"""The results page and the suggestions: they read the index and set no cookie."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .missed import note_missed
from .query import SORTS, SearchQuery, clean
from .request import Applied, address, query_of
from .result import MOST_HITS, SearchResults
from .service import search, suggest


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Show what the search finds.

    Raises:
        Http404: the page lies beyond the last one.
    """
    query = query_of(request.GET)
    found = search(query)
    if query.page > max(found.pages, 1) and not found.degraded:
        raise Http404(_("There is no such page of results."))
    if request.method == "GET":
        note_missed(query, found, request.headers.get("User-Agent", ""))
    context: dict[str, Any] = {
        "query": query,
        "results": found,
        "page_obj": _page_of(found, query),
        "applied": _applied(request.GET, query, found),
        "chosen": sum(len(facet.selected) for facet in found.facets.values()),
        "sorts": _sorts(query),
        "exact_url": address(request.GET, exact="1"),
        "reset_url": f"{request.path}?{urlencode({'q': query.text})}" if query.text else request.path,
        "ways": _ways_out(request.GET, query, found),
        "crumbs": [(_("Search"), "")],
    }
    return render(request, "search/results.html", context)


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """Return up to eight public pages whose titles begin with what is being typed."""
    found = suggest(clean(request.GET.get("q", "")))
    rows = [{"title": one.title, "url": one.url, "type": one.type_label} for one in found]
    return JsonResponse({"suggestions": rows})


def _page_of(found: SearchResults, query: SearchQuery) -> Page[Any]:
    number = min(query.page, max(found.pages, 1))
    return Paginator(range(min(found.total, MOST_HITS)), query.per_page).page(number)


def _applied(params: QueryDict, query: SearchQuery, found: SearchResults) -> list[Applied]:
    chips = [Applied(f"«{query.text}»", address(params, without=(("q", None), ("exact", None))))]
    filters = [
        Applied(value.label, address(params, without=((facet.name, value.value),)))
        for facet in found.facets.values()
        for value in facet.selected
    ]
    return [*(chips if query.text else []), *filters]


def _sorts(query: SearchQuery) -> list[tuple[str, str, bool]]:
    labels = (_("By relevance"), _("Newest first"), _("By title"))
    return [(name, label, name == query.sort) for name, label in zip(SORTS, labels, strict=True)]


def _ways_out(params: QueryDict, query: SearchQuery, found: SearchResults) -> list[tuple[str, str]]:
    """Return what a reader can do about an empty page: never a dead end."""
    chosen = [(name, None) for name, facet in found.facets.items() if facet.selected]
    ways = [(_("Search without filters"), address(params, without=tuple(chosen)))] if chosen else []
    if query.text:
        ways.append((_("See everything published"), "?"))
    return [*ways, (_("Bank of methodical materials"), "/materials/"), (_("Associations"), "/associations/")]
