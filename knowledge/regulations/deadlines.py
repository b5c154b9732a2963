"""Days that an edition sets: when papers are due and by when the next meeting must be held."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from .checks.calendar import SchoolYear
from .checks.meetings import periods
from .schema import Profile


@dataclass(frozen=True)
class Deadline:
    """The last day of a yearly paper.

    Attributes:
        artefact: code of the paper.
        title: its name, in Russian.
        due: the day that the regulation names.
        inclusive: whether that day is still in time; None when the wording leaves it open.
        clause: where it is written.
    """

    artefact: str
    title: str
    due: dt.date
    inclusive: bool | None
    clause: str | None


def report_deadlines(profile: Profile, year: SchoolYear) -> list[Deadline]:
    """Dated papers of a school year, the earliest first; papers without a date set no deadline."""
    stated = profile.reports
    found = [
        Deadline(
            report.artefact,
            report.title,
            year.dated(report.due),
            report.inclusive,
            report.clause or stated.clause,
        )
        for report in stated.value or []
        if report.due
    ]
    return sorted(found, key=lambda deadline: deadline.due)


def meeting_due(
    profile: Profile, held: Sequence[dt.date], on: dt.date, year: SchoolYear | None = None
) -> dt.date | None:
    """By when a further meeting must be held.

    Args:
        profile: the edition.
        held: days of the meetings held.
        on: the day on which we ask.
        year: the school year with its quarters; by default that of the day.

    Returns:
        The last day of the running month, quarter or school year while it has too few meetings; None when it
        has enough, when the day is outside teaching, or when the edition does not say how often to meet.
    """
    asked = profile.meetings.frequency.value
    if asked is None:
        return None
    for _name, (first, last) in periods(year or SchoolYear.of(on), asked.per):
        if first <= on <= last:
            enough = sum(first <= day <= last for day in held) >= asked.count
            return None if enough else last
    return None
