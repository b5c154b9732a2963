"""The reviewers' acts: recommend, agree, return, decline."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from review import letters
from review.errors import ReviewError
from review.models import Recommendation, ReviewCase

from .base import OfficeAction


class Recommend(OfficeAction):
    """Recommend for publication, with grounds. It publishes nothing."""

    verb = "recommend"

    def __init__(
        self,
        page: Any,
        user: Any,
        *,
        grounds: str,
        for_site: bool = True,
        for_press: bool = False,
        minutes_number: str = "",
        minutes_date: date | str | None = None,
        votes_for: int | None = None,
        votes_against: int | None = None,
        votes_abstained: int | None = None,
        head_vote: str = "",
        task_state_id: int | None = None,
    ) -> None:
        super().__init__(page, user, task_state_id=task_state_id)
        self.grounds = grounds.strip()
        self.fields = {
            "for_site": for_site,
            "for_press": for_press,
            "minutes_number": minutes_number,
            "minutes_date": minutes_date or None,
            "votes_for": votes_for,
            "votes_against": votes_against,
            "votes_abstained": votes_abstained,
        }
        self.head_vote = head_vote

    def check(self) -> None:
        super().check()
        self.require_reviewed_text()
        _require(self.grounds, _("Say why you recommend the work."))
        if not (self.fields["for_site"] or self.fields["for_press"]):
            raise ReviewError(_("Choose where the work is recommended to: the site, the press or both."))
        self.page.check_recommendation(self.task.office, {**self.fields, "head_vote": self.head_vote})

    def perform(self) -> None:
        recommendation = self.decide(Recommendation.Verdict.RECOMMENDED, self.grounds, **self.fields)
        self.task_state.approve(user=self.user, comment=self.grounds)
        self.follow_workflow()
        self.record(self.grounds, recommendation.office_held)
        letters.write("recommended", self.page, self.page.author_users(), actor=self.user, text=self.grounds)
        letters.ask_office(self.page, self.case)


class Consent(OfficeAction):
    """Agree that the work goes on to the next step."""

    verb = "consent"

    def __init__(self, page: Any, user: Any, *, comment: str = "", task_state_id: int | None = None) -> None:
        super().__init__(page, user, task_state_id=task_state_id)
        self.comment = comment.strip()

    def check(self) -> None:
        super().check()
        self.require_reviewed_text()

    def perform(self) -> None:
        decision = self.decide(Recommendation.Verdict.CONSENTED, self.comment)
        self.task_state.approve(user=self.user, comment=self.comment)
        self.follow_workflow()
        self.record(self.comment, decision.office_held)
        letters.ask_office(self.page, self.case)


class Return(OfficeAction):
    """Give the work back with remarks; the author corrects it and submits again."""

    verb = "return"

    def __init__(self, page: Any, user: Any, *, remarks: str, task_state_id: int | None = None) -> None:
        super().__init__(page, user, task_state_id=task_state_id)
        self.remarks = remarks.strip()

    def check(self) -> None:
        super().check()
        _require(self.remarks, _("Write what should be corrected."))

    def perform(self) -> None:
        decision = self.decide(Recommendation.Verdict.RETURNED, self.remarks)
        self.task_state.reject(user=self.user, comment=self.remarks)
        self.move_case(ReviewCase.State.RETURNED)
        self.record(self.remarks, decision.office_held)
        letters.write(
            "returned", self.page, letters.everybody_of(self.page), actor=self.user, text=self.remarks
        )


class Decline(OfficeAction):
    """Refuse the work for good, with a reason."""

    verb = "decline"

    def __init__(self, page: Any, user: Any, *, reason: str, task_state_id: int | None = None) -> None:
        super().__init__(page, user, task_state_id=task_state_id)
        self.reason = reason.strip()

    def check(self) -> None:
        super().check()
        _require(self.reason, _("Write why the work is declined."))

    def perform(self) -> None:
        decision = self.decide(Recommendation.Verdict.DECLINED, self.reason)
        self.page.current_workflow_state.cancel(self.user)
        self.move_case(ReviewCase.State.DECLINED)
        self.record(self.reason, decision.office_held)
        letters.write(
            "declined", self.page, letters.everybody_of(self.page), actor=self.user, text=self.reason
        )


def _require(text: str, message: str) -> None:
    if not text:
        raise ReviewError(message)
