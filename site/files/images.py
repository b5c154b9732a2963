"""The one gate for pictures: checked, then drawn anew so that nothing of the camera's data is left."""

import secrets
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.conf import settings
from PIL import Image, ImageOps

from .checks import check_size
from .kinds import IMAGE_TYPES
from .names import safe_name
from .refusals import refuse

MAX_PIXELS = 40_000_000
FORMATS = {"JPEG": ("jpg", "jpeg"), "PNG": ("png",), "WEBP": ("webp",), "AVIF": ("avif",)}
SAVE_OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 92, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 92},
    "AVIF": {"quality": 85},
}


@dataclass(frozen=True)
class CheckedImage:
    """An acceptable picture without metadata."""

    name: str
    """Safe name for the disk, with letters nobody can guess: pictures of drafts stay unfound."""
    title: str
    content_type: str
    content: bytes


def check_image(uploaded_file: Any) -> CheckedImage:
    """Check a picture and redraw it upright, without EXIF, GPS and anything hidden behind its end.

    Raises:
        ValidationError: the file is refused; the message says why.
    """
    name = safe_name(uploaded_file.name or "")
    accepted = [kind for kind in settings.WAGTAILIMAGES_EXTENSIONS if kind in IMAGE_TYPES]
    if name.extension not in accepted:
        raise refuse("extension", extension=name.extension, accepted=", ".join(accepted))
    check_size(uploaded_file.size, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    uploaded_file.seek(0)
    try:
        content = _redrawn(uploaded_file.read(), name.extension)
    finally:
        uploaded_file.seek(0)
    stem = name.stored.removesuffix(f".{name.extension}")
    return CheckedImage(
        name=f"{stem}-{secrets.token_hex(5)}.{name.extension}",
        title=name.title,
        content_type=IMAGE_TYPES[name.extension],
        content=content,
    )


def _redrawn(data: bytes, extension: str) -> bytes:
    try:
        picture = Image.open(BytesIO(data), formats=list(FORMATS))
        kind = picture.format or ""
        if picture.width * picture.height > MAX_PIXELS:
            raise _too_many_pixels(picture.width * picture.height)
        if extension not in FORMATS[kind]:
            raise refuse("renamed", extension=extension)
        upright = ImageOps.exif_transpose(picture)
        result = BytesIO()
        upright.info = {}
        upright.save(result, kind, **SAVE_OPTIONS[kind], **_colours(picture))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels(Image.MAX_IMAGE_PIXELS or 0) from error
    except (OSError, SyntaxError, ValueError, KeyError, EOFError) as error:
        raise refuse("not_image", accepted=", ".join(IMAGE_TYPES)) from error
    return result.getvalue()


def _too_many_pixels(count: int) -> Exception:
    return refuse("pixels", pixels=round(count / 1_000_000), limit=MAX_PIXELS // 1_000_000)


def _colours(picture: Image.Image) -> dict[str, Any]:
    """Return the colour profile: the only data of the original that changes how it looks."""
    profile = picture.info.get("icc_profile")
    return {"icc_profile": profile} if profile else {}
