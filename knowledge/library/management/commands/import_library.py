from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from knowledge.library.choices import Level
from knowledge.library.importing import import_folder
from knowledge.library.importing.folder import Outcome


class Command(BaseCommand):
    help = "Publish the files of a folder as pages of the library; may be repeated without doubles."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("directory", type=Path)
        parser.add_argument("--under", default="", metavar="SLUG", help="address part of the library's list")
        parser.add_argument("--level", default=Level.MUNICIPAL.value, choices=Level.values)
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["directory"]
        if not folder.is_dir():
            raise CommandError(_("There is no folder %(folder)s.") % {"folder": folder})
        words = {
            Outcome.CREATED: _("published"),
            Outcome.UPDATED: _("renewed"),
            Outcome.UNCHANGED: _("already there"),
            Outcome.PROBLEM: _("not imported"),
        }
        counts: Counter[Outcome] = Counter()
        try:
            for item in import_folder(
                folder, under=options["under"], level=options["level"], dry_run=options["dry_run"]
            ):
                counts[item.outcome] += 1
                stream = self.stderr if item.outcome is Outcome.PROBLEM else self.stdout
                stream.write(f"{item.name}: {words[item.outcome]}: {item.words}")
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write("; ".join(f"{word}: {counts[outcome]}" for outcome, word in words.items()))
        if options["dry_run"]:
            self.stdout.write(_("Nothing was written."))
        if counts[Outcome.PROBLEM]:
            raise CommandError(
                _("Files with problems: %(count)s.") % {"count": counts[Outcome.PROBLEM]}, returncode=1
            )
