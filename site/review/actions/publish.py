"""The last step and what undoes it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction

from review import clock, letters
from review.errors import ReviewError, Stale
from review.models import ReviewCase
from review.publication import cleared_for_site, standing_recommendation
from review.steps import StepKind

from .base import OfficeAction, ReviewAction
from .submit import void_recommendations


class Publish(OfficeAction):
    """Register the work and publish the reviewed revision where it was recommended to."""

    verb = "publish"

    def __init__(self, page: Any, user: Any, *, comment: str = "", task_state_id: int | None = None) -> None:
        super().__init__(page, user, task_state_id=task_state_id)
        self.comment = comment.strip()

    def check(self) -> None:
        super().check()
        self.require_reviewed_text()
        chain = {step.kind for step in self.page.review_steps(clock.today())}
        if StepKind.RECOMMEND in chain and standing_recommendation(self.page) is None:
            raise ReviewError(_("The recommendation that the regulation asks for is missing."))

    def perform(self) -> None:
        office = self.office_held()
        self.page.register(self.user, clock.today())
        on_site = cleared_for_site(self.page)
        self.task_state.approve(user=self.user, comment=self.comment)
        if self.page.current_workflow_state is not None:
            self.follow_workflow()
            self.record(self.comment, office)
            letters.ask_office(self.page, self.case)
            return
        self.move_case(ReviewCase.State.PUBLISHED if on_site else ReviewCase.State.IN_BANK)
        self.page.refresh_from_db()
        self.record(self.comment, office)
        event = "published" if on_site else "registered"
        letters.write(event, self.page, letters.everybody_of(self.page), actor=self.user, text=self.comment)


class Withdraw(ReviewAction):
    """Take a published or submitted work away, with a reason; its record and history stay."""

    verb = "withdraw"

    def __init__(self, page: Any, user: Any, *, reason: str, task_state_id: int | None = None) -> None:
        super().__init__(page, user, task_state_id=task_state_id)
        self.reason = reason.strip()

    def check(self) -> None:
        if not may_withdraw(self.page, self.user):
            raise PermissionDenied
        if not (self.page.live or self.case.is_under_review or self.case.state == ReviewCase.State.IN_BANK):
            raise Stale.already_decided()
        if not self.reason:
            raise ReviewError(_("Write why the work is withdrawn."))

    def perform(self) -> None:
        if (workflow_state := self.page.current_workflow_state) is not None:
            workflow_state.cancel(self.user)
        void_recommendations(self.page)
        if self.page.live:
            UnpublishPageAction(self.page, user=self.user).execute(skip_permission_checks=True)
        self.move_case(ReviewCase.State.WITHDRAWN)
        self.record(self.reason)
        letters.write(
            "withdrawn", self.page, letters.everybody_of(self.page), actor=self.user, text=self.reason
        )


def may_withdraw(page: Any, user: Any) -> bool:
    """Tell whether a person may withdraw the page: its author, or an office of its chain today."""
    if not user.is_active:
        return False
    if page.author_users().filter(pk=user.pk).exists():
        return True
    day = clock.today()
    offices = {step.office for step in page.review_steps(day)}
    return any(page.office_holders(office, day).filter(pk=user.pk).exists() for office in offices)
