"""The author's acts: submit and take back."""

from typing import Any

from django.utils.translation import gettext as _

from review import clock, letters
from review.errors import Incomplete, ReviewError, Stale
from review.models import Recommendation, ReviewCase
from review.steps import Office

from .base import ReviewAction

VOLATILE = {
    "latest_revision",
    "latest_revision_created_at",
    "live_revision",
    "has_unpublished_changes",
    "last_published_at",
    "first_published_at",
    "live",
    "locked",
    "locked_at",
    "locked_by",
}


class Submit(ReviewAction):
    """Hand the latest draft in: the first office of the chain gets it."""

    verb = "submit"

    def check(self) -> None:
        self.require_author()
        if self.case.is_under_review:
            raise Stale(_("This work is already submitted."))
        if self.page.latest_revision_id is None:
            raise ReviewError(_("There is nothing to submit yet: save the draft first."))
        if self.page.live and self.page.latest_revision_id == self.page.live_revision_id:
            raise ReviewError(_("There is nothing new to submit: the published text is the same."))
        if problems := self.page.get_latest_revision_as_object().submission_problems():
            raise Incomplete(problems)

    def perform(self) -> None:
        reviewed = self.case.revision
        self.page.prepare_for_review()
        self.page.refresh_from_db()
        self.case.revision = self.page.latest_revision
        self.case.submitted_at = clock.now()
        if not self._resume(reviewed):
            self._start()
        self.follow_workflow()
        self.record()
        letters.ask_office(self.page, self.case)

    def _resume(self, reviewed: Any) -> bool:
        """Go back to the step that returned the work, when that step saw the first text or this very one."""
        workflow_state = self.page.current_workflow_state
        if workflow_state is None:
            return False
        returned_by = workflow_state.current_task_state.task_id
        first = workflow_state.workflow.tasks.first()
        same_chain = self.page.get_workflow() == workflow_state.workflow
        same_text = reviewed is not None and same_content(reviewed.content, self.page.latest_revision.content)
        if same_chain and (returned_by == first.pk or same_text):
            workflow_state.resume(self.user)
            return True
        workflow_state.cancel(self.user)
        return False

    def _start(self) -> None:
        void_recommendations(self.page)
        workflow = self.page.get_workflow()
        if workflow is None:
            raise ReviewError(_("The regulation of this association names no way of review."))
        workflow.start(self.page, self.user)


class Recall(ReviewAction):
    """Take the work back before it is decided; it is a draft again."""

    verb = "recall"

    def check(self) -> None:
        self.require_author()
        if not self.case.is_under_review:
            raise Stale.already_decided()

    def perform(self) -> None:
        waiting = list(self.page.office_holders(Office(self.case.office), clock.today()))
        self.page.current_workflow_state.cancel(self.user)
        void_recommendations(self.page)
        self.move_case(ReviewCase.State.DRAFT)
        self.record()
        letters.write("recalled", self.page, waiting, actor=self.user)


def void_recommendations(page: Any) -> None:
    """Void what was decided on an earlier text."""
    Recommendation.objects.filter(page_id=page.pk, voided_at__isnull=True).exclude(
        verdict__in=[Recommendation.Verdict.RETURNED, Recommendation.Verdict.DECLINED]
    ).update(voided_at=clock.now())


def same_content(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether two revisions say the same, bookkeeping aside."""
    return {key: one.get(key) for key in one.keys() - VOLATILE} == {
        key: other.get(key) for key in other.keys() - VOLATILE
    }
