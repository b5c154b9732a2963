"""Filters of a bank's list: many values of one filter widen, different filters narrow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, F, Q, Value
from django.db.models.functions import Cast, ExtractYear
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from search.result import FacetResult, FacetValue


@dataclass(frozen=True)
class Filter:
    """Where a filter lies in the database: the expression of its value and the words for it."""

    name: str
    label: Any
    value: Any
    words: str = ""


def filters_of(model: type[Any]) -> list[Filter]:
    """Return the filters of one bank, in the order of the page."""
    kind = next(name for name in model.OWN_FIELDS if name.endswith(("_type", "_kind")))
    found = [
        Filter("subject", _("Subject"), F("subjects__slug"), "subjects__name"),
        Filter("kind", _("Kind"), F(f"{kind}__slug"), f"{kind}__name"),
        Filter("level", _("Level of education"), F("levels__slug"), "levels__name"),
    ]
    if "stage" in model.OWN_FIELDS:
        found.append(Filter("stage", _("Stage"), F("stage__slug"), "stage__name"))
    found.append(Filter("association", _("Association"), F("association__slug"), "association__title"))
    found.append(Filter("year", _("Year"), ExtractYear("first_published_at")))
    return found


def chosen_values(filters: Sequence[Filter], query: QueryDict) -> dict[str, list[str]]:
    """Return what the address asks for; what can't be a value is left out."""
    asked = {item.name: [value[:80] for value in query.getlist(item.name) if value] for item in filters}
    asked["year"] = [
        value for value in asked["year"] if value.isascii() and value.isdigit() and len(value) == len("2026")
    ]
    return {name: values for name, values in asked.items() if values}


def known_of(works: Any, filters: Sequence[Filter], chosen: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return those of the chosen values that some work of the bank has, in one query for all filters."""
    asked = [
        works.order_by()
        .annotate(filter=Value(item.name), facet=Cast(item.value, CharField()))
        .filter(facet__in=chosen[item.name])
        .values_list("filter", "facet")
        .distinct()
        for item in filters
        if item.name in chosen
    ]
    known = set(asked[0].union(*asked[1:])) if asked else set()
    found = {name: [value for value in values if (name, value) in known] for name, values in chosen.items()}
    return {name: values for name, values in found.items() if values}


def narrowed(works: Any, filters: Sequence[Filter], chosen: dict[str, list[str]]) -> Any:
    """Apply every chosen filter; subqueries keep a work with two subjects from counting twice."""
    model = works.model
    for item in filters:
        if item.name not in chosen:
            continue
        having = model.objects.annotate(facet=item.value).filter(facet__in=chosen[item.name])
        works = works.filter(pk__in=having.order_by().values("pk"))
    return works


def build_facets(works: Any, filters: Sequence[Filter], query: QueryDict) -> tuple[list[FacetResult], Any]:
    """Return the filters with their counts and the works that fit all of them."""
    chosen = known_of(works, filters, chosen_values(filters, query))
    facets = []
    for item in filters:
        others = {name: values for name, values in chosen.items() if name != item.name}
        fits = Q(pk__in=narrowed(works, filters, others).order_by().values("pk")) if others else None
        facets.append(
            FacetResult(item.name, item.label, _values(works, item, fits, chosen.get(item.name, [])))
        )
    return facets, narrowed(works, filters, chosen)


def _values(works: Any, item: Filter, fits: Q | None, chosen: list[str]) -> tuple[FacetValue, ...]:
    """Return every value there is in the bank with the number of works that ``fits`` lets count."""
    rows = (
        works.order_by()
        .annotate(facet=item.value)
        .exclude(facet=None)
        .values_list("facet", *([item.words] if item.words else []))
        .annotate(number=Count("pk", distinct=True, filter=fits))
    )
    found = [FacetValue(str(row[0]), str(row[-2]), row[-1], str(row[0]) in chosen) for row in rows]
    if item.name == "year":
        return tuple(sorted(found, key=lambda value: -int(value.value)))
    return tuple(sorted(found, key=lambda value: value.label))
