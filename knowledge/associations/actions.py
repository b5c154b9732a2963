"""What a head does with the passport: save a draft, publish where the edition asks for no moderation."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from review import clock
from review.actions import ReviewAction, Submit
from review.errors import ReviewError, Stale
from review.models import ReviewCase
from review.publication import publish_reviewed
from review.steps import Office

from .models import AssociationPage


class SaveDraft(ReviewAction):
    """Save what the head typed as a new revision, unless somebody saved another one meanwhile."""

    verb = "save"

    def __init__(self, draft: AssociationPage, user: Any, *, opened: int | None) -> None:
        """Take the changed page and the key of the revision the form was opened with, None without one."""
        # Not the draft itself: an act begins by reading its page anew, and for a page without unpublished
        # changes Wagtail gives the very page as its draft.
        super().__init__(AssociationPage.objects.get(pk=draft.pk), user)
        self.draft = draft
        self.opened = opened

    def check(self) -> None:
        self.require_author()
        if not self.case.is_editable:
            raise ReviewError(_("The passport is being reviewed: take it back before you change it."))
        if self.page.latest_revision_id != self.opened:
            raise Stale(
                _(
                    "The passport was changed in another window or by a colleague. Your text is kept below "
                    "and is not saved yet: compare it with the present text, then save again to replace it."
                )
            )

    def perform(self) -> None:
        self.draft.save_revision(user=self.user, log_action=True)


class PublishPassport(Submit):
    """Publish the latest draft at once: the edition in force gives the association itself that right."""

    verb = "publish"

    def check(self) -> None:
        if self.page.review_steps(clock.today()):
            raise PermissionDenied
        super().check()

    def perform(self) -> None:
        self.case.revision = self.page.latest_revision
        self.case.submitted_at = clock.now()
        self.case.save()
        publish_reviewed(self.page, self.user)
        self.page.refresh_from_db()
        self.move_case(ReviewCase.State.PUBLISHED)
        self.record(office=self.page.office_title(Office.HEAD, self.user))
