"""CHK-03, 04, 05, 06, 07, 27."""

import pytest

from .helpers import FIVE, SIXTH, ask, only, state

EDITIONS = (*FIVE, SIXTH)


def states(number, facts):
    return [state(ask(edition, facts), number) for edition in EDITIONS]


def head(text):
    return "date: 2026-06-15\nhead: {" + text + "}"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("category: highest", "silent passed passed passed silent passed"),
        ("category: first", "silent warn warn passed silent passed"),
        ("category: first, exception_reason: '  '", "silent warn warn passed silent passed"),
        ("category: first, exception_reason: Нет других", "silent warn passed passed silent passed"),
        ("category: teacher_methodist", "silent warn warn passed silent warn"),
        ("category: second", "silent warn warn warn silent warn"),
        ("category: second, exception_reason: Нет других", "silent warn warn warn silent passed"),
        ("category: none, exception_reason: Нет других", "silent warn warn warn silent warn"),
        ("education: higher", "absent absent absent absent absent absent"),
        ("category: null", "absent absent absent absent absent absent"),
    ],
)
def test_category(facts, expected):
    assert states("CHK-03", head(facts)) == expected.split()


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("{education_system: 5, direction: 0}", "silent passed warn silent silent warn"),
        ("{education_system: 4, direction: 3}", "silent warn passed silent silent passed"),
        ("{education_system: 40, direction: 2}", "silent passed warn silent silent passed"),
        ("{direction: 3}", "silent absent passed silent silent passed"),
        ("{education_system: 9}", "silent passed absent silent silent absent"),
        ("{}", "absent absent absent absent absent absent"),
    ],
)
def test_experience_on_its_own_base(facts, expected):
    assert states("CHK-04", head(f"experience: {facts}")) == expected.split()


@pytest.mark.parametrize(
    ("education", "expected"),
    [
        ("higher_pedagogical", "silent passed passed silent silent passed"),
        ("higher", "silent warn passed silent silent passed"),
        ("secondary_vocational", "silent warn warn silent silent passed"),
    ],
)
def test_education(education, expected):
    assert states("CHK-05", head(f"education: {education}")) == expected.split()


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-09-01", "2026-05-31", "passed silent passed silent silent passed"),
        ("2025-09-01", "2026-08-31", "passed silent passed silent silent passed"),
        ("2025-09-01", "2026-09-01", "warn silent passed silent silent passed"),
        ("2025-01-01", "2025-12-31", "warn silent passed silent silent passed"),
        ("2026-03-01", "2026-05-31", "passed silent passed silent silent passed"),
        ("2025-05-31", "2026-05-31", "warn silent passed silent silent passed"),
        ("2025-08-25", "2026-05-31", "info silent passed silent silent passed"),
        ("2025-08-25", "2026-09-01", "warn silent passed silent silent info"),
        ("2025-09-01", "2027-08-31", "warn silent passed silent silent passed"),
        ("2025-09-01", "2027-09-01", "warn silent passed silent silent warn"),
        ("2025-09-01", "2028-08-31", "warn silent passed silent silent warn"),
        ("2025-09-01", "2028-09-01", "warn silent passed silent silent warn"),
        ("2025-09-01", "2028-09-02", "warn silent warn silent silent warn"),
        ("2024-02-29", "2027-02-28", "warn silent passed silent silent warn"),
        ("2024-02-29", "2027-03-01", "warn silent warn silent silent warn"),
        ("2025-09-01", "null", "absent absent absent absent absent absent"),
    ],
)
def test_term(start, end, expected):
    assert states("CHK-06", head(f"appointed: {start}, term_until: {end}")) == expected.split()


FRESH, LATE = "2023-06-15", "2023-06-14"


@pytest.mark.parametrize(
    ("confirmed", "certified", "result", "expected"),
    [
        (FRESH, FRESH, "highest", "passed"),
        (FRESH, FRESH, "position", "passed"),
        (LATE, FRESH, "highest", "warn"),
        (FRESH, LATE, "position", "warn"),
        (LATE, LATE, "highest", "warn+warn"),
        ("null", LATE, "highest", "warn"),
        ("null", FRESH, "highest", "absent"),
    ],
)
def test_two_dates_of_qualification(confirmed, certified, result, expected):
    facts = head(
        f"qualification_confirmed: {confirmed}, certification: {{result: {result}, date: {certified}}}"
    )
    silent = "absent" if confirmed == certified == "null" else "silent"
    assert states("CHK-07", facts) == [silent, silent, expected, silent, silent, "passed"]


def test_one_known_date_that_is_late_is_enough():
    assert state(ask("rubtsovsk", head(f"qualification_confirmed: {LATE}")), "CHK-07") == "warn"
    assert state(ask("rubtsovsk", head(f"qualification_confirmed: {FRESH}")), "CHK-07") == "absent"


@pytest.mark.parametrize(
    ("order", "expected", "missing"),
    [
        ("number: '12', date: 2025-08-30, issuer: authority", "passed", ()),
        ("number: 12, date: 2025-08-30, issuer: authority_head", "passed", ()),
        ("number: '12', date: 2025-08-30, issuer: employer", "block", ()),
        ("number: ' ', issuer: authority", "block", ("number", "date")),
    ],
)
def test_order_of_appointment(order, expected, missing):
    facts = head(f"order: {{{order}}}")
    assert states("CHK-27", facts) == [expected] * 4 + ["silent"] * 2
    report = ask("lysva", facts)
    assert bool(report.blocking) == (expected == "block")
    if missing:
        assert only(report, "CHK-27").missing == missing


def test_clauses():
    facts = head(
        "category: second, education: secondary_vocational, experience: {education_system: 1, direction: 1},"
        " appointed: 2025-09-01, term_until: 2029-01-01, qualification_confirmed: 2020-01-01"
    )
    clauses = {e: {f.check: f.clause for f in ask(e, facts).findings} for e in FIVE}
    assert clauses == {
        "lysva": {"CHK-06": "000-5.2"},
        "pechora": {"CHK-03": "001-1.2", "CHK-04": "001-1.2", "CHK-05": "001-1.2"},
        "rubtsovsk": {
            "CHK-03": "002-3.4",
            "CHK-04": "002-3.4",
            "CHK-05": "002-3.4",
            "CHK-06": "002-3.2",
            "CHK-07": "002-3.3",
        },
        "oshmyany": {"CHK-03": "003-16"},
        "zeya": {},
    }


def test_a3_one_head_before_five_regulations():
    person = "category: first, education: higher_pedagogical, experience: {education_system: 3, direction: 3}"
    found = {e: {f.check for f in ask(e, head(person)).findings} for e in FIVE}
    assert found == {
        "lysva": set(),
        "pechora": {"CHK-03", "CHK-04"},
        "rubtsovsk": {"CHK-03"},
        "oshmyany": set(),
        "zeya": set(),
    }
    assert not ask("rubtsovsk", head(person + ", exception_reason: Единственный специалист")).findings
    assert ask("lysva", head(person)).passed == []
