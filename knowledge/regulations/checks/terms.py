"""CHK-06, 07: how long a head stays and how fresh the qualification is."""

import datetime as dt

from django.utils.translation import gettext as _

from ..schema.parts import Term
from ..schema.profile import Profile
from .calendar import SchoolYear, add_years
from .facts import Facts
from .registry import Finding, Found, Outcome, check, found


@check("CHK-06")
def term(profile: Profile, facts: Facts) -> Found:
    """The appointment stays inside its term."""
    head = facts.head
    if head is None or head.appointed is None or head.term_until is None:
        return Outcome.NOT_RUN
    longest = profile.head.term
    if longest.off:
        return Outcome.PASSED
    if longest.value is None:
        return Outcome.SILENT
    if longest.value.unit == "school_year":
        return _school_years(head.appointed, head.term_until, longest.value, longest.clause)
    # A term in years ends on the day with the same number: three years from 1 September end on 1 September.
    last = add_years(head.appointed, longest.value.max)
    if head.term_until <= last:
        return Outcome.PASSED
    message = _("The term is longer than it may be: it should end by %(last)s (at most %(years)d years).")
    return [Finding(message % {"last": _day(last), "years": longest.value.max}, longest.clause)]


def _school_years(start: dt.date, end: dt.date, longest: Term, clause: str | None) -> Found:
    last = add_years(SchoolYear.of(start).end, longest.max - 1)
    if end <= last:
        return Outcome.PASSED
    next_last = add_years(last, 1)
    if start > SchoolYear.of(start).teaching[1] and end <= next_last:
        # An order of late August for the coming school year: the text does not say where the summer belongs.
        message = _(
            "The appointment begins in summer; the regulation does not say whose school year that is."
        )
        return [Finding(message, clause, level="info")]
    message = _("The appointment goes beyond its school year: it should end by %(last)s.")
    return [Finding(message % {"last": _day(last)}, clause)]


@check("CHK-07")
def requalification(profile: Profile, facts: Facts) -> Found:
    """Certificate of qualification and certification: two dates, either one may be late."""
    head = facts.head
    if head is None or (head.qualification_confirmed is None and head.certification is None):
        return Outcome.NOT_RUN
    every = profile.head.requalify_every_years
    if every.off:
        return Outcome.PASSED
    if every.value is None:
        return Outcome.SILENT
    certified = head.certification.date if head.certification else None
    dates = [
        (
            head.qualification_confirmed,
            _("The qualification was last confirmed on %(date)s, more than %(years)d years ago."),
        ),
        (certified, _("The certification was last passed on %(date)s, more than %(years)d years ago.")),
    ]
    late = [
        Finding(message % {"date": _day(date), "years": every.value}, every.clause)
        for date, message in dates
        if date and add_years(date, every.value) < facts.on
    ]
    if not late and not all(date for date, _message in dates):
        return Outcome.NOT_RUN  # one of the two dates is unknown, so it cannot be said that both are fresh
    return found(late)


def _day(day: dt.date) -> str:
    return day.strftime("%d.%m.%Y")
