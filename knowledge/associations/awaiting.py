"""Which passports wait for a person."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from accounts.models import User

from .models import HeadAppointment
from .queues import Queue


def passports_awaiting(user: User, on: date) -> Q:
    """Return the condition on review cases of passports that wait for the person that day.

    A passport is its head's own work.
    """
    heads = HeadAppointment.objects.in_force(on).filter(
        association_id=OuterRef(OuterRef("page_id")), educator__user_id=OuterRef("pk")
    )
    queue = Queue(user, on, association="page__associationpage", authors=Q(Exists(heads)))
    return Q(page__associationpage__isnull=False) & queue.condition()
