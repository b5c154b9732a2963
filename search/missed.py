"""Counting queries that found nothing: the informational needs that a service must study (R004-4.1.b1)."""

import logging
import re

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from .models import MissedQuery
from .query import SearchQuery, clean
from .result import SearchResults

LONGEST = 200
_ROBOT = re.compile(r"bot|crawl|spider|slurp|curl|wget|python|headless", re.IGNORECASE)
# Addresses and numbers of people are typed into search fields too; they are nobody's need.
_PRIVATE = re.compile(r"@|\d[\d\s()+-]{5,}\d")
log = logging.getLogger(__name__)


def note_missed(query: SearchQuery, found: SearchResults, agent: str) -> bool:
    """Count a query without results and return whether it was counted.

    Only a reader's own words count: no filters, no further pages, no robots. A failure is no reason
    to fail the page.
    """
    text = clean(query.text).lower()[:LONGEST]
    telling = text and not (found.total or found.degraded or query.page > 1 or any(query.filters.values()))
    if not telling or _ROBOT.search(agent) or not agent or _PRIVATE.search(text):
        return False
    today = timezone.localdate()
    try:
        with transaction.atomic():
            row, created = MissedQuery.objects.get_or_create(text=text, date=today)
            if not created:
                MissedQuery.objects.filter(pk=row.pk).update(count=F("count") + 1)
    except DatabaseError as error:
        log.warning("A query without results was not counted: %s", error)
        return False
    return True
