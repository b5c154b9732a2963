"""Try a regulation's edition on plain facts, without a database."""

import json
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ...checks import Report, load_facts, run
from ...schema import DocumentError, load_profile
from ...schema.reading import read_text
from ...words import word


class Command(BaseCommand):
    help = "Try a regulation's edition (a slug or a YAML file) on the facts of a YAML file."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("edition", help="slug of a shipped edition, or a path of a YAML file")
        parser.add_argument("facts", help="path of the facts' YAML file, or - for the standard input")
        parser.add_argument("--json", action="store_true", dest="as_json", help="answer in JSON")

    def handle(self, *args: Any, edition: str, facts: str, as_json: bool, **options: Any) -> None:
        """Print the report; exit status 2 when the edition or the facts do not fit."""
        with translation.override(settings.LANGUAGE_CODE):
            try:
                profile = load_profile(edition)
            except DocumentError as error:
                raise self._refusal(edition, error) from error
            try:
                text = sys.stdin.read() if facts == "-" else read_text(Path(facts))
                report = run(profile, load_facts(text, profile))
            except DocumentError as error:
                raise self._refusal(facts, error) from error
            if as_json:
                self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
            else:
                self.stdout.write(f"{profile.title}\n{_in_words(report)}")

    @staticmethod
    def _refusal(name: str, error: DocumentError) -> CommandError:
        lines = "\n".join(f"  {problem}" for problem in error.problems)
        return CommandError(_("%(name)s does not fit:") % {"name": name} + "\n" + lines, returncode=2)


def _in_words(report: Report) -> str:
    lines = [
        f"{finding.check} {LEVELS[finding.level or 'warn']()}: {finding.message}"
        + (f" [{finding.clause}]" if finding.clause else "")
        for finding in report.findings
    ]
    if report.passed:
        lines.append(_("Passed: %(checks)s") % {"checks": ", ".join(report.passed)})
    if report.silent:
        lines.append(_("The regulation is silent: %(checks)s") % {"checks": ", ".join(report.silent)})
    if report.vote:
        decided = _("adopted") if report.vote.adopted else _("not adopted")
        lines.append(
            _("The decision is %(decided)s: %(by)s") % {"decided": decided, "by": word(report.vote.by)}
        )
    return "\n".join(lines) or _("No facts to check.")


LEVELS = {
    "block": lambda: pgettext("finding", "stop"),
    "warn": lambda: pgettext("finding", "warning"),
    "info": lambda: pgettext("finding", "note"),
}
