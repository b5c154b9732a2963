"""``manage.py demo``: the whole product on a sample municipality, by one command."""

import os
import secrets
import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from knowledge.people.models import Educator
from operations.demo.content import load_content
from operations.demo.loading import is_loaded, load

USERS = (
    "teacher",
    "teacher2",
    "head",
    "head2",
    "expert",
    "expert2",
    "methodist",
    "director",
    "editor",
    "admin",
)
WORKERS = (("db_worker", "--interval", "0.5"), ("drain_search_outbox", "--loop"))


class Command(BaseCommand):
    help = "Load the sample municipality, build its index and serve it; safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="stop before serving")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        with override("ru"):
            self._refuse_real_sites()
            self._prepare()
            self._tell(options["port"])
        if not options["no_serve"]:
            self._serve(options["port"])

    def _refuse_real_sites(self) -> None:
        # Not the settings' name: an installation may have a module of its own over production.
        if settings.SECOND_FACTOR_FOR_STAFF or settings.SESSION_COOKIE_SECURE:
            raise CommandError(
                _("The sample accounts share a known password: production settings are not for them.")
            )

    def _prepare(self) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        if is_loaded():
            self.stdout.write(_("The sample municipality is already here."))
        elif Educator.objects.exists():
            raise CommandError(
                _("This database holds real people: the sample is loaded only into an empty one.")
            )
        else:
            started = time.monotonic()
            loaded = load(load_content(), timezone.localdate(), choose_password())
            self.stdout.write(
                _("The sample municipality is loaded: %(works)s works, %(seconds).0f s.")
                % {"works": len(loaded.content.works), "seconds": time.monotonic() - started}
            )
        if not index_is_whole():
            call_command("rebuild_search_index", stdout=self.stdout)
        call_command("drain_search_outbox", stdout=self.stdout)

    def _tell(self, port: int) -> None:
        address = f"http://127.0.0.1:{port}/"
        self.stdout.write("")
        self.stdout.write(
            _("Site: %(address)s   Desk: %(address)sdesk/   Admin: %(address)scms/") % {"address": address}
        )
        self.stdout.write(_("Users: %(users)s") % {"users": ", ".join(USERS)})
        if password := known_password():
            self.stdout.write(_("Password of all of them: %(password)s") % {"password": password})
        else:
            self.stdout.write(
                _("Their password is not written down here: set one by manage.py changepassword.")
            )

    def _serve(self, port: int) -> None:
        workers = [_start(*arguments) for arguments in WORKERS]
        try:
            call_command("runserver", f"127.0.0.1:{port}", use_reloader=False, use_static_handler=False)
        finally:
            for worker in workers:
                worker.terminate()
            for worker in workers:
                worker.wait(timeout=10)


def choose_password() -> str:
    """Return the sample users' password for loading: ``DEMO_PASSWORD``, or made once for a data folder.

    It is written down for later runs to tell, in a file that nobody else on the machine can read.
    """
    path = password_file()
    password = os.environ.get("DEMO_PASSWORD") or known_password() or f"obrazec-{secrets.token_hex(4)}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(password + "\n")
    return password


def known_password() -> str:
    """Return the password written down at loading, nothing when the data folder was cleared since."""
    path = password_file()
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""


def password_file() -> Path:
    return Path(settings.DATA_DIR) / "demo_password"


def index_is_whole() -> bool:
    """Tell whether the index holds exactly what the database publishes."""
    try:
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            call_command("check_search_index", stdout=nowhere, stderr=nowhere)
    except (SystemExit, CommandError):
        return False
    return True


def _start(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments])  # noqa: S603
