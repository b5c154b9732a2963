"""The list of the library with its two filters; values that nobody has are passed over."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from search.result import FacetResult, FacetValue

from .choices import Level

PER_PAGE = 20


def document_list(index: Any, request: HttpRequest) -> dict[str, Any]:
    """Return ``page_obj`` (one page of documents), ``facets`` and ``query`` (the chosen ones, for links)."""
    from .models import NormativeDocumentPage

    documents = NormativeDocumentPage.objects.child_of(index).live().public()
    levels = _chosen(request, "level", Level.values)
    years = _chosen(request, "year", (str(day.year) for day in documents.dates("act_date", "year")))
    facets = [
        FacetResult("level", _("Level"), _levels(_narrowed(documents, (), years), levels)),
        FacetResult("year", _("Year"), _years(_narrowed(documents, levels, ()), years)),
    ]
    found = _narrowed(documents, levels, years).order_by("-act_date", "title", "pk")
    rows = Paginator(found.select_related("document").defer("document__text"), PER_PAGE)
    query = request.GET.copy()
    query.clear()
    query.setlist("level", levels)
    query.setlist("year", years)
    return {
        "page_obj": _page(rows, request),
        "facets": [facet for facet in facets if facet.values],
        "chosen": len(levels) + len(years),
        "query": query.urlencode(),
    }


def _chosen(request: HttpRequest, name: str, known: Iterable[str]) -> list[str]:
    asked = set(request.GET.getlist(name))
    return [value for value in known if value in asked]


def _narrowed(documents: QuerySet[Any], levels: Iterable[str], years: Iterable[str]) -> QuerySet[Any]:
    if levels := list(levels):
        documents = documents.filter(level__in=levels)
    if years := list(years):
        documents = documents.filter(act_date__year__in=years)
    return documents


def _levels(documents: QuerySet[Any], chosen: list[str]) -> tuple[FacetValue, ...]:
    counts = dict(documents.order_by().values_list("level").annotate(Count("pk")))
    return tuple(
        FacetValue(level.value, str(level.label), counts.get(level.value, 0), level.value in chosen)
        for level in Level
        if level.value in counts or level.value in chosen
    )


def _years(documents: QuerySet[Any], chosen: list[str]) -> tuple[FacetValue, ...]:
    rows = documents.exclude(act_date=None).order_by().values_list("act_date__year").annotate(Count("pk"))
    counts = {str(year): count for year, count in rows}
    every = sorted(counts.keys() | set(chosen), reverse=True)
    return tuple(FacetValue(year, year, counts.get(year, 0), year in chosen) for year in every)


def _page(rows: Paginator[Any], request: HttpRequest) -> Page[Any]:
    # A number beyond the end gives the last page: lists shrink while their addresses are kept.
    return rows.get_page(request.GET.get("page"))
