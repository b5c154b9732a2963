"""CHK-01, 02, 09."""

import pytest

from knowledge.regulations.checks import next_step
from knowledge.regulations.schema import load_profile

from .helpers import FIVE, SIXTH, ask, only, state

EDITIONS = (*FIVE, SIXTH)


def states(number, facts):
    return [state(ask(edition, facts), number) for edition in EDITIONS]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("members: 9, members_same_direction: 9", "silent silent silent warn silent passed"),
        ("members: 10, members_same_direction: 10", "silent silent silent passed silent passed"),
        ("members: 20, members_same_direction: 9", "silent silent silent warn silent passed"),
        ("members: 20", "silent silent silent absent silent passed"),
        ("members: 4", "silent silent silent warn silent block"),
        ("members_same_direction: 10", "silent silent silent passed silent passed"),
        ("members_same_direction: 4", "silent silent silent warn silent absent"),
        ("members: 0", "silent silent silent warn silent block"),
        ("", "absent absent absent absent absent absent"),
    ],
)
def test_a1_enough_members(facts, expected):
    assert states("CHK-01", f"association: {{{facts}}}") == expected.split()


def test_a1_clause():
    assert only(ask("oshmyany", "association: {members_same_direction: 9}"), "CHK-01").clause == "003-4"


YEAR = "date: 2026-06-15\nschool_year: 2025/2026\nmeetings: "
MONTHLY = [
    "2025-09-10",
    "2025-10-10",
    "2025-11-10",
    "2025-12-10",
    "2026-01-20",
    "2026-02-10",
    "2026-03-10",
    "2026-04-10",
]


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        # A2: four in September satisfy the year and leave three quarters empty.
        ("2025-09-01 2025-09-08 2025-09-15 2025-09-22", "warn+info silent passed warn silent warn"),
        ("", "warn silent warn warn silent warn"),
        ("2025-09-30 2025-12-31 2026-03-31 2026-05-31", "warn silent passed passed silent warn"),
        ("2025-10-31 2025-11-01 2026-01-01", "warn silent warn warn silent warn"),
        (" ".join([*MONTHLY, "2026-05-10"]), "passed silent passed passed silent passed"),
        (" ".join(MONTHLY), "warn silent passed passed silent warn"),
        (" ".join([*MONTHLY, "2026-05-10", "2026-05-12"]), "info silent passed passed silent passed"),
        # Only meetings inside the school year count.
        ("2025-08-31 2025-09-10 2025-11-10 2026-02-10 2026-06-01", "warn silent warn warn silent warn"),
    ],
)
def test_frequency_of_an_ended_year(meetings, expected):
    assert states("CHK-02", f"{YEAR}[{', '.join(meetings.split())}]") == expected.split()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-09-01", "passed silent passed passed silent passed"),
        ("2025-09-30", "passed silent passed passed silent passed"),
        ("2025-10-01", "warn silent passed passed silent passed"),
        ("2025-10-31", "warn silent passed passed silent passed"),
        ("2025-11-01", "warn silent passed warn silent warn"),
        ("2026-05-31", "warn silent passed warn silent warn"),
        ("2026-06-01", "warn silent warn warn silent warn"),
        ("2025-06-01", "passed silent passed passed silent passed"),
    ],
)
def test_what_has_not_ended_is_no_finding(day, expected):
    assert states("CHK-02", f"date: {day}\nschool_year: 2025/2026\nmeetings: []") == expected.split()


def test_a_second_meeting_of_a_running_month_says_nothing():
    facts = "date: 2025-09-20\nmeetings: [2025-09-01, 2025-09-15]"
    assert state(ask("lysva", facts), "CHK-02") == "passed"


def test_the_school_year_comes_from_the_day():
    facts = "date: 2026-08-31\nmeetings: [2025-09-01, 2025-11-01, 2026-01-15, 2026-05-31]"
    assert state(ask("rubtsovsk", facts), "CHK-02") == "passed"
    assert state(ask("rubtsovsk", facts.replace("08-31", "09-01")), "CHK-02") == "passed"
    assert state(ask("rubtsovsk", facts.replace("2026-08-31", "2027-08-31")), "CHK-02") == "warn"


