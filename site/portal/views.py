"""Small addresses of the frame: display settings, robots.txt."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from portal import reading


def _way_back(request: HttpRequest) -> str:
    """Return where the reader came from, if it is a page of this site, else the home page."""
    for target in (request.POST.get("next", ""), request.headers.get("Referer", "")):
        if target and url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
            return target
    return "/"


# A token here would put a cookie on every reader of every public page. What a forged request could
# do is change the colours, and a cross-site one is refused below.
@csrf_exempt
@require_POST
def reading_settings(request: HttpRequest) -> HttpResponse:
    """Remember how the reader wants pages to look and lead back to the page."""
    response = HttpResponseRedirect(_way_back(request))
    if request.headers.get("Sec-Fetch-Site", "same-origin") == "cross-site":
        return response
    values = {} if "reset" in request.POST else reading.chosen(request.POST)
    if values:
        response.set_cookie(
            reading.COOKIE,
            reading.dump(values),
            max_age=reading.COOKIE_AGE,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    else:
        response.delete_cookie(reading.COOKIE, samesite="Lax")
    return response


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri("/sitemap.xml")
    return render(
        request, "portal/robots.txt", {"sitemap": sitemap}, content_type="text/plain; charset=utf-8"
    )
