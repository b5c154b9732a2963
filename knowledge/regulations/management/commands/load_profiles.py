"""Put editions of regulations into the database."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from ...loading import load_editions
from ...schema import ProfileError


class Command(BaseCommand):
    help = "Store editions of regulations: the shipped ones, or those named. Safe to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("sources", nargs="*", help="slugs of shipped editions or paths of YAML files")

    def handle(self, *args: Any, sources: list[str], **options: Any) -> None:
        """Store and say what is new."""
        try:
            stored = load_editions(sources or None)
        except (ProfileError, ValidationError) as error:
            lines = (
                error.messages
                if isinstance(error, ValidationError)
                else [str(item) for item in error.problems]
            )
            raise CommandError("\n".join(lines), returncode=2) from error
        for edition, new in stored:
            state = _("stored") if new else _("was stored already")
            self.stdout.write(f"{edition}: {state}")
