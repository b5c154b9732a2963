"""Background work of this room."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from .extraction import Extracted, extract
from .kinds import extension_of
from .models import SiteDocument
from .signals import text_extracted


@task()
def extract_document_text(document_id: int) -> None:
    """Read a stored document's text, keep it and tell the rooms; a document deleted meanwhile is no error."""
    document = SiteDocument.objects.filter(pk=document_id).first()
    if document is not None:
        refresh_text(document)


def refresh_text(document: SiteDocument) -> None:
    """Read the text again from the file on the disk and send ``text_extracted``."""
    try:
        with document.open_file() as file:
            found = extract(file, extension_of(document.filename))
    except FileNotFoundError:
        found = Extracted("", _("The file is missing from the disk."))
    document.text, document.text_error, document.pages = found.text, found.error[:255], found.pages
    document.text_hash, document.text_extracted_at = document.file_hash, timezone.now()
    with transaction.atomic():
        document.save(
            update_fields=["text", "text_error", "pages", "text_hash", "text_extracted_at", "content_type"]
        )
        text_extracted.send(sender=SiteDocument, document=document)
