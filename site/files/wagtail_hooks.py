"""The rule of access in Wagtail's own view too, should an address ever lead there."""

from django.http import Http404, HttpRequest
from wagtail import hooks

from .access import can_read
from .models import SiteDocument


@hooks.register("before_serve_document", order=-100)
def refuse_closed_document(document: SiteDocument, request: HttpRequest) -> None:
    """Answer 404 before anything else, so that a closed document cannot be told from a missing one.

    Raises:
        Http404: no rule opens the document to the user.
    """
    if not can_read(request.user, document):
        raise Http404
