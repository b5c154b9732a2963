"""Whether the process lives and whether the site can serve: for supervisors, without names or contents."""

from datetime import datetime
from typing import Any

from django.db import DatabaseError, connection
from django.db.models import Min
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from review.models import Letter
from search.engines.base import EngineError
from search.engines.select import current_engine
from search.models import IndexChange


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer as long as the process does; asks nothing of the database."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Report the database, the index and what waits; 503 when the database or the index is away.

    Lags are numbers for monitoring: a late index or a late letter is no reason to take the site off.
    """
    report: dict[str, Any] = {"database": _database(), "index": _index()}
    if report["database"]:
        report |= {"outbox": _outbox(), "letters": _letters()}
    ready = report["database"] and report["index"]
    return JsonResponse({"ready": ready, **report}, status=200 if ready else 503)


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _index() -> bool:
    try:
        current_engine().knows("type", "document")
    except EngineError:
        return False
    return True


def _outbox() -> dict[str, int]:
    pending = IndexChange.objects.pending()
    return {"pending": pending.count(), "lag_seconds": _age(pending.aggregate(at=Min("created"))["at"])}


def _letters() -> dict[str, int]:
    waiting = Letter.objects.waiting()
    return {"waiting": waiting.count(), "oldest_seconds": _age(waiting.aggregate(at=Min("created_at"))["at"])}


def _age(moment: datetime | None) -> int:
    return max(int((timezone.now() - moment).total_seconds()), 0) if moment else 0