def test_terms_of_ones_own():
    terms = (
        "[[2025-09-01, 2025-10-24], [2025-11-05, 2025-12-28],"
        " [2026-01-09, 2026-03-20], [2026-04-01, 2026-05-25]]"
    )
    held = "[2025-10-20, 2025-12-01, 2026-02-02, 2026-05-25]"
    facts = f"date: 2026-06-15\nterms: {terms}\nmeetings: {held}"
    assert state(ask("oshmyany", facts), "CHK-02") == "passed"
    assert state(ask("oshmyany", facts.replace("2025-10-20", "2025-10-27")), "CHK-02") == "warn"  # holidays
    assert state(ask("rubtsovsk", facts.replace("2025-10-20", "2025-10-27")), "CHK-02") == "passed"
    late = facts.replace("2026-02-02, 2026-05-25]", "2026-02-02, 2026-05-26]")
    assert state(ask("rubtsovsk", late), "CHK-02") == "warn"
    # The last quarter ends on 25 May, so on the 26th the year can be judged.
    assert state(ask("oshmyany", f"date: 2026-05-25\nterms: {terms}\nmeetings: []"), "CHK-02") == "warn"
    assert state(ask("rubtsovsk", f"date: 2026-05-25\nterms: {terms}\nmeetings: []"), "CHK-02") == "passed"
    assert state(ask("rubtsovsk", f"date: 2026-05-26\nterms: {terms}\nmeetings: []"), "CHK-02") == "warn"


def test_frequency_names_the_empty_periods_and_the_clause():
    facts = f"{YEAR}[2025-09-01, 2025-09-08, 2025-09-15, 2025-09-22]"
    finding = only(ask("oshmyany", facts), "CHK-02")
    assert finding.clause == "003-20"
    assert all(number in finding.message for number in "234")
    assert "1," not in finding.message
    assert only(ask("rubtsovsk", f"{YEAR}[]"), "CHK-02").clause == "002-9.2"
    assert only(ask("lysva", f"{YEAR}[]"), "CHK-02").clause == "000-4.3"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("discuss, consent, approve", "passed passed warn passed silent warn"),
        ("discuss, approve", "passed warn warn warn silent warn"),
        ("approve, discuss", "warn warn warn warn silent warn"),
        ("approve, discuss, approve", "passed warn warn warn silent warn"),
        ("discuss, approve, consent", "passed passed warn warn silent warn"),
        ("consent, discuss, approve", "passed passed warn warn silent warn"),
        ("adopt", "warn warn passed warn silent warn"),
        ("discuss, adopt", "warn warn passed warn silent warn"),
        ("consent, adopt", "warn passed passed warn silent passed"),
        ("adopt, consent", "warn passed passed warn silent warn"),
        ("draft, discuss, consent, approve, publish", "passed passed warn passed silent warn"),
        ("", "warn warn warn warn silent warn"),
    ],
)
def test_a8_plan_chain(steps, expected):
    assert states("CHK-09", f"plan: {{steps: [{steps}]}}") == expected.split()


def test_plan_findings_name_missing_steps():
    facts = "plan: {steps: [discuss]}"
    assert only(ask("oshmyany", facts), "CHK-09").missing == ("consent", "approve")
    assert only(ask("oshmyany", "plan: {steps: [approve, consent, discuss]}"), "CHK-09").missing == ()
    clauses = [only(ask(e, "plan: {steps: []}"), "CHK-09").clause for e in FIVE[:4]]
    assert clauses == ["000-4.2", "001-1.3", "002-9.1", "003-18.4"]
    assert states("CHK-09", "plan: {}") == ["absent"] * 6


@pytest.mark.parametrize(
    ("slug", "done", "following"),
    [
        ("oshmyany", [], "discuss"),
        ("oshmyany", ["discuss"], "consent"),
        ("oshmyany", ["approve"], "discuss"),
        ("oshmyany", ["discuss", "consent", "approve"], None),
        ("rubtsovsk", [], "adopt"),
        ("zeya", [], None),
    ],
)
def test_a8_next_step(slug, done, following):
    assert next_step(load_profile(slug), done) == following
