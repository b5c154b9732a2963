"""Text follows every change of a document's file, whichever way the file came."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from .models import SiteDocument
from .tasks import extract_document_text, refresh_text

INLINE_SIZE = 3 * 1024 * 1024
"""Up to so many bytes the text is read at once, so that a published work is found within seconds."""


@receiver(post_save, sender=SiteDocument)
def read_new_file(instance: SiteDocument, raw: bool = False, **kwargs: Any) -> None:
    if raw or kwargs.get("update_fields") is not None or not instance.file:
        return
    if not instance.file_hash:
        instance.get_file_hash()
    if instance.text_hash == instance.file_hash:
        return
    if instance.size <= INLINE_SIZE:
        refresh_text(instance)
    else:
        # The row of the task is written in the caller's transaction: a rollback takes it away.
        extract_document_text.enqueue(instance.pk)
