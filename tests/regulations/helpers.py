"""Short ways to run a check on a few facts."""

from pathlib import Path
from typing import Any

from knowledge.regulations.checks import Report, load_facts, run
from knowledge.regulations.schema import load_profile

DATA = Path(__file__).parent / "data"
SIXTH = DATA / "sixth.yaml"
FIVE = ("lysva", "pechora", "rubtsovsk", "oshmyany", "zeya")


def ask(edition: str | Path, facts: str) -> Report:
    """Run all checks of an edition on facts written in YAML."""
    profile = load_profile(edition)
    return run(profile, load_facts(facts, profile))


def state(report: Report, number: str) -> str:
    """``passed``, ``silent``, ``absent``, or the levels of the check's findings."""
    levels = [str(finding.level) for finding in report.findings if finding.check == number]
    places = [number in report.passed, number in report.silent, bool(levels)]
    assert sum(places) <= 1
    if levels:
        return "+".join(levels)
    return "passed" if places[0] else "silent" if places[1] else "absent"


def only(report: Report, number: str) -> Any:
    """The one finding of a check."""
    (finding,) = [finding for finding in report.findings if finding.check == number]
    return finding
