"""Who may open which passport behind the scenes. The one place where it is decided."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from accounts.models import User
from review import clock
from review.models import ReviewCase

from . import offices
from .models import AssociationPage


def led_passports(user: User) -> QuerySet[AssociationPage]:
    """Return passports the person keeps: of the associations headed today."""
    return offices.led_by(user, clock.today()).order_by("title") if user.is_active else _none()


def waiting_passports(user: User) -> QuerySet[AssociationPage]:
    """Return passports that wait for the person's decision, the oldest first."""
    waiting = ReviewCase.objects.awaiting(user, clock.today()).order_by().values("page_id")
    pages: QuerySet[AssociationPage] = AssociationPage.objects.filter(pk__in=waiting)
    return pages.order_by("review_case__since", "pk")


def led_passport(user: User, pk: int) -> AssociationPage:
    """Return a passport the person keeps.

    Raises:
        Http404: for everybody else, so that nobody learns that it exists.
    """
    return _found(led_passports(user), pk)


def open_passport(user: User, pk: int) -> AssociationPage:
    """Return a passport the person keeps or is to decide on.

    Raises:
        Http404: for everybody else.
    """
    return _found(led_passports(user) | waiting_passports(user), pk)


def case_of(page: AssociationPage) -> ReviewCase | None:
    """Return where the page stands, None when it has never been through the review."""
    return ReviewCase.objects.filter(page_id=page.pk).first()


def _none() -> QuerySet[AssociationPage]:
    return AssociationPage.objects.none()


def _found(pages: Any, pk: int) -> AssociationPage:
    page: AssociationPage | None = (
        AssociationPage.objects.filter(pk__in=pages.order_by().values("pk")).filter(pk=pk).first()
    )
    if page is None:
        raise Http404
    return page
