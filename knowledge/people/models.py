"""Organisations and educators. What is personal lies in :class:`EducatorRecord` and nowhere else."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Organisation(models.Model):
    """A school, kindergarten, house of creativity, methodical centre or authority."""

    class Kind(models.TextChoices):
        SCHOOL = "school", _("school")
        PRESCHOOL = "preschool", _("preschool organisation")
        ADDITIONAL = "additional", _("organisation of additional education")
        METHODICAL = "methodical", _("methodical service")
        AUTHORITY = "authority", _("education authority")
        OTHER = "other", _("other organisation")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.SCHOOL)
    name = models.CharField(_("full name"), max_length=255, unique=True)
    short_name = models.CharField(_("short name"), max_length=120)
    website = models.URLField(_("website"), blank=True)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["short_name"]

    def __str__(self) -> str:
        return self.short_name


class Educator(models.Model):  # type: ignore[django-manager-missing]
    """A person of the town's education as colleagues know them: name, position, organisation."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="educator",
        verbose_name=_("account"),
    )
    surname = models.CharField(_("surname"), max_length=150)
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=150)
    patronymic = models.CharField(_("patronymic"), max_length=150, blank=True)
    position = models.CharField(_("position"), max_length=200)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="educators", verbose_name=_("organisation")
    )

    class Meta:
        verbose_name = _("educator")
        verbose_name_plural = _("educators")
        ordering = ["surname", "name", "patronymic"]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """«Surname Name Patronymic»."""
        return " ".join(part for part in (self.surname, self.name, self.patronymic) if part)

    @property
    def short_name(self) -> str:
        """«Surname N. P.»."""
        initials = " ".join(f"{part[0]}." for part in (self.name, self.patronymic) if part)
        return f"{self.surname} {initials}".strip()


class EducatorRecord(models.Model):
    """The closed half of the teacher data bank: on no page, in no index, API answer, feed or log."""

    class Education(models.TextChoices):
        HIGHER_PEDAGOGICAL = "higher_pedagogical", _("higher pedagogical")
        HIGHER = "higher", _("higher")
        SECONDARY = "secondary_vocational", _("secondary vocational")

    class Category(models.TextChoices):
        HIGHEST = "highest", _("highest category")
        FIRST = "first", _("first category")
        TEACHER_METHODIST = "teacher_methodist", _("teacher-methodist")
        SECOND = "second", _("second category")
        NONE = "none", _("no category")

    class Certification(models.TextChoices):
        HIGHEST = "highest", _("highest category")
        POSITION = "position", _("fits the position held")

    educator = models.OneToOneField(
        Educator, on_delete=models.CASCADE, related_name="record", verbose_name=_("educator")
    )
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    education = models.CharField(_("education"), max_length=24, choices=Education.choices, blank=True)
    speciality = models.CharField(_("speciality"), max_length=200, blank=True)
    category = models.CharField(
        _("qualification category"), max_length=20, choices=Category.choices, blank=True
    )
    experience_system = models.PositiveSmallIntegerField(
        _("years in the education system"), null=True, blank=True
    )
    experience_direction = models.PositiveSmallIntegerField(
        _("years in this direction"), null=True, blank=True
    )
    experience_pedagogical = models.PositiveSmallIntegerField(_("years of teaching"), null=True, blank=True)
    qualification_confirmed = models.DateField(_("qualification confirmed on"), null=True, blank=True)
    certification = models.CharField(
        _("result of certification"), max_length=12, choices=Certification.choices, blank=True
    )
    certified_on = models.DateField(_("certified on"), null=True, blank=True)

    class Meta:
        verbose_name = _("closed record of an educator")
        verbose_name_plural = _("closed records of educators")

    def __str__(self) -> str:
        return str(self.educator)
