import datetime as dt

import pytest

from knowledge.regulations.checks import SchoolYear
from knowledge.regulations.deadlines import meeting_due, report_deadlines
from knowledge.regulations.schema import load_profile

from .helpers import SIXTH

YEAR = SchoolYear.starting(2025)


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("lysva", []),
        ("pechora", [("report", dt.date(2026, 6, 10), None, "001-2.b12")]),
        ("rubtsovsk", [("portfolio", dt.date(2026, 5, 31), True, "002-9.5")]),
        ("oshmyany", [("analysis", dt.date(2026, 6, 10), True, "003-26.8")]),
        ("zeya", []),
        (SIXTH, [("self_assessment", dt.date(2026, 6, 1), False, "006-11")]),
    ],
)
def test_report_deadlines(slug, expected):
    found = report_deadlines(load_profile(slug), YEAR)
    assert [(row.artefact, row.due, row.inclusive, row.clause) for row in found] == expected


@pytest.mark.parametrize(
    ("slug", "held", "on", "due"),
    [
        ("lysva", [], "2025-09-10", "2025-09-30"),
        ("lysva", ["2025-09-05"], "2025-09-10", None),
        ("lysva", ["2025-09-05"], "2025-10-01", "2025-10-31"),
        ("lysva", [], "2025-07-01", None),
        ("rubtsovsk", ["2025-09-05"] * 3, "2025-10-01", "2026-05-31"),
        ("rubtsovsk", ["2025-09-05"] * 4, "2025-10-01", None),
        ("oshmyany", ["2025-09-05"], "2025-11-01", "2025-12-31"),
        ("pechora", [], "2025-11-01", None),
    ],
)
def test_meeting_due(slug, held, on, due):
    days = [dt.date.fromisoformat(day) for day in held]
    found = meeting_due(load_profile(slug), days, dt.date.fromisoformat(on))
    assert found == (due and dt.date.fromisoformat(due))


def test_meeting_due_by_ones_own_quarters():
    year = SchoolYear.starting(2025, [(dt.date(2025, 9, 1), dt.date(2025, 10, 24))])
    assert meeting_due(load_profile("oshmyany"), [], dt.date(2025, 9, 2), year) == dt.date(2025, 10, 24)
    assert meeting_due(load_profile("oshmyany"), [], dt.date(2025, 10, 25), year) is None
