"""CHK-02: meetings are held as often as the regulation asks."""

import datetime as dt
from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..schema.profile import Profile
from ..schema.work import Frequency
from .calendar import SchoolYear, Span
from .facts import Facts
from .registry import Finding, Found, Outcome, check, found


@check("CHK-02")
def frequency(profile: Profile, facts: Facts) -> Found:
    """Enough meetings in every ended month, quarter or school year; what has not ended is never a finding."""
    if facts.meetings is None:
        return Outcome.NOT_RUN
    asked = profile.meetings.frequency
    if asked.off:
        return Outcome.PASSED
    if asked.value is None:
        return Outcome.SILENT
    ended = [period for period in periods(facts.year, asked.value.per) if period[1][1] < facts.on]
    counts = [(name, _held(facts.meetings, span)) for name, span in ended]
    few = [name for name, count in counts if count < asked.value.count]
    findings = []
    if few:
        findings.append(Finding(_few_words(asked.value, few), asked.clause))
    if asked.value.op == "eq":
        many = [name for name, count in counts if count > asked.value.count]
        if many:
            # Whether a further meeting breaks "once a month" is not for us to decide, so it only informs.
            message = _("More meetings than the regulation names: %(periods)s.") % {
                "periods": ", ".join(many)
            }
            findings.append(Finding(message, asked.clause, level="info"))
    return found(findings)


def periods(year: SchoolYear, per: str) -> list[tuple[str, Span]]:
    """The months, the quarters or the one year in which meetings are counted, with their names."""
    if per == "month":
        return [(date_format(span[0], "F Y"), span) for span in year.months()]
    if per == "quarter":
        return [(_("quarter %(number)d") % {"number": n}, span) for n, span in enumerate(year.terms, 1)]
    return [(str(year), year.teaching)]


def _held(meetings: Sequence[dt.date], span: Span) -> int:
    return sum(span[0] <= day <= span[1] for day in meetings)


def _few_words(asked: Frequency, names: list[str]) -> str:
    values = {"count": asked.count, "periods": ", ".join(names)}
    if asked.per == "school_year":
        return _("Too few meetings in the school year %(periods)s: at least %(count)d are needed.") % values
    if asked.per == "quarter":
        return _("Too few meetings: %(periods)s; at least %(count)d in a quarter is needed.") % values
    return _("Too few meetings: %(periods)s; %(count)d in a month is needed.") % values
