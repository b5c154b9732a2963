"""The answer to somebody who has failed to sign in too often."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def locked_out(request: HttpRequest, response: Any = None, credentials: Any = None) -> HttpResponse:
    """Say how long to wait; 429 with ``Retry-After``."""
    wait = int(settings.AXES_COOLOFF_TIME.total_seconds())
    page = render(request, "accounts/locked_out.html", {"minutes": wait // 60}, status=429)
    page["Retry-After"] = str(wait)
    return page
