"""What makes a published work's document stale besides publishing it."""

from typing import Any

from django.db.models import Q
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.signals import page_published

from files.signals import text_extracted
from knowledge.associations.models import AssociationPage
from knowledge.people.models import Educator
from knowledge.vocabularies.models import ExperienceKind, InnovationKind, MaterialType, Stage, Subject
from search.outbox import record_changes

from .indexing import works_holding
from .models import WorkPage


@receiver(text_extracted)
def _text_came(sender: Any, document: Any, **kwargs: Any) -> None:
    record_changes(works_holding(document.pk))


@receiver(page_published, sender=AssociationPage)
def _association_renamed(sender: Any, instance: Any, **kwargs: Any) -> None:
    record_changes(WorkPage.objects.live().filter(association_id=instance.pk))


@receiver(post_save, sender=Subject)
@receiver(post_save, sender=MaterialType)
@receiver(post_save, sender=ExperienceKind)
@receiver(post_save, sender=InnovationKind)
@receiver(post_save, sender=Stage)
@receiver(post_save, sender=Educator)
def _word_renamed(sender: Any, instance: Any, created: bool, **kwargs: Any) -> None:
    if created:
        return
    places = {
        Subject: Q(subjects=instance),
        MaterialType: Q(methodicalmaterialpage__material_type=instance),
        ExperienceKind: Q(experiencepage__experience_kind=instance),
        InnovationKind: Q(innovationpage__innovation_kind=instance),
        Stage: Q(experiencepage__stage=instance) | Q(innovationpage__stage=instance),
        Educator: Q(authors__educator=instance),
    }
    record_changes(WorkPage.objects.live().filter(places[sender]).distinct())
