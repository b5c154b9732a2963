"""Who knocks: the address and the name by which failed sign-ins are counted."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from accounts.models import User


def client_ip(request: HttpRequest) -> str:
    """Return the client's address, looking through as many proxies as ``TRUSTED_PROXY_COUNT`` says.

    Without that setting the header is not believed: anybody can write it.
    """
    remote = str(request.META.get("REMOTE_ADDR") or "0.0.0.0")  # noqa: S104 - unix sockets give no address
    count = settings.TRUSTED_PROXY_COUNT
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    return hops[-count] if 0 < count <= len(hops) else remote


def attempted_login(request: HttpRequest | None, credentials: Mapping[str, Any] | None = None) -> str:
    """Return the name to count failures by: one for a user's name and e-mail, whatever their case."""
    given = dict(credentials or {})
    login = given.get("username") or given.get("email") or (request.POST.get("login") if request else "")
    login = str(login or "").strip().lower()
    if "@" not in login:
        return login
    owners = User.objects.filter(email__iexact=login).order_by("pk")
    return str(owners.values_list("username", flat=True).first() or login).lower()


def nobody(*args: Any, **kwargs: Any) -> str:
    """Stand for the client in axes' log lines: names and addresses stay out of logs."""
    return "a client"
