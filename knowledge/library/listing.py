"""The list of the library with its two filters; values that nobody has are passed over."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from .choices import Level

PER_PAGE = 20


@dataclass(frozen=True)
class Option:
    """One value of a filter with the number of documents it would leave."""

    value: str
    label: str | Promise
    count: int
    chosen: bool


@dataclass(frozen=True)
class Filter:
    name: str
    label: str
    options: list[Option]

    @property
    def chosen(self) -> list[Option]:
        return [option for option in self.options if option.chosen]


def document_list(index: Any, request: HttpRequest) -> dict[str, Any]:
    """Return ``page_obj`` (one page of documents), ``filters`` and ``query`` (the chosen ones, for links)."""
    from .models import NormativeDocumentPage

    documents = NormativeDocumentPage.objects.child_of(index).live().public()
    levels = _chosen(request, "level", Level.values)
    years = _chosen(request, "year", (str(day.year) for day in documents.dates("act_date", "year")))
    filters = [
        Filter("level", _("Level"), _levels(_narrowed(documents, (), years), levels)),
        Filter("year", _("Year"), _years(_narrowed(documents, levels, ()), years)),
    ]
    found = _narrowed(documents, levels, years).order_by("-act_date", "title", "pk")
    rows = Paginator(found.select_related("document").defer("document__text"), PER_PAGE)
    query = request.GET.copy()
    query.clear()
    query.setlist("level", levels)
    query.setlist("year", years)
    return {"page_obj": _page(rows, request), "filters": filters, "query": query.urlencode()}


def _chosen(request: HttpRequest, name: str, known: Iterable[str]) -> list[str]:
    asked = set(request.GET.getlist(name))
    return [value for value in known if value in asked]


def _narrowed(documents: QuerySet[Any], levels: Iterable[str], years: Iterable[str]) -> QuerySet[Any]:
    if levels := list(levels):
        documents = documents.filter(level__in=levels)
    if years := list(years):
        documents = documents.filter(act_date__year__in=years)
    return documents


def _levels(documents: QuerySet[Any], chosen: list[str]) -> list[Option]:
    counts = dict(documents.order_by().values_list("level").annotate(Count("pk")))
    return [
        Option(level.value, level.label, counts.get(level.value, 0), level.value in chosen)
        for level in Level
        if level.value in counts or level.value in chosen
    ]


def _years(documents: QuerySet[Any], chosen: list[str]) -> list[Option]:
    rows = documents.exclude(act_date=None).order_by().values_list("act_date__year").annotate(Count("pk"))
    counts = {str(year): count for year, count in rows}
    every = sorted(counts.keys() | set(chosen), reverse=True)
    return [Option(year, year, counts.get(year, 0), year in chosen) for year in every]


def _page(rows: Paginator[Any], request: HttpRequest) -> Page[Any]:
    # A number beyond the end gives the last page: lists shrink while their addresses are kept.
    return rows.get_page(request.GET.get("page"))
