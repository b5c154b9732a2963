"""The catalogue of associations: a few filters in the query string, rows in a constant number of queries."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.core.paginator import EmptyPage, InvalidPage, Page, Paginator
from django.db.models import Case, Count, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from knowledge.vocabularies.models import EducationSphere, Subject
from review.clock import today
from search.result import FacetResult, FacetValue

from .indexing import heads_today
from .models import AssociationIndexPage, AssociationPage, HeadAppointment, Membership
from .reading import TONES
from .rules import editions_for

PER_PAGE = 20
LONGEST_QUERY = 200


def catalogue(index: AssociationIndexPage, request: HttpRequest) -> dict[str, Any]:
    """Return one page of associations with the filters; words and values that don't exist are ignored.

    Raises:
        Http404: the page of the list lies beyond its end, or is no number.
    """
    published = AssociationPage.objects.child_of(index).live().public()
    numbers = dict(published.order_by().values_list("profile_id").annotate(number=Count("pk")))
    kinds = _kinds(numbers)
    facets = [
        _vocabulary_facet("subject", _("Subject"), Subject, published, request),
        _vocabulary_facet("sphere", _("Sphere of education"), EducationSphere, published, request),
        _kind_facet(kinds, numbers, request),
    ]
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    found = _chosen(published, facets, kinds)
    if words:
        found = found.filter(pk__in=_named(published, words))
    page_obj = _page_of(request, _rows(found))
    for row in page_obj:
        row.kind, row.tone = kinds.get(row.profile_id, ""), TONES[AssociationPage.Status(row.status)]
    return {
        "page_obj": page_obj,
        "total": page_obj.paginator.count,
        "facets": [facet for facet in facets if len(facet.values) > 1 or facet.selected],
        "words": words,
        "chosen": sum(len(facet.selected) for facet in facets),
    }


def _rows(found: QuerySet[Any]) -> QuerySet[Any]:
    members = Membership.objects.in_force(today()).filter(association=OuterRef("pk")).order_by()
    counted = members.values("association").annotate(number=Count("educator", distinct=True)).values("number")
    ended = When(status=AssociationPage.Status.LIQUIDATED, then=Value(1))
    return (
        found.annotate(
            members=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
            ended=Case(ended, default=Value(0), output_field=IntegerField()),
        )
        .order_by("ended", "title", "pk")
        .prefetch_related("subjects", heads_today())
    )


def _named(published: QuerySet[Any], words: str) -> list[int]:
    """Return associations whose name or whose head's surname holds every word.

    In Python and not in SQL: SQLite tells «Ф» from «ф» in LIKE, and a town has few associations.
    """
    names = {pk: [title, short] for pk, title, short in published.values_list("pk", "title", "short_name")}
    heads = HeadAppointment.objects.in_force(today()).filter(association__in=published)
    for pk, surname in heads.values_list("association_id", "educator__surname"):
        names[pk].append(surname)
    wanted = _folded(words).split()
    return [pk for pk, texts in names.items() if all(word in _folded(" ".join(texts)) for word in wanted)]


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")


def _kinds(numbers: dict[int, int]) -> dict[int, str]:
    """Return how associations are called, by the key of their profile."""
    return {pk: edition.kind_abbr for pk, edition in editions_for(numbers, today()).items()}


def _kind_facet(kinds: dict[int, str], numbers: dict[int, int], request: HttpRequest) -> FacetResult:
    counts: Counter[str] = Counter()
    for pk, abbr in kinds.items():
        counts[abbr] += numbers[pk]
    rows = [(abbr, abbr, counts[abbr]) for abbr in sorted(counts) if abbr]
    return _facet("kind", _("Kind"), rows, request)


def _vocabulary_facet(
    name: str, label: str, model: type[Any], published: QuerySet[Any], request: HttpRequest
) -> FacetResult:
    through = getattr(AssociationPage, f"{name}s").through
    used = through.objects.filter(associationpage__in=published)
    key = model._meta.model_name
    counts = Counter(used.values_list(f"{key}__slug", flat=True))
    words = model.objects.filter(slug__in=counts)
    rows = [(word.slug, word.name, counts[word.slug]) for word in words]
    return _facet(name, label, rows, request)


def _facet(name: str, label: str, rows: Iterable[tuple[str, str, int]], request: HttpRequest) -> FacetResult:
    asked = set(request.GET.getlist(name))
    return FacetResult(
        name, label, tuple(FacetValue(value, words, count, value in asked) for value, words, count in rows)
    )


def _chosen(found: QuerySet[Any], facets: list[FacetResult], kinds: dict[int, str]) -> QuerySet[Any]:
    for facet in facets:
        values = [option.value for option in facet.selected]
        if not values:
            continue
        if facet.name == "kind":
            found = found.filter(profile_id__in=[pk for pk, abbr in kinds.items() if abbr in values])
        else:
            through = getattr(AssociationPage, f"{facet.name}s").through
            key = "subject" if facet.name == "subject" else "educationsphere"
            having = through.objects.filter(**{f"{key}__slug__in": values}).values("associationpage")
            found = found.filter(pk__in=having)
    return found


def _page_of(request: HttpRequest, rows: QuerySet[Any]) -> Page[Any]:
    try:
        return Paginator(rows, PER_PAGE).page(request.GET.get("page", 1))
    except (EmptyPage, InvalidPage) as error:
        raise Http404(str(error)) from error
