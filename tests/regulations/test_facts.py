import datetime as dt

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from knowledge.regulations.checks import CHECKS, Facts, SchoolYear, load_facts, run
from knowledge.regulations.schema import DocumentError, load_profile

from .helpers import FIVE, SIXTH, ask

WHOLE = """
date: 2026-06-15
school_year: 2025/2026
association: {members: 12, members_same_direction: 9}
head:
  education: higher_pedagogical
  category: first
  exception_reason: ""
  experience: {education_system: 6, direction: 3}
  appointed: 2025-09-01
  term_until: 2026-05-31
  order: {number: "12", date: 2025-08-30, issuer: authority}
  qualification_confirmed: 2022-03-01
  certification: {result: highest, date: 2024-03-01}
terms: [[2025-09-01, 2025-10-31], [2025-11-01, 2025-12-31], [2026-01-01, 2026-03-31],
  [2026-04-01, 2026-05-31]]
meetings: [2025-09-15, 2025-11-20]
plan: {steps: [discuss, consent, approve]}
vote: {members_present: 11, for: 5, against: 4, abstained: 2, head_vote: for}
reports: {portfolio: 2026-05-31}
documents: [order, regulation, plan]
service_documents: [reg_mms]
"""


@pytest.mark.parametrize("edition", [*FIVE, SIXTH])
def test_whole_facts_put_every_check_in_one_list(edition):
    report = ask(edition, WHOLE)
    found = {finding.check for finding in report.findings}
    assert not found & set(report.passed)
    assert not found & set(report.silent)
    assert not set(report.passed) & set(report.silent)
    assert found | set(report.passed) | set(report.silent) <= set(CHECKS)


@pytest.mark.parametrize("edition", [*FIVE, SIXTH])
@pytest.mark.parametrize(
    "text", ["", "{}", "head:", "head: {}\nplan: {}\nvote: {}\nassociation: {}\nreports: {}"]
)
def test_without_facts_no_check_is_run(edition, text):
    report = ask(edition, text)
    assert (report.findings, report.passed, report.silent, report.vote) == ([], [], [], None)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("- 1", [("", 1)]),
        ("word", [("", 1)]),
        ("dates: 2025-01-01", [("dates", 1)]),
        ("date: yesterday", [("date", 1)]),
        ("date: 20250101", [("date", 1)]),
        ("date: 2025-13-01", [("date", 1)]),
        ("asked_on: 2025-01-01", [("asked_on", 1)]),
        ("school_year: 2025", [("school_year", 1)]),
        ("school_year: 2025/2027", [("school_year", 1)]),
        ("association: 12", [("association", 1)]),
        (
            "association:\n  members: -1\n  members_same_direction: '9'",
            [("association.members", 2), ("association.members_same_direction", 3)],
        ),
        ("association: {members: 3, members_same_direction: 4}", [("association.members_same_direction", 1)]),
        ("association: {members: 3.0}", [("association.members", 1)]),
        ("association: {members: true}", [("association.members", 1)]),
        ("head:\n  category: top\n  education: school", [("head.category", 2), ("head.education", 3)]),
        (
            "head: {experience: {direction: -1, years: 3}}",
            [("head.experience.direction", 1), ("head.experience.years", 1)],
        ),
        ("head: {appointed: 2025-09-01, term_until: 2025-08-31}", [("head.term_until", 1)]),
        (
            "head: {certification: {result: first}}",
            [("head.certification.result", 1), ("head.certification.date", 1)],
        ),
        ("terms: []", [("terms", 1)]),
        ("terms: [[2025-09-01]]", [("terms[0]", 1)]),
        ("terms: [[2025-10-01, 2025-09-01]]", [("terms", 1)]),
        ("terms: [[2025-09-01, 2025-10-31], [2025-10-31, 2025-12-01]]", [("terms", 1)]),
        ("school_year: 2024/2025\nterms: [[2025-09-01, 2025-10-31]]", [("terms", 2)]),
        ("meetings: 2025-09-01", [("meetings", 1)]),
        ("meetings:\n  - 2025-09-01\n  - later", [("meetings[1]", 3)]),
        ("plan: {steps: [sign]}", [("plan.steps[0]", 1)]),
        ("plan: {steps: discuss}", [("plan.steps", 1)]),
        ("vote: {for: -1, in_favour: 3}", [("vote.for", 1), ("vote.in_favour", 1)]),
        ("vote: {head_vote: yes}", [("vote.head_vote", 1)]),
        ("reports: {essay: null}", [("reports", 1)]),
        ("reports: {portfolio: soon}", [("reports.portfolio", 1)]),
        ("documents: plan", [("documents", 1)]),
        ("documents: [1]", [("documents[0]", 1)]),
        ("head: {}\nhead: {}", [("head", 2)]),
        ("head: [", [("", 1)]),
    ],
)
def test_facts_that_do_not_fit(text, places):
    with pytest.raises(DocumentError) as caught:
        load_facts(text)
    assert sorted((problem.path, problem.line) for problem in caught.value.problems) == sorted(places)


def test_dates_may_stand_in_quotes():
    assert load_facts("date: '2026-06-15'").on == dt.date(2026, 6, 15)


def test_the_day_is_today_unless_it_is_named():
    with time_machine.travel("2026-11-22 12:00", tick=False):
        facts = load_facts("head: {}")
        assert facts.on == dt.date(2026, 11, 22)
        assert str(facts.year) == "2026/2027"


def test_only_the_asked_checks_run():
    profile = load_profile("rubtsovsk")
    report = run(profile, load_facts(WHOLE), only=["CHK-19", "CHK-05"])
    assert (report.passed, report.findings) == (["CHK-05", "CHK-19"], [])
    with pytest.raises(KeyError):
        run(profile, Facts(), only=["CHK-99"])


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)))
def test_every_day_lies_in_its_school_year(day):
    year = SchoolYear.of(day)
    assert year.start <= day <= year.end
    assert year.start <= year.teaching[0] < year.teaching[1] <= year.end
    months = year.months()
    assert len(months) == 9
    assert [first.month for first, _last in months] == [9, 10, 11, 12, 1, 2, 3, 4, 5]
    assert (year.dated("05-31") > year.dated("09-01")) is True
    assert year.dated("02-29").month == 2


MEETINGS = st.lists(st.dates(dt.date(2025, 6, 1), dt.date(2026, 10, 1)), max_size=25)


@given(
    meetings=MEETINGS,
    more=st.dates(dt.date(2025, 9, 1), dt.date(2026, 5, 31)),
    day=st.dates(dt.date(2025, 9, 1), dt.date(2026, 10, 1)),
)
def test_properties_of_frequency(meetings, more, day):
    def result(slug, held, on):
        facts = {"date": on, "school_year": "2025/2026", "meetings": held}
        report = run(load_profile(slug), Facts.model_validate(facts), only=["CHK-02"])
        return [finding for finding in report.findings if finding.level == "warn"]

    for slug in ("lysva", "rubtsovsk", "oshmyany"):
        before = result(slug, meetings, day)
        # One more meeting never makes a breach, and the order of meetings means nothing.
        assert before or not result(slug, [*meetings, more], day)
        assert bool(before) == bool(result(slug, sorted(meetings), day))
        # A breach that was found stays found: time cannot mend an ended period.
        assert not before or result(slug, meetings, dt.date(2026, 10, 2))
    inside = [held for held in meetings if dt.date(2025, 9, 1) <= held <= dt.date(2026, 5, 31)]
    assert bool(result("rubtsovsk", meetings, dt.date(2026, 6, 1))) == (len(inside) < 4)
