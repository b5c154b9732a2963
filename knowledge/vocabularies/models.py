"""Controlled vocabularies: editable tables that pages of every room refer to."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Vocabulary(models.Model):
    """A word of a list that an editor may lengthen; regulations end their lists with «и др.»."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    slug = models.SlugField(
        _("code"), max_length=60, unique=True, help_text=_("Latin letters, used in addresses.")
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0)
    is_active = models.BooleanField(
        _("in use"), default=True, help_text=_("A word out of use stays on old pages.")
    )

    class Meta:
        abstract = True
        ordering: ClassVar = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name


class Subject(Vocabulary):
    """A school subject or direction of work."""

    abbreviation = models.CharField(_("two letters"), max_length=3, blank=True)
    area = models.PositiveSmallIntegerField(_("colour of the tile"), default=1)

    class Meta(Vocabulary.Meta):
        verbose_name = _("subject or direction")
        verbose_name_plural = _("subjects and directions")


class EducationLevel(Vocabulary):
    class Meta(Vocabulary.Meta):
        verbose_name = _("level of education")
        verbose_name_plural = _("levels of education")


class EducationSphere(Vocabulary):
    class Meta(Vocabulary.Meta):
        verbose_name = _("sphere of education")
        verbose_name_plural = _("spheres of education")


class MaterialType(Vocabulary):
    class Meta(Vocabulary.Meta):
        verbose_name = _("type of material")
        verbose_name_plural = _("types of materials")


class ExperienceKind(Vocabulary):
    class Meta(Vocabulary.Meta):
        verbose_name = _("kind of experience")
        verbose_name_plural = _("kinds of experience")


class InnovationKind(Vocabulary):
    class Meta(Vocabulary.Meta):
        verbose_name = _("kind of innovation")
        verbose_name_plural = _("kinds of innovations")


class EventForm(Vocabulary):
    class Meta(Vocabulary.Meta):
        verbose_name = _("form of work")
        verbose_name_plural = _("forms of work")


class Audience(Vocabulary):
    class Meta(Vocabulary.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")


class Stage(Vocabulary):
    """How far an experience or an innovation has come, from found to replicated."""

    class Track(models.TextChoices):
        EXPERIENCE = "experience", _("experience")
        INNOVATION = "innovation", _("innovation")

    track = models.CharField(_("of what"), max_length=12, choices=Track.choices)

    class Meta(Vocabulary.Meta):
        verbose_name = _("stage")
        verbose_name_plural = _("stages")


class Licence(Vocabulary):
    """On what terms a work may be used."""

    statement = models.CharField(_("terms in one sentence"), max_length=255)
    url = models.URLField(_("full terms"), blank=True)

    class Meta(Vocabulary.Meta):
        verbose_name = _("licence")
        verbose_name_plural = _("licences")
