"""What the site says when it cannot take a file."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MESSAGES = {
    "empty": _("The file is empty. Check it on your computer and upload it again."),
    "too_large": _("The file is too large: %(size)s. The limit is %(limit)s."),
    "extension": _("Files of this type are not accepted: “%(extension)s”. Accepted types: %(accepted)s."),
    "renamed": _(
        "The content of the file does not match the extension “%(extension)s”: it may have been renamed. "
        "Open it in the program it was made in and save it anew."
    ),
    "password": _("The file is protected with a password. Remove the protection and upload it again."),
    "damaged": _("The file is damaged or incomplete. Open it, save it anew and upload it again."),
    "bomb": _("The file unpacks into too much data, so it cannot be taken."),
    "nested": _("The file holds an archive or a program (%(name)s). Remove it and upload the file again."),
    "macros": _("The file holds macros. Save it without macros and upload it again."),
    "not_image": _("This is not a picture, or the picture is damaged. Accepted types: %(accepted)s."),
    "pixels": _("The picture is too large: %(pixels)s million pixels. The limit is %(limit)s million."),
}


def refuse(code: str, **params: Any) -> ValidationError:
    """Return the error to raise; ``code`` is a key of the table above."""
    return ValidationError(MESSAGES[code], code=code, params=params)
