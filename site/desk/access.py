"""Which works a desk shows. What one may not see does not exist: 404, never 403."""

from typing import Any

from django.http import Http404, HttpRequest

from experience_bank.models import WorkPage
from review.clock import today


def work_or_404(request: HttpRequest, pk: int) -> Any:
    """Return the specific work if this person may see its draft and history.

    Raises:
        Http404: no such work, or not theirs to see.
    """
    work = WorkPage.objects.visible_to(request.user, today()).filter(pk=pk).first()
    if work is None:
        raise Http404
    return work.specific
