"""Leads staff to their second factor before anything else."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.roles import ADMIN_ACCESS


class SecondFactorForStaff:
    """Sends staff without an authenticator to set one up, when ``SECOND_FACTOR_FOR_STAFF`` is on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not self._must_set_up(request):
            return self.get_response(request)
        url = reverse("mfa_index")
        if request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Redirect": url})
        messages.warning(request, _("Your role needs a second factor. Set it up to go on."))
        return HttpResponseRedirect(url)

    def _must_set_up(self, request: HttpRequest) -> bool:
        if not settings.SECOND_FACTOR_FOR_STAFF or not request.user.is_authenticated:
            return False
        if request.path.startswith((reverse("account_login").removesuffix("login/"), settings.STATIC_URL)):
            return False
        return is_staff_member(request) and not is_mfa_enabled(request.user)


def is_staff_member(request: HttpRequest) -> bool:
    """Say whether the signed-in user may enter the admin."""
    user = request.user
    return bool(user.is_staff or user.is_superuser or user.has_perm(ADMIN_ACCESS))
