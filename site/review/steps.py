"""Steps of a review as data: what is done and by which office."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class StepKind(models.TextChoices):
    RECOMMEND = "recommend", _("recommendation")
    CONSENT = "consent", _("consent")
    PUBLISH = "publish", _("publication")


class Office(models.TextChoices):
    """Who acts. The holder is computed from the page and the day, never from a group alone."""

    HEAD = "head", _("head of the association")
    ASSOCIATION = "association", _("methodical association")
    CURATOR = "curator", _("curator of the association")
    EXPERT = "expert", _("expert")
    METHODIST = "methodist", _("methodist of the service")
    DIRECTOR = "service_director", _("director of the service")
    EDITOR = "editor", _("editor of the site")


@dataclass(frozen=True)
class ReviewStep:
    kind: StepKind
    office: Office

    def __str__(self) -> str:
        return f"{self.kind.label}: {self.office.label}"
