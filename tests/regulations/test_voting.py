"""CHK-13, 14."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.regulations.checks import run, tally
from knowledge.regulations.checks.facts import Facts, VoteFacts
from knowledge.regulations.schema import load_profile, profile_text

from .helpers import FIVE, SIXTH, ask, only, state

CAST = profile_text("oshmyany").replace("value: present", "value: cast")


def vote(text):
    return f"vote: {{{text}}}"


@pytest.mark.parametrize(
    ("facts", "adopted", "by"),
    [
        ("members_present: 11, for: 5, against: 4, abstained: 2, head_vote: for", False, "majority"),
        ("members_present: 11, for: 6, against: 4, abstained: 1, head_vote: against", True, "majority"),
        ("members_present: 12, for: 6, against: 5, abstained: 1, head_vote: for", False, "majority"),
        ("members_present: 10, for: 5, against: 5, abstained: 0, head_vote: for", True, "casting_vote"),
        ("members_present: 10, for: 5, against: 5, abstained: 0, head_vote: against", False, "casting_vote"),
        (
            "members_present: 11, for: 5, against: 5, abstained: 1, head_vote: abstained",
            False,
            "casting_vote",
        ),
        ("members_present: 20, for: 2, against: 2, head_vote: for", True, "casting_vote"),
        ("members_present: 10, for: 5, against: 5", False, "majority"),
        ("members_present: 10, for: 6, against: 4", True, "majority"),
        ("members_present: 13, for: 6, against: 0", False, "majority"),
        ("for: 6, against: 3, abstained: 2", True, "majority"),
        ("for: 5, against: 4, abstained: 2", False, "majority"),
        ("members_present: 10, for: 3, against: 6, abstained: 1, head_vote: for", False, "majority"),
    ],
)
def test_a6_majority_of_those_taking_part(facts, adopted, by):
    report = ask("oshmyany", vote(facts))
    assert (report.vote.adopted, report.vote.by) == (adopted, by)
    assert state(report, "CHK-14") == ("passed" if adopted else "warn")
    assert adopted or only(report, "CHK-14").clause == "003-23"


def test_a6_the_other_base():
    facts = vote("members_present: 11, for: 5, against: 4, abstained: 2")
    assert ask(CAST, facts).vote.adopted is True
    assert ask("oshmyany", facts).vote.adopted is False


@pytest.mark.parametrize("slug", [slug for slug in FIVE if slug != "oshmyany"])
def test_silent_editions_count_nothing(slug):
    report = ask(slug, vote("members_present: 3, for: 5, against: 5"))
    assert (state(report, "CHK-14"), state(report, "CHK-13"), report.vote) == ("silent", "absent", None)


def test_more_votes_than_members():
    report = ask("oshmyany", vote("members_present: 10, for: 6, against: 4, abstained: 1"))
    assert state(report, "CHK-13") == "block"
    assert state(report, "CHK-14") == "warn"
    assert report.vote is None
    assert [finding.check for finding in report.blocking] == ["CHK-13"]


@pytest.mark.parametrize(
    "facts", ["members_present: 5", "for: 5", "members_present: 5, against: 2", "for: 5, against: 4"]
)
def test_unknown_counts(facts):
    report = ask("oshmyany", vote(facts))
    assert (state(report, "CHK-14"), report.vote) == ("absent", None)


@pytest.mark.parametrize(
    ("yes", "no", "adopted"), [(4, 2, True), (3, 2, False), (0, 0, False), (2, 2, False)]
)
def test_two_thirds_without_casting_vote(yes, no, adopted):
    report = ask(SIXTH, vote(f"for: {yes}, against: {no}, head_vote: for"))
    assert (report.vote.adopted, report.vote.by) == (adopted, "majority")


def test_voting_expressly_off():
    text = profile_text("oshmyany").replace(
        'enabled: {value: true, clause: "003-23"}', 'enabled: {value: off, clause: "003-23"}'
    )
    report = ask(text, vote("members_present: 5, for: 1, against: 4"))
    assert (state(report, "CHK-14"), report.vote) == ("passed", None)


COUNT = st.integers(0, 60)
HEAD = st.sampled_from(["for", "against", "abstained"])


@given(yes=COUNT, no=COUNT, abstained=COUNT, absent=st.integers(0, 5), head=HEAD)
def test_properties_of_a_majority(yes, no, abstained, absent, head):
    counts = {
        "members_present": yes + no + abstained + absent,
        "for": yes,
        "against": no,
        "abstained": abstained,
    }
    profile = load_profile("oshmyany")
    result = tally(profile, VoteFacts.model_validate({**counts, "head_vote": head}))
    assert result is not None
    if yes == no:
        assert (result.adopted, result.by) == (head == "for", "casting_vote")
    else:
        assert (result.adopted, result.by) == (yes > no + abstained + absent, "majority")
    cast = tally(load_profile(CAST), VoteFacts.model_validate({**counts, "head_vote": head}))
    assert cast is not None
    assert cast.adopted >= result.adopted  # who abstains never helps a proposal to be adopted


@given(yes=COUNT, no=COUNT, extra=st.integers(1, 10))
def test_votes_beyond_the_members_are_never_counted(yes, no, extra):
    present = max(0, yes + no - extra)
    facts = Facts.model_validate({"vote": {"members_present": present, "for": yes, "against": no}})
    report = run(load_profile("oshmyany"), facts)
    assert (report.vote is None) == (yes + no > present)
