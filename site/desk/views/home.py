"""The first page of the desk: what waits for me, what I sent."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.roles import Role
from experience_bank.models import WorkPage
from knowledge.associations.offices import led_by
from review.clock import today
from review.models import ReviewCase

PER_PAGE = 25
STAFF = (Role.METHODIST, Role.DIRECTOR, Role.ADMINISTRATOR)


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show one of the lists: my moves, my works, what I decided, everything under review (staff)."""
    user: Any = request.user
    lists: dict[str, Any] = {
        "waiting": ReviewCase.objects.awaiting(user, today()),
        "mine": ReviewCase.objects.filter(page__in=WorkPage.objects.of_author(user).values("pk")).order_by(
            "-since"
        ),
        "decided": ReviewCase.objects.filter(
            pk__in=ReviewCase.objects.filter(page__recommendations__reviewer=user).values("pk")
        ).order_by("-since"),
    }
    if user.has_role(*STAFF):
        lists["all"] = ReviewCase.objects.under_review().order_by("since")
    counts = {name: cases.count() for name, cases in lists.items()}
    default = "waiting" if counts["waiting"] or not counts["mine"] else "mine"
    tab = request.GET.get("tab", default)
    tab = tab if tab in lists else default
    page = Paginator(lists[tab].select_related("page__owner"), PER_PAGE).get_page(request.GET.get("page"))
    works = WorkPage.objects.filter(pk__in=[case.page_id for case in page]).select_related(
        "association", "content_type"
    )
    context = {
        "tab": tab,
        "counts": counts,
        "page_obj": page,
        "works": {work.pk: work for work in works},
        "led": led_by(user, today()),
        "crumbs": [],
    }
    return render(request, "desk/home.html", context)
