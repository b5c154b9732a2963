"""``offices.holders`` as one condition of a query: which review cases wait for a person."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.functional import cached_property

from accounts.models import User
from accounts.roles import Role
from review.steps import Office

from .models import AssociationPage, HeadAppointment
from .offices import HEADS, Group, groups_of, led_by
from .rules import editions_for

NEVER = Q(pk__in=[])


class Queue:
    """The cases of one kind of page that wait for one person on one day."""

    def __init__(self, user: User, on: date, *, association: str, authors: Q) -> None:
        """Describe the kind of page.

        Args:
            user: the person.
            on: the day.
            association: path from a review case to its association.
            authors: condition on ``User`` inside a subquery of cases: this account may not judge the page.
        """
        self.user, self.on, self.association, self.authors = user, on, association, authors

    def condition(self) -> Q:
        """Return the condition on review cases."""
        if not self.user.is_active:
            return NEVER
        mine = Q(Exists(User.objects.filter(self.authors, pk=self.user.pk)))
        waiting = NEVER
        for office in Office:
            waiting |= Q(office=office) & self._office(office)
        return ~mine & waiting

    def _office(self, office: Office) -> Q:
        usual = self._first_free(groups_of(office))
        if office not in HEADS or not self._to_director:
            return usual
        own_work = Q(**{f"{self.association}__in": self._to_director}) & ~self._nobody(
            self._heads(), free=False
        )
        other = self._first_free(groups_of(office, own_work_to_director=True))
        return (own_work & other) | (~own_work & usual)

    def _first_free(self, groups: Sequence[Group]) -> Q:
        """Condition: the person is of the first group in which anybody may act."""
        found, nobody_before = NEVER, Q()
        for group in groups:
            found |= nobody_before & self._membership(group)
            nobody_before &= self._nobody(self._members(group))
        return found

    def _membership(self, group: Group) -> Q:
        if isinstance(group, Role):
            return Q(pk__isnull=False) if self.user.has_role(group) else NEVER
        places = self._led if group == "heads" else self._curated
        return Q(**{f"{self.association}__in": places})

    @cached_property
    def _led(self) -> list[int]:
        return list(led_by(self.user, self.on).values_list("pk", flat=True))

    @cached_property
    def _curated(self) -> list[int]:
        return list(AssociationPage.objects.filter(curator_id=self.user.pk).values_list("pk", flat=True))

    def _members(self, group: Group) -> Any:
        if group == "heads":
            return self._heads()
        if group == "curator":
            return User.objects.filter(is_active=True, pk=OuterRef(f"{self.association}__curator_id"))
        return User.objects.with_role(Role(group))

    def _heads(self) -> Any:
        in_force = HeadAppointment.objects.in_force(self.on)
        here = in_force.filter(association_id=OuterRef(OuterRef(self.association)))
        return User.objects.filter(is_active=True, educator__in=here.values("educator"))

    def _nobody(self, people: Any, *, free: bool = True) -> Q:
        """Condition: none of these accounts is there, or (``free``) may act."""
        return ~Q(Exists(people.filter(~self.authors) if free else people))

    @cached_property
    def _to_director(self) -> list[int]:
        """Associations whose regulation gives the head's own work to the director."""
        profiles = dict(AssociationPage.objects.values_list("pk", "profile_id"))
        editions = editions_for(set(profiles.values()), self.on)
        named = {pk for pk, edition in editions.items() if edition.own_work_reviewer() == "service_director"}
        return [pk for pk, profile in profiles.items() if profile in named]
