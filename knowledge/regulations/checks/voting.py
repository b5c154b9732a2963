"""CHK-13, 14: counting votes."""

from django.utils.translation import gettext as _

from ..schema.profile import Profile
from ..schema.work import Voting
from .facts import Facts, VoteFacts
from .registry import Finding, Found, Outcome, VoteResult, check


def _voted(profile: Profile) -> bool:
    return bool(profile.voting.enabled.value and profile.voting.rule.value)


def _overflow(vote: VoteFacts) -> bool:
    return vote.members_present is not None and vote.cast > vote.members_present


def tally(profile: Profile, vote: VoteFacts) -> VoteResult | None:
    """Count a vote by the edition's rule.

    Args:
        profile: the edition.
        vote: the counts.

    Returns:
        None when the edition has no voting rule, a count is unknown, or there are more votes than members.
    """
    if not _voted(profile) or vote.in_favour is None or vote.against is None or _overflow(vote):
        return None
    rule = profile.voting
    if vote.in_favour == vote.against and rule.tie_break.value == "head":
        if vote.head_vote is None:
            return VoteResult(adopted=False, by="majority")
        return VoteResult(adopted=vote.head_vote == "for", by="casting_vote")
    base = _base(rule, vote)
    if base is None:
        return None
    if rule.rule.value == "two_thirds":
        return VoteResult(adopted=3 * vote.in_favour >= 2 * base > 0, by="majority")
    return VoteResult(adopted=2 * vote.in_favour > base, by="majority")


def _base(rule: Voting, vote: VoteFacts) -> int | None:
    """Of whom the majority is counted; an edition that does not say counts the votes cast."""
    if rule.base.value == "present":
        # The three counts together are everybody who took part, when nobody has counted the hall.
        return (
            vote.cast if vote.members_present is None and vote.abstained is not None else vote.members_present
        )
    return (vote.in_favour or 0) + (vote.against or 0)


@check("CHK-13", level="block")
def votes_fit(profile: Profile, facts: Facts) -> Found:
    """No more votes than members; it never passes here: the registration sheet is not among the facts."""
    if facts.vote is None or not _voted(profile) or not _overflow(facts.vote):
        return Outcome.NOT_RUN
    message = _("There are %(votes)d votes of %(members)d members present; guests do not vote.")
    message %= {"votes": facts.vote.cast, "members": facts.vote.members_present}
    return [Finding(message, profile.voting.rule.clause)]


@check("CHK-14")
def adopted(profile: Profile, facts: Facts) -> Found:
    """The decision is adopted by the edition's rule; a tie goes to the head."""
    vote = facts.vote
    if vote is None or vote.in_favour is None or vote.against is None:
        return Outcome.NOT_RUN
    rule = profile.voting
    if rule.enabled.off or rule.rule.off:
        return Outcome.PASSED
    if not _voted(profile):
        return Outcome.SILENT
    result = tally(profile, vote)
    if result is None:
        return _uncounted(vote, rule)
    if result.adopted:
        return Outcome.PASSED
    return [Finding(_why_not(vote, result, rule), rule.rule.clause)]


def _uncounted(vote: VoteFacts, rule: Voting) -> Found:
    if _overflow(vote):
        return [
            Finding(_("The votes cannot be counted: there are more of them than members."), rule.rule.clause)
        ]
    return Outcome.NOT_RUN


def _why_not(vote: VoteFacts, result: VoteResult, rule: Voting) -> str:
    tied = vote.in_favour == vote.against and rule.tie_break.value == "head"
    if tied and vote.head_vote is None:
        return _("The votes are equal and the head's vote, which decides, is not stated.")
    if tied and vote.head_vote == "abstained":
        return _("The votes are equal and the head abstained: the decision is not adopted.")
    if result.by == "casting_vote":
        return _("The votes are equal and the head voted against: the decision is not adopted.")
    return _("The decision is not adopted: there is no majority.")
