"""A session that ended while somebody wrote: the text waits in the new session for the sign-in."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict

SALT = "desk.stash"
MAX_LENGTH = 400_000
View = Callable[..., HttpResponse]


def owner_mark(user: Any) -> str:
    """Return a signed mark of who writes: only this person gets the text back on a shared computer."""
    return signing.dumps(user.pk, salt=SALT)


def keep_for_sign_in(view: View) -> View:
    """Require a signed-in user; what an ended session posts is kept, then restored after the sign-in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if request.headers.get("X-Autosave") == "1":
            return JsonResponse({"saved": False, "signed_out": True}, status=401)
        if request.method == "POST":
            _put(request)
        return redirect_to_login(request.get_full_path())

    return guarded


def _put(request: HttpRequest) -> None:
    data = request.POST.copy()
    data.pop("csrfmiddlewaretoken", None)
    encoded = data.urlencode()
    if _owner(data) is not None and len(encoded) <= MAX_LENGTH:
        request.session["stash"] = {"path": request.path, "data": encoded}


def _owner(data: QueryDict) -> int | None:
    try:
        owner: int = signing.loads(data.get("owner_mark", ""), salt=SALT, max_age=7 * 24 * 3600)
    except signing.BadSignature:
        return None
    return owner


def take(request: HttpRequest) -> QueryDict | None:
    """Return what this person wrote at this address when the session had ended, once."""
    kept = request.session.get("stash")
    if not kept or kept["path"] != request.path:
        return None
    del request.session["stash"]
    data = QueryDict(kept["data"])
    return data if _owner(data) == request.user.pk else None
