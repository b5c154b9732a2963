"""A work's way through the offices, as the regulation of its association lays it down."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from knowledge.associations.rules import edition_for
from knowledge.regulations.schema import platform
from review.errors import ReviewError
from review.steps import Office, ReviewStep, StepKind

if TYPE_CHECKING:
    from knowledge.associations.models import AssociationPage
    from knowledge.regulations.schema import Step

KINDS: dict[str, StepKind] = {
    "recommend": StepKind.RECOMMEND,
    "decide_by_vote": StepKind.RECOMMEND,
    "consent": StepKind.CONSENT,
    "approve": StepKind.CONSENT,
    "expertise": StepKind.CONSENT,
    "publish": StepKind.PUBLISH,
}
OFFICES: dict[str, Office] = {
    "head": Office.HEAD,
    "association": Office.ASSOCIATION,
    "meeting": Office.ASSOCIATION,
    "curator": Office.CURATOR,
    "coordinator": Office.CURATOR,
    "expert": Office.EXPERT,
    "service_director": Office.DIRECTOR,
    "methodical_service_director": Office.DIRECTOR,
    "editor": Office.EDITOR,
}


def steps_of(association: "AssociationPage | None", on: date) -> list[ReviewStep]:
    """Return the steps from submission to publication; the platform's own where there is no edition."""
    profile = edition_for(association, on) if association is not None else None
    steps = profile.publication_steps() if profile else (platform().stated("publication.steps").value or [])
    return [_step(step) for step in steps]


def _step(step: "Step") -> ReviewStep:
    # A vote is always the association's, whoever the edition names as its scribe.
    office = Office.ASSOCIATION if step.step == "decide_by_vote" else OFFICES.get(step.by, Office.METHODIST)
    return ReviewStep(KINDS[step.step], office)


def check_vote(association: "AssociationPage | None", office: str, data: dict[str, Any]) -> None:
    """Check that the association's vote adopted the recommendation, by its own rule of voting.

    Raises:
        ReviewError: not adopted, or the votes don't fit together.
    """
    if office != Office.ASSOCIATION or association is None:
        return
    names = ("votes_for", "votes_against", "votes_abstained")
    if (
        not data.get("minutes_number")
        or not data.get("minutes_date")
        or any(data.get(n) is None for n in names)
    ):
        raise ReviewError(
            _("The association recommends by its minutes: give their number, date and the votes.")
        )
    from knowledge.regulations.checks import Facts, run
    from review.clock import today

    profile = edition_for(association, today())
    if profile is None:
        return
    votes = {
        "members_present": sum(data[name] for name in names),
        "for": data["votes_for"],
        "against": data["votes_against"],
        "abstained": data["votes_abstained"],
        "head_vote": data.get("head_vote") or "abstained",
    }
    report = run(profile, Facts.model_validate({"date": today(), "vote": votes}), only=["CHK-14"])
    if report.vote is not None and not report.vote.adopted:
        raise ReviewError(_("By these votes the recommendation was not adopted."))
