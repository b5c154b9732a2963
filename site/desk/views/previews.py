"""A draft as its readers will see it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desk.access import work_or_404


@login_required
@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Render the latest draft in the public template, for those who may see it."""
    draft = work_or_404(request, pk).get_latest_revision_as_object()
    context = draft.get_context(request) | {"is_preview": True}
    response = render(request, draft.get_template(request), context)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
