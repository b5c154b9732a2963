"""Regulation profiles in the database: dated editions, never changed behind old records."""

import datetime as dt
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .schema import Profile, ProfileError, parse_profile


class RegulationProfile(models.Model):  # type: ignore[django-manager-missing]  # Wagtail's managers are untyped
    """A regulation by which associations work; what it says stands in its editions."""

    slug = models.SlugField(_("address"), unique=True, max_length=60)
    title = models.CharField(_("title"), max_length=255)

    class Meta:
        verbose_name = _("regulation profile")
        verbose_name_plural = _("regulation profiles")
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("regulations:profile", args=[self.slug])

    def edition_on(self, date: dt.date | None = None) -> "ProfileEdition | None":
        """The edition in force on a day (today by default); None when there is none."""
        return self.editions.in_force(date).first()


class EditionQuerySet(models.QuerySet["ProfileEdition"]):
    def in_force(self, on: dt.date | None = None) -> "EditionQuerySet":
        """Editions in force on a day, both ends included; today by default."""
        day = on or timezone.localdate()
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)

    def overlapping(self, start: dt.date, end: dt.date | None) -> "EditionQuerySet":
        """Editions that share a day with a span; ``end`` None is an open span."""
        found = self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=start))
        return found.filter(valid_from__lte=end) if end else found


class ProfileEdition(models.Model):
    """What a regulation says from one day to another, as the YAML that was checked when it was saved."""

    profile = models.ForeignKey(
        RegulationProfile, verbose_name=_("profile"), on_delete=models.PROTECT, related_name="editions"
    )
    valid_from = models.DateField(_("in force from"))
    valid_to = models.DateField(
        _("in force to"),
        null=True,
        blank=True,
        help_text=_("The last day; empty while the edition is in force."),
    )
    act_number = models.CharField(_("number of the act"), max_length=40, blank=True)
    act_date = models.DateField(_("date of the act"), null=True, blank=True)
    act_issuer = models.CharField(_("who issued the act"), max_length=255, blank=True)
    source_text = models.TextField(_("profile (YAML)"))
    data = models.JSONField(_("parameters"), default=dict, editable=False)

    objects: ClassVar[models.Manager["ProfileEdition"]] = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition of a profile")
        verbose_name_plural = _("editions of profiles")
        ordering = ("profile", "-valid_from")
        constraints = (
            models.UniqueConstraint(fields=("profile", "valid_from"), name="regulations_edition_first_day"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=models.F("valid_from")),
                name="regulations_edition_days_in_order",
                violation_error_message=_("The last day is before the first."),
            ),
        )

    def __str__(self) -> str:
        return _("%(profile)s, from %(date)s") % {
            "profile": self.profile,
            "date": self.valid_from.strftime("%d.%m.%Y"),
        }

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep ``data`` equal to the text."""
        self.data = self.profile_data.model_dump(mode="json", exclude_defaults=True)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def profile_data(self) -> Profile:
        """The checked profile; parsed once for equal texts.

        Raises:
            ProfileError: the stored text does not fit the schema of this version.
        """
        return parse_profile(self.source_text)

    def clean(self) -> None:
        """Check the YAML and that no other edition of the profile shares a day with this one."""
        super().clean()
        try:
            parsed = parse_profile(self.source_text)
        except ProfileError as error:
            raise ValidationError({"source_text": [str(problem) for problem in error.problems]}) from error
        self._clean_against(parsed)
        self._clean_overlap()

    def _clean_against(self, parsed: Profile) -> None:
        if self.profile_id and parsed.slug != self.profile.slug:
            message = _("The slug in the text is “%(slug)s”, another profile's.") % {"slug": parsed.slug}
            raise ValidationError({"source_text": message})

    def _clean_overlap(self) -> None:
        if not (self.profile_id and self.valid_from):
            return
        others = self.profile.editions.exclude(pk=self.pk)
        other = others.overlapping(self.valid_from, self.valid_to).first()
        if other:
            raise ValidationError(
                {"valid_from": _("The days overlap with the edition “%(other)s”.") % {"other": other}}
            )
