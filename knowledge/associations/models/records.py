"""Dated records of an association: who belongs to it and who heads it."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class DatedQuerySet(models.QuerySet["models.Model"]):
    def in_force(self, on: date) -> "DatedQuerySet":
        """Records whose days hold ``on``, both ends included."""
        return self.filter(Q(starts__lte=on) & (Q(ends__isnull=True) | Q(ends__gte=on)))


class AppointmentQuerySet(DatedQuerySet):
    def in_force(self, on: date) -> "AppointmentQuerySet":
        """Appointments in force on the day, both ends included; a dismissal ends one on its own day."""
        return super().in_force(on).filter(Q(dismissed__isnull=True) | Q(dismissed__gt=on))  # type: ignore[return-value]


class Membership(models.Model):
    """An educator takes part in an association."""

    association = models.ForeignKey(
        "associations.AssociationPage", on_delete=models.CASCADE, related_name="memberships"
    )
    educator = models.ForeignKey("people.Educator", on_delete=models.CASCADE, related_name="memberships")
    starts = models.DateField(_("since"))
    ends = models.DateField(_("until"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["association", "educator", "starts"], name="unique_membership"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="membership_dates_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.educator}, {self.association}"


class HeadAppointment(models.Model):
    """An educator heads an association by an order, for a term. The only source of a head's rights."""

    association = models.ForeignKey(
        "associations.AssociationPage", on_delete=models.PROTECT, related_name="appointments"
    )
    educator = models.ForeignKey("people.Educator", on_delete=models.PROTECT, related_name="appointments")
    order_number = models.CharField(_("number of the order"), max_length=40)
    order_date = models.DateField(_("date of the order"))
    order_issuer = models.CharField(_("who issued the order"), max_length=255)
    starts = models.DateField(_("in office since"))
    ends = models.DateField(_("in office until"), null=True, blank=True)
    dismissed = models.DateField(_("dismissed on"), null=True, blank=True)
    dismissal_order = models.CharField(_("order of dismissal"), max_length=255, blank=True)
    exception_reason = models.TextField(
        _("reason of the exception"),
        blank=True,
        help_text=_("Why a category that the regulation accepts only in particular cases was accepted."),
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment of a head")
        verbose_name_plural = _("appointments of heads")
        ordering = ["-starts"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="appointment_dates_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.educator}, {self.association}"

    @property
    def last_day(self) -> date | None:
        """The last day in office as far as it is known."""
        from datetime import timedelta

        if self.dismissed is not None:
            return self.dismissed - timedelta(days=1)
        return self.ends

    def clean(self) -> None:
        """Refuse a second head on the same day and a dismissal without its order.

        Raises:
            ValidationError: by field.
        """
        if self.ends and self.starts and self.ends < self.starts:
            raise ValidationError({"ends": _("The term ends before it begins.")})
        if self.dismissed and not self.dismissal_order:
            raise ValidationError({"dismissal_order": _("Name the order of dismissal.")})
        if self.association_id and self.starts and self._overlapping():
            raise ValidationError({"starts": _("The association already has a head in force on these days.")})

    def _overlapping(self) -> bool:
        last = self.last_day
        if last is not None and last < self.starts:
            return False
        others: Any = HeadAppointment.objects.filter(association_id=self.association_id).exclude(pk=self.pk)
        if last is not None:
            others = others.filter(starts__lte=last)
        return any(other.last_day is None or other.last_day >= self.starts for other in others)
