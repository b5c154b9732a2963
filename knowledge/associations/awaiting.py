"""Which passports wait for a person: the rules of ``offices.holders`` as one condition of a query."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from accounts.roles import Role
from review.steps import Office

from .models import HeadAppointment
from .offices import ROLE_OF, led_by

CURATOR = "page__associationpage__curator_id"


def passports_awaiting(user: User, on: date) -> Q:
    """Return the condition on review cases of passports that wait for the person that day.

    A head never decides on the own passport; who stands in then is the same as in ``offices.holders``.
    """
    if not user.is_active:
        return Q(pk__in=[])
    own = led_by(user, on).values("pk")
    return Q(page__associationpage__isnull=False) & ~Q(page_id__in=own) & _office(user, on)


def _office(user: User, on: date) -> Q:
    mine = Q(office=Office.CURATOR, **{CURATOR: user.pk})
    mine |= Q(office__in=[office for office, role in ROLE_OF.items() if user.has_role(role)])
    if user.has_role(Role.METHODIST):
        mine |= _empty_offices(on)
    if user.has_role(Role.DIRECTOR):
        mine |= (Q(office=Office.METHODIST) | _empty_offices(on)) & ~_free(_of_role(Role.METHODIST), on)
    return mine


def _empty_offices(on: date) -> Q:
    """Condition on a case: its office has nobody who may act, and is not the methodists' own."""
    curator = User.objects.filter(is_active=True, pk=OuterRef(CURATOR))
    empty = Q(office=Office.CURATOR) & ~_free(curator, on)
    for office, role in ROLE_OF.items():
        if office != Office.METHODIST:
            empty |= Q(office=office) & ~_free(_of_role(role), on)
    return empty


def _of_role(role: Role) -> Any:
    return User.objects.with_role(role)


def _free(people: Any, on: date) -> Q:
    """Condition on a case: one of these accounts does not head its association that day."""
    heads = HeadAppointment.objects.in_force(on).filter(
        association_id=OuterRef(OuterRef("page_id")), educator__user_id=OuterRef("pk")
    )
    return Q(Exists(people.filter(~Exists(heads))))
