"""Where content rooms plug in: the search knows no content type of its own."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .document import SearchDocument

Labels = Callable[[Collection[str]], Mapping[str, str]]
Model = TypeVar("Model", bound=type[Any])
CHUNK = 200
"""Pages read from the database at a time."""


class Searchable:
    """Mixin for a page class whose pages the public search finds.

    Put it before ``Page`` in the bases and call ``register`` on the class.
    """

    search_type: ClassVar[str] = ""
    """Value of the ``type`` facet; the model's name without «page» when empty."""

    @classmethod
    def search_queryset(cls) -> Any:
        """Return what an anonymous visitor may see, with the relations the document needs."""
        return cls.objects.live().public()  # type: ignore[attr-defined]

    def search_document(self) -> SearchDocument | None:
        """Return the page's document, or None to keep the page out of the index."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter of the results page: name in the query string, heading, words for its values."""

    name: str
    label: str | Promise
    labels: Labels

    def recognises(self, values: Collection[str]) -> set[str]:
        """Return those values that exist though no page may have them yet."""
        return set(self.labels(values)) if self.labels is not _same else set()


def _same(values: Collection[str]) -> Mapping[str, str]:
    return {value: value for value in values}


def _type_labels(values: Collection[str]) -> Mapping[str, str]:
    known = {type_of(model): str(model._meta.verbose_name_plural).capitalize() for model in _models}
    return {value: known[value] for value in values if value in known}


_models: list[type[Any]] = []
_facets: dict[str, Facet] = {
    "type": Facet("type", _("Type"), _type_labels),
    "subject": Facet("subject", _("Subject"), _same),
    "association": Facet("association", _("Association"), _same),
    "year": Facet("year", _("Year"), _same),
}


def register(model: Model) -> Model:
    """Add a ``Searchable`` page class to the index; usable as a class decorator."""
    if model not in _models:
        _models.append(model)
    return model


def unregister(model: type[Any]) -> None:
    """Take a page class out of the search (tests, switched-off rooms)."""
    _models.remove(model)


def register_facet(name: str, *, label: str | Promise, labels: Labels | None = None) -> None:
    """Name a facet and its values; ``labels`` gets the values of a page of results in one call."""
    _facets[name] = Facet(name, label, labels or _same)


def models() -> tuple[type[Any], ...]:
    return tuple(_models)


def facets() -> tuple[Facet, ...]:
    return tuple(_facets.values())


def type_of(model: type[Any]) -> str:
    return model.search_type or model._meta.model_name.removesuffix("page")


def content_type_ids() -> set[int]:
    """Return the content types of the registered classes (cached by Django)."""
    return {found.pk for found in ContentType.objects.get_for_models(*_models).values()} if _models else set()


def public_pages(ids: Collection[int] | None = None) -> Iterator[Any]:
    """Yield registered pages that anybody may see, all of them or those with the given keys.

    Reads in chunks by primary key, so a large site never sits in memory and no read transaction
    stays open on SQLite while the index is written.
    """
    for model in _models:
        queryset = model.search_queryset().order_by("pk")
        if ids is not None:
            queryset = queryset.filter(pk__in=ids)
        last = 0
        while chunk := list(queryset.filter(pk__gt=last)[:CHUNK]):
            yield from chunk
            last = chunk[-1].pk
