"""The register in Wagtail's admin, and the ways round the review that the admin leaves open.

Wagtail asks a page's own permissions nearly everywhere. Bulk actions and the copying view ask those of a
bare page, which know nothing of works; deleting a section asks nothing of the works in it.
"""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import BankEntry, WorkPage
from .permissions import RegisterPolicy

# Wagtail reads this file before our apps are ready, and the views below keep the policy they find.
register_permission_policy(BankEntry, RegisterPolicy(BankEntry))


class BankEntryViewSet(SnippetViewSet):
    model = BankEntry
    icon = "list-ol"
    menu_label = _("Register of the banks")
    menu_order = 350
    add_to_admin_menu = True
    list_display = ["number", "work", "registered_on"]
    list_filter = ["series", "year"]
    search_fields = ["number", "work__title"]
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["number", "work", "registered_on", "registered_by"]


register_snippet(BankEntryViewSet)


@hooks.register("before_bulk_action")
def leave_works_to_the_review(
    request: HttpRequest, action_type: str, objects: Iterable[Any], view: Any
) -> HttpResponse | None:
    """Refuse to publish, unpublish or delete works many at a time."""
    pages = [item for item in objects if isinstance(item, Page)]
    if action_type in ("publish", "unpublish"):
        refused = WorkPage.objects.filter(pk__in=[page.pk for page in pages]).exists()
    else:
        refused = action_type == "delete" and any(_holds_records(page) for page in pages)
    return _refusal(request, view.next_url) if refused else None


@hooks.register("before_delete_page")
def keep_records(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Refuse to delete a section with published or registered works in it."""
    return _refusal(request, "wagtailadmin_explore_root") if _holds_records(page) else None


@hooks.register("before_copy_page")
def refuse_copies(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Refuse to copy a work: the copy would go out unread by anybody."""
    works = WorkPage.objects.descendant_of(page, inclusive=True)
    return _refusal(request, "wagtailadmin_explore_root") if works.exists() else None


def _holds_records(page: Any) -> bool:
    works = WorkPage.objects.descendant_of(page, inclusive=True)
    return works.live().exists() or works.filter(entry__isnull=False).exists()


def _refusal(request: HttpRequest, address: str) -> HttpResponse:
    messages.error(
        request,
        gettext("Works of the banks are published, withdrawn and kept by the review: open them on the desk."),
    )
    return redirect(address)
