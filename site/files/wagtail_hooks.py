"""Documents through Wagtail's address ``/documents/<id>/<name>``."""

from django.http import Http404, HttpRequest, HttpResponseBase
from wagtail import hooks

from .access import can_read
from .models import SiteDocument
from .serving import document_response


@hooks.register("before_serve_document", order=-100)
def refuse_closed_document(document: SiteDocument, request: HttpRequest) -> None:
    """Answer 404 before anything else, so that a closed document cannot be told from a missing one.

    Raises:
        Http404: no rule opens the document to the user.
    """
    if not can_read(request.user, document):
        raise Http404


@hooks.register("before_serve_document", order=100)
def serve_open_document(document: SiteDocument, request: HttpRequest) -> HttpResponseBase:
    # After Wagtail's own hook, which asks for the password of a closed collection.
    return document_response(document, request)
