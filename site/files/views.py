"""Pictures under ``/media/``: ready sizes only, never originals, never documents."""

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from .kinds import IMAGE_TYPES, extension_of

YEAR = 365 * 24 * 60 * 60


@require_safe
def rendition(request: HttpRequest, name: str) -> FileResponse:
    """Send a picture of the folder ``images``; the name changes with the content, hence the year."""
    content_type = IMAGE_TYPES.get(extension_of(name))
    if content_type is None or ".." in name or "\\" in name or "\0" in name:
        raise Http404
    try:
        file = default_storage.open(f"images/{name}", "rb")
    except (OSError, SuspiciousFileOperation) as error:
        raise Http404 from error
    response = FileResponse(file, content_type=content_type)
    response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
