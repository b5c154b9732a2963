"""What Wagtail's admin may do with a work: edit and look, never publish past the review."""

from wagtail.models.pages import PagePermissionTester


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

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        # What was once published or registered keeps its record.
        return not self.page.live and super().can_delete(ignore_bulk=ignore_bulk)
