"""Who holds which office of an association on a day. The one place where these rights are computed."""

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role
from review.steps import Office

from .rules import edition_for

if TYPE_CHECKING:
    from .models import AssociationPage

ROLE_OF: dict[Office, Role] = {
    Office.METHODIST: Role.METHODIST,
    Office.DIRECTOR: Role.DIRECTOR,
    Office.EXPERT: Role.EXPERT,
    Office.EDITOR: Role.EDITOR,
}
HEADS = (Office.HEAD, Office.ASSOCIATION)
Group = Literal["heads", "curator"] | Role
"""Whom an office may fall to: the head in force, the curator, or everybody of a role."""


def groups_of(office: Office, *, own_work_to_director: bool = False) -> list[Group]:
    """Return in order to whom the office falls: each next group acts when nobody before it may.

    Args:
        office: the office of a step.
        own_work_to_director: the head in force may not act, and the regulation names the director.
    """
    first: list[Group] = []
    if office in HEADS:
        first = ["heads", Role.DIRECTOR if own_work_to_director else "curator"]
    elif office == Office.CURATOR:
        first = ["curator"]
    else:
        first = [ROLE_OF[office]]
    return list(dict.fromkeys([*first, Role.METHODIST, Role.DIRECTOR]))


def members_of(group: Group, association: "AssociationPage", on: date) -> QuerySet[User]:
    """Return the accounts of a group on the day."""
    if group == "heads":
        return head_users(association, on)
    if group == "curator":
        return User.objects.filter(pk=association.curator_id, is_active=True)
    return User.objects.with_role(Role(group))


def head_users(association: "AssociationPage", on: date) -> QuerySet[User]:
    """Return the account of the head in force on the day (none or one)."""
    from .models import HeadAppointment

    educators = HeadAppointment.objects.in_force(on).filter(association_id=association.pk).values("educator")
    return User.objects.filter(is_active=True, educator__in=educators)


def holders(
    association: "AssociationPage", office: Office, on: date, authors: QuerySet[User]
) -> QuerySet[User]:
    """Return who acts for the office on a work of these authors that day; no author is among them."""
    to_director = head_users(association, on).exists() and own_work_goes_to_director(association, on)
    author_ids = list(authors.values_list("pk", flat=True))
    for group in groups_of(office, own_work_to_director=to_director):
        allowed = members_of(group, association, on).exclude(pk__in=author_ids)
        if allowed.exists():
            return allowed
    return User.objects.none()


def own_work_goes_to_director(association: "AssociationPage", on: date) -> bool:
    """Tell whether the edition in force gives the head's own work to the director and not to the curator."""
    edition = edition_for(association, on)
    return edition is not None and edition.own_work_reviewer() == "service_director"


def title(office: Office, association: Any) -> str:
    """Return the office's name as a document writes it on that day."""
    if office in HEADS:
        return _("head of the association “%(name)s”") % {"name": association.short_name or association.title}
    if office == Office.CURATOR:
        return _("curator of the association “%(name)s”") % {
            "name": association.short_name or association.title
        }
    return str(office.label)


def led_by(user: User, on: date) -> QuerySet["AssociationPage"]:
    """Return the associations this person heads on the day."""
    from .models import AssociationPage, HeadAppointment

    mine = HeadAppointment.objects.in_force(on).filter(educator__user_id=user.pk)
    return AssociationPage.objects.filter(pk__in=mine.values("association_id"))
