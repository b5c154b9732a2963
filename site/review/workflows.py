"""Wagtail's workflows made from the steps of a regulation: one workflow a chain, whoever uses it."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import override
from wagtail.models import Workflow, WorkflowTask

from .steps import ReviewStep, StepKind
from .tasks import ConsentTask, OfficeTask, PublishTask, RecommendTask

TASKS: dict[StepKind, type[OfficeTask]] = {
    StepKind.RECOMMEND: RecommendTask,
    StepKind.CONSENT: ConsentTask,
    StepKind.PUBLISH: PublishTask,
}


def workflow_for(steps: Sequence[ReviewStep]) -> Workflow | None:
    """Return the workflow of these steps, making it at its first use; None for an empty chain."""
    if not steps:
        return None
    name = " → ".join(f"{step.kind}:{step.office}" for step in steps)
    if (found := Workflow.objects.filter(name=name, active=True).first()) is not None:
        return found
    with transaction.atomic():
        workflow = Workflow.objects.create(name=name)
        for order, step in enumerate(steps):
            WorkflowTask.objects.create(workflow=workflow, task=_task_for(step), sort_order=order)
    return workflow


def _task_for(step: ReviewStep) -> OfficeTask:
    model = TASKS[step.kind]
    found = model.objects.filter(office=step.office, active=True).first()
    if found is None:
        with override(None):
            found = model.objects.create(name=f"{step.kind}:{step.office}", office=step.office)
    return found
