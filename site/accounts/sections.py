"""Rights over pages and collections: editors keep the site's sections, banks belong to the review.

Wagtail's rights go down the tree and cannot be taken back below, so an editor gets them section by section
instead of on the home page. A page type whose works come only through the review says
``published_by_review = True`` and its section is left out.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission

from accounts.roles import OUTSIDE_ADMIN, Role

EDITOR_PAGE_RIGHTS = ("add_page", "change_page", "publish_page")
ALL_PAGE_RIGHTS = (*EDITOR_PAGE_RIGHTS, "bulk_delete_page", "lock_page", "unlock_page")


def editor_sections() -> list[Any]:
    """Return pages on which the editor's rights begin: every section except banks."""
    from wagtail.models import Page, Site

    sections = []
    for root in Page.objects.filter(pk__in=Site.objects.values("root_page")):
        # A type whose class is gone (an application removed) is nobody's to edit.
        children = [page for page in root.get_children().specific() if page.specific_class]
        sections += [page for page in children if not getattr(page, "published_by_review", False)]
    return sections


def sync_sections() -> None:
    """Give roles their rights over pages and collections, and take away any others. Safe to repeat."""
    from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

    groups = {group.name: group for group in Group.objects.filter(name__in=Role.values)}
    outside = [group for name, group in groups.items() if name in OUTSIDE_ADMIN]
    GroupPagePermission.objects.filter(group__in=outside, permission__codename="publish_page").delete()
    GroupCollectionPermission.objects.filter(group__in=outside).delete()
    _set_page_rights(groups[Role.EDITOR], editor_sections(), EDITOR_PAGE_RIGHTS)
    _set_page_rights(groups[Role.ADMINISTRATOR], Page.objects.filter(depth=1), ALL_PAGE_RIGHTS)
    rights = Permission.objects.filter(content_type__app_label="files")
    for collection in Collection.objects.filter(depth=1):
        for name in (Role.EDITOR, Role.ADMINISTRATOR):
            for permission in rights.filter(codename__regex=r"^(add|change|choose)_"):
                GroupCollectionPermission.objects.get_or_create(
                    group=groups[name], collection=collection, permission=permission
                )


def _set_page_rights(group: Group, pages: Iterable[Any], codenames: Iterable[str]) -> None:
    from wagtail.models import GroupPagePermission, Page

    permissions = Permission.objects.filter(
        content_type__app_label=Page._meta.app_label,
        content_type__model=Page._meta.model_name,
        codename__in=tuple(codenames),
    )
    wanted = {(page.pk, permission.pk) for page in pages for permission in permissions}
    for held in GroupPagePermission.objects.filter(group=group):
        if (held.page_id, held.permission_id) not in wanted:
            held.delete()
        wanted.discard((held.page_id, held.permission_id))
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=page, permission_id=permission)
        for page, permission in sorted(wanted)
    )
