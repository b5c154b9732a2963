"""CHK-09: the plan has passed its chain in order."""

from django.utils.translation import gettext as _

from ..schema.profile import Profile
from ..words import words
from .facts import Facts
from .registry import Finding, Found, Outcome, check


@check("CHK-09")
def plan_chain(profile: Profile, facts: Facts) -> Found:
    """Every step of the chain is done, in the chain's order; further steps are no breach."""
    done = facts.plan.steps if facts.plan else None
    if done is None:
        return Outcome.NOT_RUN
    stated = profile.plan.chain
    if stated.off:
        return Outcome.PASSED
    if stated.value is None:
        return Outcome.SILENT
    chain = [step.step for step in stated.value]
    missing = tuple(step for step in chain if step not in done)
    note = _(" (The clause is read so by the platform.)") if stated.reading else ""
    if missing:
        message = _("The plan has not passed: %(steps)s.") % {"steps": words(missing)}
        return [Finding(message + note, stated.clause, missing)]
    rest = iter(done)
    if all(step in rest for step in chain):  # each search goes on from where the one before it stopped
        return Outcome.PASSED
    message = _("The plan passed its steps out of order; the order is: %(steps)s.") % {"steps": words(chain)}
    return [Finding(message + note, stated.clause)]


def next_step(profile: Profile, done: list[str]) -> str | None:
    """The step of the chain that may be taken now; None when the chain is passed or the edition is silent.

    Args:
        profile: the edition.
        done: steps done after drafting, in order.
    """
    rest = iter(step.step for step in profile.plan_chain())
    current = next(rest, None)
    for step in done:
        if step == current:
            current = next(rest, None)
    return current
