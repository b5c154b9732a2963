"""Roles of the service as groups: what each may do in the admin, kept in step with the code.

A role opens a part of the desk and the admin. It never gives rights over one association: the head in force
is found from the dated appointment, and works are published by the review alone.
"""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

ADMIN_ACCESS = "wagtailadmin.access_admin"


class Role(models.TextChoices):
    """The value is the name of the group."""

    TEACHER = "teacher", _("Teacher")
    HEAD = "head", _("Head of an association")
    SECRETARY = "secretary", _("Secretary")
    EXPERT = "expert", _("Expert")
    METHODIST = "methodist", _("Methodist")
    DIRECTOR = "director", _("Director")
    EDITOR = "editor", _("Site editor")
    ADMINISTRATOR = "administrator", _("Site administrator")


OUTSIDE_ADMIN = frozenset({Role.TEACHER, Role.HEAD, Role.SECRETARY, Role.EXPERT})
"""They work at the desk only: the admin would let them round the review."""

_codenames: dict[Role, set[str]] = {
    Role.METHODIST: {ADMIN_ACCESS},
    Role.DIRECTOR: {ADMIN_ACCESS},
    Role.EDITOR: {
        ADMIN_ACCESS,
        "files.add_siteimage",
        "files.change_siteimage",
        "files.choose_siteimage",
        "files.add_sitedocument",
        "files.change_sitedocument",
        "files.choose_sitedocument",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
    },
}


def register_role_permissions(role: Role, codenames: Iterable[str]) -> None:
    """Give a role permissions of a room above; to be called from that room's ``AppConfig.ready``.

    Args:
        role: a role with access to the admin.
        codenames: permissions as ``app_label.codename``; unknown ones are passed over until they exist.

    Raises:
        ValueError: for a role that has no place in the admin, or a codename without an application.
    """
    wanted = set(codenames)
    if role in OUTSIDE_ADMIN:
        raise ValueError(f"The role {role.value} works outside the admin and takes no permissions.")
    if wrong := sorted(name for name in wanted if "." not in name):
        raise ValueError(f"Write permissions as app_label.codename: {', '.join(wrong)}.")
    _codenames.setdefault(role, set()).update(wanted)


def role_permissions(role: Role) -> "models.QuerySet[Permission]":
    """Return the permissions the role holds by the code, of those that exist in the database."""
    if role == Role.ADMINISTRATOR:
        return Permission.objects.all()
    wanted = models.Q(pk__in=[])
    for name in _codenames.get(role, ()):
        app_label, codename = name.split(".", 1)
        wanted |= models.Q(content_type__app_label=app_label, codename=codename)
    return Permission.objects.filter(wanted)


@transaction.atomic
def sync_roles() -> None:
    """Make groups and their permissions what the code says. Safe to repeat; members are not touched."""
    from accounts.sections import sync_sections

    for role in Role:
        group, _created = Group.objects.get_or_create(name=role.value)
        group.permissions.set(role_permissions(role))
    # Wagtail's own two groups publish anywhere, past the review.
    Group.objects.filter(name__in=["Editors", "Moderators"], user__isnull=True).delete()
    sync_sections()
