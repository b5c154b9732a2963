"""What Wagtail's admin may do with a work: edit and look, never publish past the review."""

from collections.abc import Iterable
from typing import Any

from wagtail.models.pages import PagePermissionTester
from wagtail.permission_policies import ModelPermissionPolicy


class ReviewedPagePermissions(PagePermissionTester):
    """Publishing, unpublishing and hiding belong to the review's acts, for everybody and superusers too."""

    def can_publish(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False

    def can_submit_for_moderation(self) -> bool:
        return False

    def can_copy(self) -> bool:
        # A copy of a published page is published at once, and no review ever saw it.
        return False

    def can_copy_to(self, destination: Any, recursive: bool = False) -> bool:
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        # What was once published or registered keeps its record.
        return (
            not self.page.live
            and not hasattr(self.page, "entry")
            and super().can_delete(ignore_bulk=ignore_bulk)
        )


class BankPermissions(PagePermissionTester):
    """A bank's list: what is made below it begins as a draft, whoever makes it."""

    def can_publish_subpage(self) -> bool:
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self.page.is_leaf() and super().can_delete(ignore_bulk=ignore_bulk)


class RegisterPolicy(ModelPermissionPolicy):
    """The register of the banks is read; the review alone writes it."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)
