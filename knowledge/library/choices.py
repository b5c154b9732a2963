"""What a normative document can be."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(TextChoices):
    """Who it binds, from the widest."""

    INTERNATIONAL = "international", _("International")
    FEDERAL = "federal", _("Federal (national)")
    REGIONAL = "regional", _("Regional")
    MUNICIPAL = "municipal", _("Municipal")
    LOCAL = "local", _("Local (of an institution)")


class Kind(TextChoices):
    REGULATION = "regulation", _("Regulation")
    JOB_DESCRIPTION = "job-description", _("Job description")
    ORDER = "order", _("Order, resolution")
    PROCEDURE = "procedure", _("Procedure, rules")
    PLAN = "plan", _("Plan, programme")
    RECOMMENDATIONS = "recommendations", _("Methodical recommendations")
    LETTER = "letter", _("Letter")
    AGREEMENT = "agreement", _("Agreement")
    OTHER = "other", pgettext_lazy("kind of a document", "Other")


class Status(TextChoices):
    """Follows from the dates; it is never stored."""

    IN_FORCE = "in-force", _("In force")
    NOT_YET = "not-yet", _("Not yet in force")
    EXPIRED = "expired", _("No longer in force")
