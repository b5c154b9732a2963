"""Public pages of profiles: what each regulation asks for, in words and with clauses."""

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .describe import describe
from .models import RegulationProfile


@require_safe
def profile_list(request: HttpRequest) -> HttpResponse:
    """All profiles that have an edition."""
    profiles = RegulationProfile.objects.filter(editions__isnull=False).distinct()
    crumbs = [(_("Regulations"), "")]
    return render(request, "regulations/index.html", {"profiles": profiles, "crumbs": crumbs})


@require_safe
def profile_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One profile on a day (``?on=2024-09-01``), by default today.

    Raises:
        Http404: no such profile, or no edition of it is in force on the day.
    """
    profile = get_object_or_404(RegulationProfile, slug=slug)
    edition = profile.edition_on(_day(request))
    if edition is None:
        raise Http404(_("No edition is in force on this day."))
    context = {
        "profile": profile,
        "edition": edition,
        "data": edition.profile_data,
        "blocks": describe(edition.profile_data),
        "editions": profile.editions.all(),
        "crumbs": [
            (_("Regulations"), reverse("regulations:index")),
            (profile.title, ""),
        ],
    }
    return render(request, "regulations/profile.html", context)


def _day(request: HttpRequest) -> dt.date:
    try:
        return dt.date.fromisoformat(request.GET["on"])
    except (KeyError, ValueError):
        return timezone.localdate()
