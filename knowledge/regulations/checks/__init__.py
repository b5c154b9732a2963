"""Checks of a regulation profile: pure functions from facts to findings."""

from . import association, documents, head, meetings, plan, reports, terms, voting
from .calendar import SchoolYear
from .facts import Facts, load_facts
from .plan import next_step
from .registry import CHECKS, Finding, Outcome, Report, VoteResult, check, run
from .voting import tally

__all__ = [
    "CHECKS",
    "Facts",
    "Finding",
    "Outcome",
    "Report",
    "SchoolYear",
    "VoteResult",
    "association",
    "check",
    "documents",
    "head",
    "load_facts",
    "meetings",
    "next_step",
    "plan",
    "reports",
    "run",
    "tally",
    "terms",
    "voting",
]
