"""Steps as Wagtail tasks: the person is computed from the page, Wagtail's permissions give nothing here."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from .clock import today
from .steps import Office
from .subjects import reviewed_page

Action = tuple[str, Any, bool]


class OfficeTask(Task):
    """A step that the holder of an office makes."""

    office = models.CharField(_("office"), max_length=20, choices=Office.choices)

    verbs: tuple[tuple[str, Any], ...] = ()
    admin_form_fields = [*Task.admin_form_fields, "office"]
    admin_form_readonly_on_edit_fields = [*Task.admin_form_readonly_on_edit_fields, "office"]

    class Meta:
        abstract = True

    def may_act(self, obj: Any, user: Any) -> bool:
        """Tell whether the move is this person's today: an office held, and no work of one's own."""
        if not user.is_active:
            return False
        return reviewed_page(obj).office_holders(Office(self.office), today()).filter(pk=user.pk).exists()

    def get_actions(self, obj: Any, user: Any) -> list[Action]:
        return [(name, label, True) for name, label in self.verbs] if self.may_act(obj, user) else []

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        from .forms import form_for

        return form_for(action, Office(self.office))

    def get_template_for_action(self, action: str) -> str:
        return ""

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        from .actions import ACTIONS

        if action_name not in dict(self.verbs):
            raise PermissionDenied
        page = reviewed_page(task_state.workflow_state.content_object)
        ACTIONS[action_name](page, user, task_state_id=task_state.pk, **kwargs).execute()

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        # What is being reviewed does not change, whoever opens Wagtail's editor.
        return True

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return False

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        from .models import ReviewCase

        waiting = ReviewCase.objects.awaiting(user, today()).order_by().values_list("page_id", flat=True)
        return TaskState.objects.filter(
            task_id=self.pk,
            status=TaskState.STATUS_IN_PROGRESS,
            workflow_state__object_id__in=[str(pk) for pk in waiting],
        )


class RecommendTask(OfficeTask):
    """Recommend with grounds, return with remarks, or decline with a reason."""

    verbs = (("recommend", _("Recommend")), ("return", _("Return with remarks")), ("decline", _("Decline")))

    class Meta:
        verbose_name = _("recommendation by an office")
        verbose_name_plural = _("recommendations by offices")


class ConsentTask(OfficeTask):
    """Agree, or return with remarks."""

    verbs = (("consent", _("Agree")), ("return", _("Return with remarks")))

    class Meta:
        verbose_name = _("consent of an office")
        verbose_name_plural = _("consents of offices")


class PublishTask(OfficeTask):
    """Publish exactly the reviewed revision, or return it with remarks."""

    verbs = (("publish", _("Register and publish")), ("return", _("Return with remarks")))

    class Meta:
        verbose_name = _("publication by an office")
        verbose_name_plural = _("publications by offices")
