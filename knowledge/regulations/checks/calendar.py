"""The school year as the checks count it.

No regulation names the months of the school year or the dates of its quarters, so both are ours: teaching
runs from 1 September to 31 May in four quarters, and a term in office may last to 31 August.
"""

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[dt.date, dt.date]
"""First and last day, both included."""

SEPTEMBER = 9


@dataclass(frozen=True)
class SchoolYear:
    """A school year.

    Attributes:
        first: the calendar year in which it begins.
        terms: its quarters, in order.
    """

    first: int
    terms: tuple[Span, ...]

    @classmethod
    def starting(cls, first: int, terms: Sequence[Span] | None = None) -> "SchoolYear":
        """The school year of a September, with the usual quarters unless others are given."""
        return cls(first, tuple(terms) if terms else default_terms(first))

    @classmethod
    def of(cls, day: dt.date) -> "SchoolYear":
        """The school year of a day; the summer belongs to the year before it."""
        return cls.starting(first_year_of(day))

    @property
    def start(self) -> dt.date:
        return dt.date(self.first, SEPTEMBER, 1)

    @property
    def end(self) -> dt.date:
        """31 August: the last day before the next school year."""
        return dt.date(self.first + 1, 8, 31)

    @property
    def teaching(self) -> Span:
        """From the first day of the first quarter to the last day of the last one."""
        return self.terms[0][0], self.terms[-1][1]

    def months(self) -> list[Span]:
        """Calendar months, whole, in which there is teaching."""
        day, last = self.teaching[0].replace(day=1), self.teaching[1]
        found = []
        while day <= last:
            end = day.replace(day=calendar.monthrange(day.year, day.month)[1])
            found.append((day, end))
            day = end + dt.timedelta(days=1)
        return found

    def dated(self, month_day: str) -> dt.date:
        """The day ``MM-DD`` of this school year; 29 February becomes 28 where there is none."""
        month, day = int(month_day[:2]), int(month_day[3:])
        year = self.first if month >= SEPTEMBER else self.first + 1
        return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))

    def __str__(self) -> str:
        return f"{self.first}/{self.first + 1}"


def first_year_of(day: dt.date) -> int:
    """The calendar year in which the school year of a day began."""
    return day.year if day.month >= SEPTEMBER else day.year - 1


def default_terms(first: int) -> tuple[Span, ...]:
    """The four quarters we take when nobody says otherwise."""
    nxt = first + 1
    return (
        (dt.date(first, 9, 1), dt.date(first, 10, 31)),
        (dt.date(first, 11, 1), dt.date(first, 12, 31)),
        (dt.date(nxt, 1, 1), dt.date(nxt, 3, 31)),
        (dt.date(nxt, 4, 1), dt.date(nxt, 5, 31)),
    )


def add_years(day: dt.date, years: int) -> dt.date:
    """The same day some years later; 29 February becomes 28 where there is none."""
    year = day.year + years
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))
