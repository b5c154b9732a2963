"""One bank's list: filters in the address, rows and counts in a fixed number of queries."""

from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _

from search.result import FacetResult
from search.shown import shown

from .facets import build_facets, filters_of
from .rows import row_of

PER_PAGE = 20
SORTS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "newest": (_("newest first"), ("-first_published_at", "-pk")),
    "title": (_("by title"), ("title", "pk")),
}


def bank_list(index: Any, request: HttpRequest) -> dict[str, Any]:
    """Return one page of the bank's works with its filters; unknown values are ignored.

    Raises:
        Http404: the page lies beyond the end of the list.
    """
    model = index.work_model
    works = shown(request, model.objects.child_of(index))
    facets, found = build_facets(works, filters_of(model), request.GET)
    sort = request.GET.get("sort", "newest")
    sort = sort if sort in SORTS else "newest"
    page_obj = page_of(found.for_rows().order_by(*SORTS[sort][1]), request)
    return {
        "page_obj": page_obj,
        "rows": [row_of(work, request) for work in page_obj],
        "total": page_obj.paginator.count,
        "facets": [facet for facet in facets if len(facet.values) > 1 or facet.selected],
        "applied": applied_filters(facets, request),
        "sorts": [(name, label, name == sort) for name, (label, _order) in SORTS.items()],
        "search_type": model.search_type,
    }


def page_of(works: Any, request: HttpRequest) -> Any:
    """Return the page the address names; the first one for what is no number."""
    paginator = Paginator(works, PER_PAGE)
    try:
        return paginator.page(request.GET.get("page", 1))
    except PageNotAnInteger:
        return paginator.page(1)
    except EmptyPage as error:
        raise Http404 from error


def applied_filters(facets: list[FacetResult], request: HttpRequest) -> list[dict[str, str]]:
    """Return each chosen value with the address of the list without it."""
    applied = []
    for facet in facets:
        for value in facet.selected:
            query = request.GET.copy()
            query.pop("page", None)
            query.setlist(facet.name, [other for other in query.getlist(facet.name) if other != value.value])
            applied.append({"label": value.label, "url": f"?{query.urlencode()}"})
    return applied
