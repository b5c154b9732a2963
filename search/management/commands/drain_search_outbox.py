import logging
import signal
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, close_old_connections
from django.utils.translation import gettext as _

from search.drain import drain
from search.engines.base import EngineError

POLL = 0.5
"""Seconds between looks into the outbox: published pages are found within two."""
PAUSE = 5.0
"""Seconds after a failure of the database or the engine."""
STEP = 0.1
"""Seconds after which a signal is noticed."""
log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Apply pending changes to the search index, once or (--loop) until told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--loop", action="store_true", help="keep going until SIGTERM or SIGINT")

    def handle(self, *args: Any, loop: bool = False, **options: Any) -> None:
        if loop:
            self._loop()
            return
        try:
            done = drain()
        except EngineError as error:
            raise CommandError(_("The index cannot be written: %(error)s") % {"error": error}) from error
        self.stdout.write(
            _("Changes applied: %(applied)s, failed: %(failed)s.")
            % {"applied": done.applied, "failed": done.failed}
        )

    def _loop(self) -> None:
        # A flag, not an Event: setting an Event in a handler may wait for a lock that the loop itself holds.
        self._stopping = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        while not self._stopping:
            until = time.monotonic() + self._pass()
            while not self._stopping and time.monotonic() < until:
                time.sleep(STEP)

    def _stop(self, *_: Any) -> None:
        self._stopping = True

    def _pass(self) -> float:
        """Drain once and return how long to wait; no failure ends the loop."""
        close_old_connections()
        try:
            drain()
        except (DatabaseError, EngineError) as error:
            log.warning("The outbox could not be drained: %s", error)
            return PAUSE
        except Exception:
            log.exception("The outbox could not be drained")
            return PAUSE
        return POLL
