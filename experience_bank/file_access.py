"""Who may read a work's file."""

from typing import Any

from files.access import register_rule
from files.models import SiteDocument
from review.clock import today

from .models import WorkPage


@register_rule
def of_a_published_work(user: Any, document: SiteDocument) -> bool:
    """Anybody reads what a live public work holds; a row of a draft's file opens nothing."""
    return WorkPage.objects.live().public().filter(attachments__document=document).exists()


@register_rule
def of_a_visible_draft(user: Any, document: SiteDocument) -> bool:
    """Those who may see the draft read the files brought for it."""
    if document.attached_to_id is None:
        return False
    return WorkPage.objects.visible_to(user, today()).filter(pk=document.attached_to_id).exists()
