"""Documents by rules; pictures under ``/media/``: ready sizes only, never originals, never documents."""

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail import hooks

from .kinds import IMAGE_TYPES, extension_of
from .models import SiteDocument
from .serving import document_response

YEAR = 365 * 24 * 60 * 60


@require_safe
def document(request: HttpRequest, document_id: int, name: str) -> HttpResponseBase:
    """Send a document to whoever may read it.

    It stands in front of Wagtail's view of the same address, which cannot be given other headers: a hook's
    answer counts there only when it is not streamed. The hooks hold our rule and Wagtail's own ones.
    """
    found = get_object_or_404(SiteDocument, pk=document_id)
    if found.filename != name:
        raise Http404
    for hook in hooks.get_hooks("before_serve_document"):
        answer = hook(found, request)
        if isinstance(answer, HttpResponse):
            return answer
    return document_response(found, request)


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
