"""Which works wait for a person: the same rules as ``offices.holders``, as one condition of a query."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from accounts.roles import Role
from knowledge.associations.models import AssociationPage, HeadAppointment
from knowledge.associations.offices import HEADS, ROLE_OF, led_by
from review.steps import Office
from review.subjects import register_awaiting

from .models import WorkAuthor

ASSOCIATION = "page__workpage__association"


def _no_free_head(on: date) -> Q:
    heads = User.objects.filter(
        is_active=True,
        educator__in=HeadAppointment.objects.in_force(on)
        .filter(association_id=OuterRef(OuterRef(ASSOCIATION)))
        .values("educator"),
    )
    return ~Q(_exists_free(heads))


def _exists_free(people: Any) -> Exists:
    """Condition on a case: one of these accounts is not an author of its work."""
    wrote = WorkAuthor.objects.filter(page_id=OuterRef(OuterRef("page_id")), educator__user_id=OuterRef("pk"))
    return Exists(people.filter(~Exists(wrote)).exclude(pk=OuterRef("page__owner_id")))


@register_awaiting
def works_awaiting(user: User, on: date) -> Q:
    """Return the condition on review cases of works that wait for the person that day."""
    own = Q(page__owner_id=user.pk) | Q(
        Exists(WorkAuthor.objects.filter(page_id=OuterRef("page_id"), educator__user_id=user.pk))
    )
    return (
        Q(page__workpage__isnull=False)
        & ~own
        & (_as_head(user, on) | _as_curator(user, on) | _by_role(user, on))
    )


def _as_head(user: User, on: date) -> Q:
    return Q(
        **{"office__in": HEADS, f"{ASSOCIATION}__in": list(led_by(user, on).values_list("pk", flat=True))}
    )


def _as_curator(user: User, on: date) -> Q:
    curated = list(AssociationPage.objects.filter(curator_id=user.pk).values_list("pk", flat=True))
    office = Q(office=Office.CURATOR) | (Q(office__in=HEADS) & _no_free_head(on))
    return Q(**{f"{ASSOCIATION}__in": curated}) & office


def _by_role(user: User, on: date) -> Q:
    found = Q(office__in=[office for office, role in ROLE_OF.items() if user.has_role(role)])
    curatorless = Q(office=Office.CURATOR) | (Q(office__in=HEADS) & _no_free_head(on))
    no_curator = ~Q(
        _exists_free(User.objects.filter(is_active=True, pk=OuterRef(f"{ASSOCIATION}__curator_id")))
    )
    if user.has_role(Role.METHODIST):
        found |= curatorless & no_curator
    if user.has_role(Role.DIRECTOR):
        nobody = ~Q(_exists_free(User.objects.with_role(Role.METHODIST)))
        found |= nobody & (Q(office=Office.METHODIST) | (curatorless & no_curator))
    return found
