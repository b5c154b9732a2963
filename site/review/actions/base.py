"""The frame of every act: rights, change, log and letters in one transaction."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import TaskState

from review import clock
from review.errors import Stale
from review.models import Recommendation, ReviewCase
from review.steps import Office, StepKind
from review.tasks import OfficeTask


class ReviewAction:
    """One verb of the review. Views, desks, admin and commands call ``execute`` and nothing else."""

    verb = ""
    case: ReviewCase

    def __init__(self, page: Any, user: Any, *, task_state_id: int | None = None) -> None:
        self.page = page
        self.user = user
        self.task_state_id = task_state_id

    def execute(self) -> ReviewCase:
        """Do it.

        Raises:
            PermissionDenied: when it is not this person's to do.
            ReviewError: when it can't be done now; the text says why.
        """
        with transaction.atomic():
            self.case = _locked_case(self.page)
            self.page.refresh_from_db()
            self.check()
            self.perform()
        return self.case

    def check(self) -> None:
        raise NotImplementedError  # pragma: no cover

    def perform(self) -> None:
        raise NotImplementedError  # pragma: no cover

    def record(self, text: str = "", office: str = "") -> None:
        """Write the act into the page's history: who, in what office, with what words."""
        log(
            instance=self.page,
            action=f"review.{self.verb}",
            user=self.user,
            timestamp=clock.now(),
            data={"name": self.user.get_full_name(), "office": office, "text": text},
        )

    def require_author(self) -> None:
        if not self.page.author_users().filter(pk=self.user.pk).exists():
            raise PermissionDenied

    def move_case(self, state: str, step: str = "", office: str = "") -> None:
        self.case.state = state
        self.case.step = step
        self.case.office = office
        self.case.since = clock.now()
        self.case.save()

    def follow_workflow(self) -> None:
        """Copy the workflow's current step to the case."""
        workflow_state = self.page.current_workflow_state
        task = workflow_state.current_task_state.task.specific
        first = workflow_state.workflow.tasks.first()
        step = step_of(task)
        beyond_first = step == StepKind.PUBLISH and task.pk != first.pk
        state = ReviewCase.State.RECOMMENDED if beyond_first else ReviewCase.State.SUBMITTED
        self.move_case(state, step, task.office)


class OfficeAction(ReviewAction):
    """An act of the office whose move it is."""

    task_state: TaskState
    task: OfficeTask

    def check(self) -> None:
        workflow_state = self.page.current_workflow_state
        current = workflow_state.current_task_state if workflow_state else None
        if current is None or current.status != TaskState.STATUS_IN_PROGRESS:
            raise Stale.already_decided()
        if self.task_state_id is not None and self.task_state_id != current.pk:
            raise Stale.already_decided()
        self.task_state, self.task = current, current.task.specific
        if self.verb not in dict(self.task.verbs) or not self.task.may_act(self.page, self.user):
            raise PermissionDenied

    def require_reviewed_text(self) -> None:
        if self.page.latest_revision_id != self.task_state.revision_id:
            raise Stale.text_changed()

    def office_held(self) -> str:
        return str(self.page.office_title(Office(self.task.office), self.user))

    def decide(self, verdict: str, grounds: str, **fields: Any) -> Recommendation:
        return Recommendation.objects.create(
            page_id=self.page.pk,
            revision_id=self.task_state.revision_id,
            reviewer=self.user,
            reviewer_name=self.user.get_full_name(),
            office=self.task.office,
            office_held=self.office_held(),
            verdict=verdict,
            grounds=grounds,
            decided_at=clock.now(),
            **fields,
        )


def step_of(task: OfficeTask) -> StepKind:
    """Return the kind of step a task makes."""
    from review.workflows import TASKS

    return next(kind for kind, model in TASKS.items() if isinstance(task, model))


def _locked_case(page: Any) -> ReviewCase:
    ReviewCase.objects.get_or_create(page_id=page.pk, defaults={"since": clock.now()})
    return ReviewCase.objects.select_for_update().get(page_id=page.pk)
