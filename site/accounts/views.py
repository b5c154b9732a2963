"""Addresses of allauth that this site does not offer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def closed(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """Say that the page is not offered and who can help."""
    return render(request, "account/signup_closed.html", status=404)
