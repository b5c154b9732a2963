"""Which works wait for a person."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from knowledge.associations.queues import Queue
from review.subjects import register_awaiting

from .models import WorkAuthor


@register_awaiting
def works_awaiting(user: User, on: date) -> Q:
    """Return the condition on review cases of works that wait for the person that day."""
    wrote = WorkAuthor.objects.filter(page_id=OuterRef(OuterRef("page_id")), educator__user_id=OuterRef("pk"))
    authors = Q(pk=OuterRef("page__owner_id")) | Q(Exists(wrote))
    queue = Queue(user, on, association="page__workpage__association", authors=authors)
    return Q(page__workpage__isnull=False) & queue.condition()
