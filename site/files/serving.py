"""Answers that carry a document; ask ``access.can_read`` first."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag
from wagtail.documents.models import document_served

from .models import SiteDocument
from .names import safe_name

POLICY = "default-src 'none'; sandbox"
"""Whatever a file holds, nothing of it may run in the site's name."""


def document_response(document: SiteDocument, request: HttpRequest) -> HttpResponseBase:
    """Return the file as a download under its human name.

    The hash goes out as ``ETag``, so this must never be called for a document that is closed to the user.
    """
    etag = quote_etag(document.get_file_hash())
    not_modified = get_conditional_response(request, etag=etag)
    if not_modified is not None:
        return not_modified
    try:
        file = document.file.storage.open(document.file.name, "rb")
    except FileNotFoundError as error:
        raise Http404 from error
    document_served.send(sender=SiteDocument, instance=document, request=request)
    response = FileResponse(file, content_type=document.content_type or "application/octet-stream")
    _set_headers(response, document, etag)
    return response


def _set_headers(response: FileResponse, document: SiteDocument, etag: str) -> None:
    headers: dict[str, Any] = {
        "Content-Disposition": content_disposition_header(True, download_name(document)),
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        # Rights can be withdrawn: the browser asks again each time, and nobody between keeps a copy.
        "Cache-Control": "private, no-cache",
        "ETag": etag,
    }
    for name, value in headers.items():
        response.headers[name] = value


def download_name(document: SiteDocument) -> str:
    """Return the document's title as a file name, with the extension of the stored file."""
    extension = document.file_extension.lower()
    title = document.title.replace("/", "-").replace("\\", "-")
    return f"{safe_name(title + '.' + extension).title}.{extension}"
