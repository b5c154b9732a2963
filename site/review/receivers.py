"""What Wagtail's own screens do to a review."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import workflow_cancelled

from . import clock
from .models import ReviewCase


@receiver(workflow_cancelled)
def _workflow_cancelled(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Follow a cancelling from Wagtail's admin; our own acts set their state after it."""
    cases = ReviewCase.objects.under_review().filter(page_id=int(instance.object_id))
    cases.update(state=ReviewCase.State.DRAFT, step="", office="", since=clock.now())
