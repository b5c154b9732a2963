"""What the lists of news and events share: a year from the query string and one page of rows."""

from typing import Any

from django.core.paginator import EmptyPage, InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

PER_PAGE = 20


def year_of(request: HttpRequest, years: list[int]) -> int | None:
    """Return the year the reader chose, or nothing if there is no such year in the list."""
    value = request.GET.get("year", "")
    return int(value) if value.isascii() and value.isdigit() and int(value) in years else None


def page_of(request: HttpRequest, rows: QuerySet[Any], per_page: int = PER_PAGE) -> Page[Any]:
    """Return one page of the list.

    Raises:
        Http404: the page lies beyond the end, or is no number.
    """
    paginator = Paginator(rows, per_page)
    try:
        return paginator.page(request.GET.get("page", 1))
    except (EmptyPage, InvalidPage) as error:
        raise Http404(str(error)) from error
