"""A profile in words: what a person reads instead of YAML."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import singledispatch
from typing import Any

from django.utils.dates import MONTHS_ALT
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .labels import BLOCKS, LABELS
from .schema import Profile, Stated, Step, platform
from .schema.parts import Act, ActRule, Council, Experience, Term
from .schema.work import Bank, DocumentItem, Frequency, PetitionAward, PlanDue, Report, Window
from .words import word, words


@dataclass(frozen=True)
class Row:
    """One parameter.

    Attributes:
        label: what it is.
        lines: its value in words, one or several.
        clauses: where it is written.
        state: ``stated``, ``off``, ``silent`` or ``design`` (the platform's own).
        reading: True where the clause needs interpretation.
        note: further words.
    """

    label: str
    lines: list[str]
    clauses: list[str]
    state: str
    reading: bool = False
    note: str = ""


@dataclass
class Block:
    """Parameters under one heading."""

    title: str
    rows: list[Row] = field(default_factory=list)


def describe(profile: Profile) -> list[Block]:
    """All parameters of a profile, by blocks; silent ones say so, or show the platform's default."""
    blocks: dict[str, Block] = {}
    for path, own in profile.parameters():
        title = str(BLOCKS[path.partition(".")[0]])
        blocks.setdefault(title, Block(title)).rows.append(_row(path, own))
    return list(blocks.values())


def _row(path: str, own: Stated[Any]) -> Row:
    label = str(LABELS[path])
    used = platform().stated(path) if own.silent else own
    clauses = [clause for clause in (used.clause, *used.also) if clause]
    if used.off:
        return Row(label, [_("not required")], clauses, "off", used.reading, used.note)
    if used.silent:
        return Row(label, [_("the regulation does not say")], [], "silent", note=own.note)
    state = "design" if used.design else "stated"
    return Row(label, in_words(used.value), clauses, state, used.reading, used.note)


def in_words(value: Any) -> list[str]:
    """A value as one or several lines."""
    items: Iterable[Any] = value if isinstance(value, list) else [value]
    return [_line(item) for item in items]


@singledispatch
def _line(value: Any) -> str:
    return word(value)


@_line.register
def _bool_line(value: bool) -> str:
    return _("yes") if value else _("no")


@_line.register
def _experience_line(value: Experience) -> str:
    years = ngettext("at least %(n)d year", "at least %(n)d years", value.years) % {"n": value.years}
    return f"{years} {word(value.base)}"


@_line.register
def _term_line(value: Term) -> str:
    if value.unit == "school_year" and value.max == 1:
        return _("the current school year")
    if value.unit == "school_year":
        return ngettext("%(n)d school year", "%(n)d school years", value.max) % {"n": value.max}
    return ngettext("up to %(n)d year", "up to %(n)d years", value.max) % {"n": value.max}


@_line.register
def _frequency_line(value: Frequency) -> str:
    times = ngettext("%(n)d time", "%(n)d times", value.count) % {"n": value.count}
    periods = {
        "month": _("%(times)s a month"),
        "quarter": _("%(times)s a school quarter"),
        "school_year": _("%(times)s a school year"),
    }
    often = periods[value.per] % {"times": times}
    line = often if value.op == "eq" else _("not less often than %(often)s") % {"often": often}
    return _("%(often)s, more often as needed") % {"often": line} if value.extra_allowed else line


@_line.register
def _step_line(value: Step) -> str:
    who = value.label or word(value.by)
    own = _(" (set by the platform)") if value.design else ""
    return f"{word(value.step)} — {who}{own}"


@_line.register
def _act_line(value: Act) -> str:
    values = {"number": value.number, "date": value.date.strftime("%d.%m.%Y"), "issuer": word(value.issuer)}
    return _("No. %(number)s of %(date)s, %(issuer)s") % values


@_line.register
def _rule_line(value: ActRule) -> str:
    parts = [_("by order: %(who)s") % {"who": word(value.issuer)}]
    if value.initiator:
        parts.append(_("submitted by: %(who)s") % {"who": word(value.initiator)})
    if value.consent:
        parts.append(_("agreed with: %(who)s") % {"who": word(value.consent)})
    return ", ".join(parts)


@_line.register
def _council_line(value: Council) -> str:
    values = {
        "chair": word(value.chair),
        "members": words(value.members),
        "approver": word(value.approved_by),
    }
    return _("chair: %(chair)s; members: %(members)s; composition approved by: %(approver)s") % values


@_line.register
def _due_line(value: PlanDue) -> str:
    month = str(MONTHS_ALT[value.month])
    day = f"{value.day} {month}" if value.day else month
    return _("%(day)s of the school year before") % {"day": day} if value.year == "previous" else day


@_line.register
def _report_line(value: Report) -> str:
    if not value.due:
        return _("%(title)s: no date is named") % {"title": value.title}
    day = _month_day(value.due)
    if value.inclusive is None:
        due = _("by %(day)s; whether the day itself is in time is not said")
    else:
        due = _("not later than %(day)s") if value.inclusive else _("before %(day)s")
    return f"{value.title}: {due % {'day': day}}"


@_line.register
def _document_line(value: DocumentItem) -> str:
    return _("%(title)s — if needed") % {"title": value.title} if value.optional else value.title


@_line.register
def _bank_line(value: Bank) -> str:
    return f"{value.title}: {words(value.kinds)}" if value.kinds else value.title


@_line.register
def _award_line(value: PetitionAward) -> str:
    award = word(value.award)
    return f"{award} — {word(value.addressee)}" if value.addressee else award


@_line.register
def _window_line(value: Window) -> str:
    return f"{_month_day(value.start)} — {_month_day(value.end)}"


def _month_day(text: str) -> str:
    return f"{int(text[3:])} {MONTHS_ALT[int(text[:2])]}"
