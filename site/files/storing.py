"""Taking a checked file in; desks, forms and commands all come through here."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from wagtail.models import Collection, Page

from accounts.models import User

from .checks import check_document
from .images import check_image
from .models import SiteDocument, SiteImage
from .names import visible_text


@transaction.atomic
def store_document(
    *,
    file: Any,
    title: str,
    user: User | None,
    attached_to: Page | None,
    collection: Collection | None = None,
) -> SiteDocument:
    """Check ``file`` and keep it; its text follows at once or, for a large file, by a task.

    The same content brought again by the same user for the same page gives the document already there.

    Args:
        file: an uploaded file or any Django ``File`` with a name.
        title: what people will read; empty means the file's own name.
        user: who brought it; None for commands.
        attached_to: the page the file belongs to, None when it stands alone.
        collection: None means the root collection.

    Raises:
        ValidationError: the file is not acceptable, with the reason.
    """
    checked = check_document(file)
    same = SiteDocument.objects.filter(file_hash=checked.hash, uploaded_by_user=user, attached_to=attached_to)
    if found := same.order_by("pk").first():
        return found
    document = SiteDocument(
        title=visible_text(title)[:255] or checked.title, uploaded_by_user=user, attached_to=attached_to
    )
    if collection is not None:
        document.collection = collection
    file.seek(0)
    document.file_hash, document.file_size = checked.hash, checked.size
    document.file.save(checked.name, file, save=False)
    document.save()
    return document


@transaction.atomic
def store_image(
    *, file: Any, title: str, user: User | None, description: str = "", collection: Collection | None = None
) -> SiteImage:
    """Check a picture, take the camera's data (place, device) out of it and keep it.

    Raises:
        ValidationError: the picture is not acceptable, with the reason.
    """
    checked = check_image(file)
    image = SiteImage(
        title=visible_text(title)[:255] or checked.title, description=description, uploaded_by_user=user
    )
    if collection is not None:
        image.collection = collection
    image.file = SimpleUploadedFile(checked.name, checked.content, checked.content_type)
    image._set_image_file_metadata()
    image.save()
    return image
