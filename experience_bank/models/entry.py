"""The register of the banks. It lies outside revisions: no new text changes a number."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class BankEntry(models.Model):
    """A work's number and date in the municipal bank."""

    work = models.OneToOneField(
        "experience_bank.WorkPage", on_delete=models.CASCADE, related_name="entry", verbose_name=_("work")
    )
    series = models.CharField(_("series"), max_length=8)
    year = models.PositiveSmallIntegerField(_("year"))
    sequence = models.PositiveIntegerField(_("number within the year"))
    number = models.CharField(_("number"), max_length=40, unique=True)
    registered_on = models.DateField(_("registered on"))
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("registered by"),
    )

    class Meta:
        verbose_name = _("entry of the bank's register")
        verbose_name_plural = _("register of the banks")
        ordering = ["-registered_on", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["series", "year", "sequence"], name="unique_bank_number"),
        ]

    def __str__(self) -> str:
        return self.number


def register_work(work_id: int, series: str, user: Any, on: date) -> BankEntry:
    """Give the work the next number of its series and year; a registered work keeps its number.

    To be called inside a transaction: two methodists at once are kept apart by the unique number.
    """
    existing = BankEntry.objects.filter(work_id=work_id).first()
    if existing is not None:
        return existing
    last = BankEntry.objects.filter(series=series, year=on.year).aggregate(last=models.Max("sequence"))[
        "last"
    ]
    sequence = (last or 0) + 1
    return BankEntry.objects.create(
        work_id=work_id,
        series=series,
        year=on.year,
        sequence=sequence,
        number=f"{series}-{on.year}-{sequence:04d}",
        registered_on=on,
        registered_by=user,
    )
