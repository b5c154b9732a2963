"""The kinds of files the site takes, in one table."""

from pathlib import PurePosixPath

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "txt": "text/plain",
}
IMAGE_TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "avif": "image/avif",
}


def extension_of(name: str) -> str:
    """Return the extension of a file name: lower case, without the dot."""
    return PurePosixPath(name).suffix[1:].lower()


def content_type_of(name: str) -> str:
    """Return the content type a document is served with; an unknown one is only bytes."""
    return CONTENT_TYPES.get(extension_of(name), "application/octet-stream")
