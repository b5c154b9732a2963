"""Checks register themselves here; running them is one function."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from enum import Enum
from typing import Any

from ..schema.profile import Profile
from ..schema.words import Level
from .facts import Facts


class Outcome(Enum):
    """What a check says when it has found nothing."""

    PASSED = "passed"
    SILENT = "silent"
    """The edition states nothing on it: skipped, and never a breach."""
    NOT_RUN = "not_run"
    """Its facts are absent."""


@dataclass(frozen=True)
class Finding:
    """What a check has found.

    Attributes:
        message: what is wrong, in the reader's language.
        clause: the clause that asks for it; None for a rule of the platform.
        missing: absent codes where the check is about a list.
        level: None takes the check's own level.
        check: filled in when the check is run.
    """

    message: str
    clause: str | None = None
    missing: tuple[str, ...] = ()
    level: Level | None = None
    check: str = ""

    def as_json(self) -> dict[str, Any]:
        row = asdict(self)
        return {key: row[key] for key in ("check", "level", "message", "clause")} | {
            "missing": list(self.missing)
        }


Found = Outcome | list[Finding]
Check = Callable[[Profile, Facts], Found]
CHECKS: dict[str, tuple[Check, Level]] = {}


def check(number: str, level: Level = "warn") -> Callable[[Check], Check]:
    """Register a pure function *profile, facts → outcome*.

    Args:
        number: as ``CHK-01``.
        level: of its findings, unless a finding or the profile's ``severity`` says otherwise.
    """

    def register(function: Check) -> Check:
        CHECKS[number] = (function, level)
        return function

    return register


@dataclass(frozen=True)
class VoteResult:
    """Whether a decision is adopted, and whether the count or the head's casting vote settled it."""

    adopted: bool
    by: str


@dataclass
class Report:
    """Answer of the checks; one that was run stands in exactly one of the three lists."""

    findings: list[Finding] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    vote: VoteResult | None = None

    @property
    def blocking(self) -> list[Finding]:
        """Findings that must stop the action."""
        return [finding for finding in self.findings if finding.level == "block"]

    def as_json(self) -> dict[str, Any]:
        """The answer in the shape of ``check_profile --json``."""
        return {
            "findings": [finding.as_json() for finding in self.findings],
            "passed": self.passed,
            "silent": self.silent,
            "vote": asdict(self.vote) if self.vote else None,
        }


def run(profile: Profile, facts: Facts, only: Iterable[str] | None = None) -> Report:
    """Try an edition on facts.

    Args:
        profile: the edition.
        facts: what is known.
        only: numbers of the checks to run; all by default.

    Returns:
        The findings, the checks that passed, the checks on which the edition is silent, and the vote.

    Raises:
        KeyError: ``only`` names a check that does not exist.
    """
    from .voting import tally

    report = Report()
    for number in sorted(CHECKS) if only is None else sorted(set(only)):
        function, level = CHECKS[number]
        found = function(profile, facts)
        if found is Outcome.PASSED:
            report.passed.append(number)
        elif found is Outcome.SILENT:
            report.silent.append(number)
        elif isinstance(found, list):
            own = profile.severity.get(number, level)
            report.findings += [replace(item, check=number, level=item.level or own) for item in found]
        if number == "CHK-14":
            report.vote = tally(profile, facts.vote) if facts.vote else None
    return report


def found(findings: list[Finding]) -> Found:
    """Findings, or passed when there are none."""
    return findings or Outcome.PASSED
