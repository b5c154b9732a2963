"""A page is found by the words of its file, whenever those were read."""

from typing import Any

from django.dispatch import receiver

from files.models import SiteDocument
from files.signals import text_extracted
from search.outbox import record_changes

from .models import NormativeDocumentPage


@receiver(text_extracted)
def index_pages_of(document: SiteDocument, **kwargs: Any) -> None:
    record_changes(NormativeDocumentPage.objects.filter(document=document))
