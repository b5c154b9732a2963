"""Filters of a bank's list: many values of one filter widen, different filters narrow."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F
from django.db.models.functions import ExtractYear
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class FacetValue:
    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Facet:
    """A filter on the page: its values with counts under the other filters."""

    name: str
    label: Any
    values: Sequence[FacetValue]

    @property
    def selected(self) -> list[FacetValue]:
        return [value for value in self.values if value.selected]


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


def known_values(works: Any, filters: Sequence[Filter]) -> dict[str, dict[str, str]]:
    """Return every value there is in the bank with its words, a query a filter."""
    known = {}
    for item in filters:
        rows = works.order_by().annotate(facet=item.value).exclude(facet=None)
        words = item.words or "facet"
        known[item.name] = {
            str(value): str(name) for value, name in rows.values_list("facet", words).distinct()
        }
    return known


def narrowed(works: Any, filters: Sequence[Filter], chosen: dict[str, list[str]], skip: str = "") -> Any:
    """Apply every chosen filter but one; subqueries keep a work with two subjects from counting twice."""
    model = works.model
    for item in filters:
        if item.name == skip or item.name not in chosen:
            continue
        having = model.objects.annotate(facet=item.value).filter(facet__in=chosen[item.name])
        works = works.filter(pk__in=having.order_by().values("pk"))
    return works


def build_facets(works: Any, filters: Sequence[Filter], query: QueryDict) -> tuple[list[Facet], Any]:
    """Return the filters with their counts and the works that fit all of them."""
    known = known_values(works, filters)
    chosen = {
        name: [value for value in values if value in known[name]]
        for name, values in chosen_values(filters, query).items()
    }
    chosen = {name: values for name, values in chosen.items() if values}
    facets = []
    for item in filters:
        rows = narrowed(works, filters, chosen, skip=item.name).order_by().annotate(facet=item.value)
        counts = dict(rows.values_list("facet").annotate(Count("pk", distinct=True)))
        facets.append(
            Facet(item.name, item.label, _values(known[item.name], counts, chosen.get(item.name, []), item))
        )
    return facets, narrowed(works, filters, chosen)


def _values(
    known: dict[str, str], counts: dict[Any, int], chosen: list[str], item: Filter
) -> list[FacetValue]:
    numbers = {str(value): number for value, number in counts.items()}
    order: Callable[[str], Any] = (
        (lambda value: -int(value)) if item.name == "year" else (lambda value: known[value])
    )
    return [
        FacetValue(value, known[value], numbers.get(value, 0), value in chosen)
        for value in sorted(known, key=order)
    ]
