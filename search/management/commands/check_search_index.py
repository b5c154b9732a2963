from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from search.engines.base import EngineError
from search.models import IndexChange
from search.rebuild import Difference, compare

MOST_SHOWN = 20


class Command(BaseCommand):
    help = "Compare the database with the search index; exit status 1 if they differ."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            difference = compare()
        except EngineError as error:
            raise CommandError(_("The index cannot be read: %(error)s") % {"error": error}) from error
        pending = IndexChange.objects.pending().count()
        self.stdout.write(_("Changes waiting: %(count)s.") % {"count": pending})
        if not difference:
            count = difference.compared
            self.stdout.write(_("The index matches the database: %(count)s documents.") % {"count": count})
            return
        self._list(difference)
        raise CommandError(_("The index differs from the database."), returncode=1)

    def _list(self, difference: Difference) -> None:
        for heading, keys in (
            (_("missing from the index"), difference.missing),
            (_("superfluous in the index"), difference.extra),
            (_("outdated in the index"), difference.stale),
        ):
            if keys:
                shown = ", ".join(keys[:MOST_SHOWN]) + (" …" if len(keys) > MOST_SHOWN else "")
                self.stdout.write(f"{heading}: {len(keys)} ({shown})")
