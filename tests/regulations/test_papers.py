"""CHK-19, 20, 30."""

import pytest

from knowledge.regulations.schema import load_profile

from .helpers import FIVE, SIXTH, ask, only, state

EDITIONS = (*FIVE, SIXTH)
PORTFOLIO = [item.code for item in load_profile("rubtsovsk").documents.value]
PAPERS = [item.code for item in load_profile("oshmyany").documents.value]
SERVICE = [item.code for item in load_profile("zeya").service_documents.value]


def states(number, facts):
    return [state(ask(edition, facts), number) for edition in EDITIONS]


def reported(day, reports):
    return f"date: {day}\nschool_year: 2025/2026\nreports: {{{reports}}}"


@pytest.mark.parametrize(
    ("slug", "day", "reports", "expected"),
    [
        # A9
        ("rubtsovsk", "2026-06-15", "portfolio: 2026-05-31", "passed"),
        ("rubtsovsk", "2026-06-15", "portfolio: 2026-06-01", "warn"),
        ("pechora", "2026-06-15", "report: 2026-06-09", "passed"),
        ("pechora", "2026-06-15", "report: 2026-06-10", "info"),
        ("pechora", "2026-06-15", "report: 2026-06-11", "warn"),
        ("oshmyany", "2026-06-15", "analysis: 2026-06-10", "passed"),
        ("oshmyany", "2026-06-15", "analysis: 2026-06-11", "warn"),
        # Not submitted: nothing before the day and on it, a breach after it.
        ("rubtsovsk", "2026-05-30", "portfolio: null", "passed"),
        ("rubtsovsk", "2026-05-31", "portfolio: null", "passed"),
        ("rubtsovsk", "2026-06-01", "portfolio: null", "warn"),
        ("pechora", "2026-06-09", "report: null", "passed"),
        ("pechora", "2026-06-10", "report: null", "info"),
        ("pechora", "2026-06-11", "report: null", "warn"),
        # The paper of a year before is not this year's.
        ("rubtsovsk", "2026-06-15", "portfolio: 2025-05-31", "warn"),
        ("rubtsovsk", "2026-05-15", "portfolio: 2025-05-31", "passed"),
        # Papers that the edition does not ask for.
        ("rubtsovsk", "2026-06-15", "report: 2026-08-01", "absent"),
        ("rubtsovsk", "2026-06-15", "report: 2026-08-01, portfolio: 2026-05-01", "passed"),
        ("lysva", "2026-06-15", "report: null", "silent"),
        ("zeya", "2026-06-15", "analysis: null", "silent"),
        ("zeya", "2026-06-15", "analysis_gmo: null", "silent"),
        ("lysva", "2026-06-15", "", "absent"),
        # A day that is expressly not included.
        (SIXTH, "2026-06-15", "self_assessment: 2026-06-01", "warn"),
        (SIXTH, "2026-06-15", "self_assessment: 2026-05-31", "passed"),
    ],
)
def test_a9_reports_in_time(slug, day, reports, expected):
    assert state(ask(slug, reported(day, reports)), "CHK-19") == expected


def test_without_a_school_year_a_report_tells_its_own():
    assert state(ask("rubtsovsk", "reports: {portfolio: 2026-06-01}"), "CHK-19") == "warn"
    assert state(ask("rubtsovsk", "reports: {portfolio: 2024-05-31}"), "CHK-19") == "passed"
    assert state(ask("rubtsovsk", "date: 2026-06-01\nreports: {portfolio: null}"), "CHK-19") == "warn"
    assert state(ask("rubtsovsk", "date: 2026-09-01\nreports: {portfolio: null}"), "CHK-19") == "passed"


def test_clauses_of_reports():
    facts = reported("2026-07-01", "portfolio: null, analysis: null, report: null")
    clauses = {slug: only(ask(slug, facts), "CHK-19").clause for slug in ("pechora", "rubtsovsk", "oshmyany")}
    assert clauses == {"pechora": "001-2.b12", "rubtsovsk": "002-9.5", "oshmyany": "003-26.8"}


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        (PORTFOLIO, "silent silent passed warn silent passed"),
        (PAPERS, "silent silent warn passed silent passed"),
        ([*PORTFOLIO, *PAPERS, "more", "plan"], "silent silent passed passed silent passed"),
        (["plan"], "silent silent warn warn silent passed"),
        ([], "silent silent warn warn silent warn"),
    ],
)
def test_documents(documents, expected):
    assert states("CHK-20", f"documents: [{', '.join(documents)}]") == expected.split()


@pytest.mark.parametrize(
    ("slug", "codes", "clause"), [("rubtsovsk", PORTFOLIO, "002-7.2"), ("oshmyany", PAPERS, "003-26")]
)
def test_missing_documents_are_named(slug, codes, clause):
    finding = only(ask(slug, "documents: []"), "CHK-20")
    assert (list(finding.missing), finding.clause) == (codes, clause)
    for code in codes:
        rest = ", ".join(other for other in codes if other != code)
        assert only(ask(slug, f"documents: [{rest}]"), "CHK-20").missing == (code,)


def test_service_documents():
    without = ", ".join(code for code in SERVICE if code != "agreement_amiro")
    assert states("CHK-30", f"service_documents: [{without}]") == [
        "silent",
        "silent",
        "silent",
        "silent",
        "passed",
        "silent",
    ]
    finding = only(ask("zeya", "service_documents: []"), "CHK-30")
    assert (len(finding.missing), finding.clause) == (14, "004-5.3")
    assert "agreement_amiro" not in finding.missing
    assert only(ask("zeya", "service_documents: [agreement_amiro]"), "CHK-30").missing == finding.missing
