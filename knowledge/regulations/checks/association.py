"""CHK-01: how many members an association needs."""

from django.utils.translation import gettext as _

from ..schema.profile import Profile
from .facts import AssociationFacts, Facts
from .registry import Finding, Found, Outcome, check


@check("CHK-01")
def enough_members(profile: Profile, facts: Facts) -> Found:
    """At least N members; of one direction where the regulation counts those."""
    known = facts.association
    if known is None or (known.members is None and known.members_same_direction is None):
        return Outcome.NOT_RUN
    least = profile.association.min_members
    if least.off:
        return Outcome.PASSED
    if least.value is None:
        return Outcome.SILENT
    same = bool(profile.association.same_direction.value)
    lowest, highest = _bounds(known, same)
    if lowest >= least.value:
        return Outcome.PASSED
    if highest is None or highest >= least.value:
        return Outcome.NOT_RUN
    words = (
        _("The association has %(count)d members of one direction, at least %(least)d are needed.")
        if same
        else _("The association has %(count)d members, at least %(least)d are needed.")
    )
    return [Finding(words % {"count": highest, "least": least.value}, least.clause)]


def _bounds(known: AssociationFacts, same: bool) -> tuple[int, int | None]:
    """Fewest and most counted members: those of one direction are among all, so one bounds the other."""
    exact = known.members_same_direction if same else known.members
    if exact is not None:
        return exact, exact
    return (0, known.members) if same else (known.members_same_direction or 0, None)
