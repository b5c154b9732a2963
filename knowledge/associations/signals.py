"""Changes beside the page that its readers or the search can see."""

from typing import Any

from knowledge.associations.models import AssociationPage, HeadAppointment
from knowledge.people.models import Educator
from search.outbox import record_change, record_changes, record_ids


def record_of_association(instance: Any, **kwargs: Any) -> None:
    """Note the association whose head or members changed."""
    record_change(instance.association_id)


def record_of_educator(instance: Educator, **kwargs: Any) -> None:
    """Note the associations an educator heads or headed: the name or the post may have changed."""
    led = HeadAppointment.objects.filter(educator_id=instance.pk)
    record_ids(set(led.values_list("association_id", flat=True)))


def remember_name(instance: AssociationPage, **kwargs: Any) -> None:
    """Note before the save whether readers will see the association under another name or address."""
    old = AssociationPage.objects.filter(pk=instance.pk).values_list("title", "slug").first()
    instance.__dict__["_is_renamed"] = old is not None and old != (instance.title, instance.slug)


def record_of_renamed(instance: AssociationPage, **kwargs: Any) -> None:
    """Note the works of an association that got another name: their documents carry it."""
    if instance.__dict__.pop("_is_renamed", False):
        record_changes(instance.works.all())
