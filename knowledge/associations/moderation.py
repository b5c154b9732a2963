"""Who must pass a passport before it is public, by the edition in force."""

from datetime import date
from typing import TYPE_CHECKING

from knowledge.regulations.schema import platform
from review.steps import Office, ReviewStep, StepKind

from .rules import edition_for

if TYPE_CHECKING:
    from .models import AssociationPage

OFFICES = {"curator": Office.CURATOR, "editor": Office.EDITOR}


def passport_steps(association: "AssociationPage", on: date) -> list[ReviewStep]:
    """Return the step of the office that publishes the passport; none where the head does it alone."""
    edition = edition_for(association, on)
    asked = edition.passport_moderation() if edition else platform().stated("passport.moderation").value
    office = OFFICES.get(asked or "")
    return [ReviewStep(StepKind.PUBLISH, office)] if office else []
