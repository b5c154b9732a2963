"""The one gate for documents: every way in calls ``check_document``."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from wagtail.utils.file import hash_filelike

from .kinds import content_type_of
from .names import safe_name
from .refusals import refuse
from .sniffing import CHECKS


@dataclass(frozen=True)
class CheckedFile:
    """What was found out about an acceptable file."""

    name: str
    """Safe name for the disk."""
    title: str
    extension: str
    content_type: str
    size: int
    """Bytes."""
    hash: str
    """SHA-1 of the content, as Wagtail counts it."""


def check_document(uploaded_file: Any) -> CheckedFile:
    """Look at an uploaded file from every side; its position is put back to the beginning.

    Raises:
        ValidationError: the file is refused; the message says why and what to do.
    """
    name = safe_name(uploaded_file.name or "")
    accepted = settings.WAGTAILDOCS_EXTENSIONS
    if name.extension not in accepted or name.extension not in CHECKS:
        raise refuse("extension", extension=name.extension, accepted=", ".join(accepted))
    check_size(uploaded_file.size, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    try:
        uploaded_file.seek(0)
        CHECKS[name.extension](uploaded_file)
        uploaded_file.seek(0)
        digest = hash_filelike(uploaded_file)
    finally:
        uploaded_file.seek(0)
    return CheckedFile(
        name=name.stored,
        title=name.title,
        extension=name.extension,
        content_type=content_type_of(name.stored),
        size=uploaded_file.size,
        hash=digest,
    )


def check_size(size: int, limit: int) -> None:
    """Refuse nothing and too much, both in bytes."""
    if size == 0:
        raise refuse("empty")
    if size > limit:
        raise refuse("too_large", size=filesizeformat(size), limit=filesizeformat(limit))
