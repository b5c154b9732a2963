"""Publishing what was reviewed: this revision and no other, and only what was recommended for the site."""

from typing import Any

from django.utils import timezone
from wagtail.models import Page

from . import clock
from .errors import Stale
from .models import Recommendation, ReviewCase
from .steps import StepKind
from .subjects import reviewed_page


def standing_recommendation(page: Any) -> Recommendation | None:
    """Return the recommendation that holds for the text under review, if there is one."""
    return (
        Recommendation.objects.filter(
            page_id=page.pk, verdict=Recommendation.Verdict.RECOMMENDED, voided_at__isnull=True
        )
        .order_by("-decided_at", "-pk")
        .first()
    )


def cleared_for_site(page: Any) -> bool:
    """Tell whether the chain's recommendation, when it has one, names the site as a place of publication."""
    kinds = {step.kind for step in page.review_steps(clock.today())}
    if StepKind.RECOMMEND not in kinds:
        return True
    recommendation = standing_recommendation(page)
    return recommendation is not None and recommendation.for_site


def publish_reviewed(page: Any, user: Any) -> None:
    """Publish the revision that was reviewed.

    Raises:
        Stale: when the text changed after the review.
    """
    page = reviewed_page(page)
    case = ReviewCase.objects.select_related("revision").get(page_id=page.pk)
    if case.revision is None or case.revision_id != page.latest_revision_id:
        raise Stale.text_changed()
    if not cleared_for_site(page):
        return
    case.revision.publish(user=user, skip_permission_checks=True)
    _date_publication(page.pk)


def _date_publication(page_id: int) -> None:
    moment = clock.now()
    if abs((timezone.now() - moment).total_seconds()) < 1:
        return
    pages = Page.objects.filter(pk=page_id)
    pages.update(last_published_at=moment)
    pages.filter(first_published_at__gt=moment).update(first_published_at=moment)
