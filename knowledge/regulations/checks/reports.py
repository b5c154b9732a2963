"""CHK-19: yearly papers come in time."""

import datetime as dt

from django.utils.translation import gettext as _

from ..schema.profile import Profile
from ..schema.work import Report
from .calendar import SchoolYear
from .facts import Facts
from .registry import Finding, Found, Outcome, check, found


@check("CHK-19")
def reports_in_time(profile: Profile, facts: Facts) -> Found:
    """Every paper the edition asks for is in by its last day; before that day nothing is late."""
    if not facts.reports:
        return Outcome.NOT_RUN
    asked = profile.reports
    if asked.off:
        return Outcome.PASSED
    dated = [report for report in asked.value or [] if report.due]
    if not dated:
        return Outcome.SILENT
    known = [report for report in dated if report.artefact in facts.reports]
    if not known:
        return Outcome.NOT_RUN
    findings = [_late(report, facts, report.clause or asked.clause) for report in known]
    return found([finding for finding in findings if finding])


def _late(report: Report, facts: Facts, clause: str | None) -> Finding | None:
    submitted = (facts.reports or {})[report.artefact]
    year = _year(facts, submitted)
    due = year.dated(report.due or "")
    if submitted and submitted < year.start:
        submitted = None  # the paper of a year before
    day = submitted or facts.on
    values = {"title": report.title, "due": due.strftime("%d.%m.%Y"), "day": day.strftime("%d.%m.%Y")}
    if day == due and report.inclusive is None:
        message = _("%(title)s: whether %(due)s itself is still in time is not decided by the regulation.")
        return Finding(message % values, clause, level="info")
    if day < due or (day == due and report.inclusive):
        return None
    if submitted:
        return Finding(_("%(title)s: submitted on %(day)s, due by %(due)s.") % values, clause)
    return Finding(_("%(title)s: not submitted, was due by %(due)s.") % values, clause)


def _year(facts: Facts, submitted: dt.date | None) -> SchoolYear:
    """The year asked about; when nobody names it, a submitted paper tells its own."""
    if facts.school_year or facts.terms or submitted is None:
        return facts.year
    return SchoolYear.of(submitted)
