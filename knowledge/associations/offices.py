"""Who holds which office of an association on a day. The one place where these rights are computed."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role
from review.steps import Office

if TYPE_CHECKING:
    from .models import AssociationPage

ROLE_OF: dict[Office, Role] = {
    Office.METHODIST: Role.METHODIST,
    Office.DIRECTOR: Role.DIRECTOR,
    Office.EXPERT: Role.EXPERT,
    Office.EDITOR: Role.EDITOR,
}
HEADS = (Office.HEAD, Office.ASSOCIATION)


def head_users(association: "AssociationPage", on: date) -> QuerySet[User]:
    """Return the account of the head in force on the day (none or one)."""
    from .models import HeadAppointment

    educators = HeadAppointment.objects.in_force(on).filter(association_id=association.pk).values("educator")
    return User.objects.filter(is_active=True, educator__in=educators)


def role_holders(association: "AssociationPage", office: Office) -> QuerySet[User]:
    """Return the holders of an office that is not the head's: the curator, or everybody of a role."""
    if office == Office.CURATOR:
        curators = User.objects.filter(pk=association.curator_id, is_active=True)
        return curators if curators.exists() else User.objects.with_role(Role.METHODIST)
    return User.objects.with_role(ROLE_OF[office])


def holders(
    association: "AssociationPage", office: Office, on: date, authors: QuerySet[User]
) -> QuerySet[User]:
    """Return who acts for the office on a work of these authors that day.

    No author is among them. Where the head may not act (own work, or no head in force) the curator does;
    where the curator or the methodists may not, the methodists and then the director.
    """
    chain = [head_users(association, on)] if office in HEADS else []
    if office in (*HEADS, Office.CURATOR):
        chain.append(role_holders(association, Office.CURATOR))
    else:
        chain.append(role_holders(association, office))
    chain += [User.objects.with_role(Role.METHODIST), User.objects.with_role(Role.DIRECTOR)]
    author_ids = list(authors.values_list("pk", flat=True))
    for candidates in chain:
        allowed = candidates.exclude(pk__in=author_ids)
        if allowed.exists():
            return allowed
    return User.objects.none()


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
