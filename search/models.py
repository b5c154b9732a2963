"""The outbox: changes the index has still to see, written in the transaction that makes them."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_PAUSE = 300
"""Seconds between attempts at most, however often they fail."""


class IndexChangeQuerySet(models.QuerySet["IndexChange"]):
    def pending(self) -> Self:
        """Return what the index has not seen yet; its age is the lag."""
        return self.filter(applied=None)

    def due(self, now: datetime) -> Self:
        return self.pending().filter(next_try__lte=now)

    def applied_before(self, moment: datetime) -> Self:
        return self.filter(applied__lt=moment)

    def failed(self, error: str) -> int:
        """Count an attempt that failed and put the next one off, longer each time."""
        now = timezone.now()
        changed = 0
        for row in self.only("attempts"):
            pause = timedelta(seconds=min(2 ** min(row.attempts, 16), LONGEST_PAUSE))
            changed += self.model.objects.filter(pk=row.pk).update(
                attempts=F("attempts") + 1, next_try=now + pause, last_error=error[:500]
            )
        return changed


class IndexChange(models.Model):
    """One page changed. The drainer reads the page's present state, so a row says only which page.

    Applied rows stay for a day: a rebuild that ran beside the drainer replays them onto the new index.
    """

    page_id = models.BigIntegerField(_("page"))
    created = models.DateTimeField(_("created"), default=timezone.now)
    applied = models.DateTimeField(_("applied"), null=True, blank=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    next_try = models.DateTimeField(_("next attempt"), default=timezone.now)
    last_error = models.CharField(_("last error"), max_length=500, blank=True)

    objects = IndexChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("index change")
        verbose_name_plural = _("index changes")
        ordering = ("id",)
        indexes = (
            models.Index(fields=("next_try", "id"), name="search_due", condition=models.Q(applied=None)),
            models.Index(fields=("applied",), name="search_applied"),
        )

    def __str__(self) -> str:
        return f"{self.pk}: {self.page_id}"


class MissedQuery(models.Model):
    """A query that found nothing, counted by day: what readers need and the site lacks.

    Nobody's name or address is kept.
    """

    text = models.CharField(_("query"), max_length=200)
    date = models.DateField(_("date"))
    count = models.PositiveIntegerField(_("times"), default=1)

    class Meta:
        verbose_name = _("query without results")
        verbose_name_plural = _("queries without results")
        ordering = ("-date", "-count", "text")
        constraints = (models.UniqueConstraint(fields=("text", "date"), name="search_missed_once_a_day"),)

    def __str__(self) -> str:
        return self.text
