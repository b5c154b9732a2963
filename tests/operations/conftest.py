"""The sample municipality, loaded once for a module by the very command that people run."""

import io
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import transaction
from django.test import TestCase, override_settings

PASSWORD = "probnyj-vhod-2026"


@dataclass(frozen=True)
class Sample:
    """What the first run printed and where it wrote."""

    output: str
    data: Path


def run_demo() -> str:
    """Run the command as after its commit: what waits for it is done."""
    output = io.StringIO()
    with TestCase.captureOnCommitCallbacks(execute=True):
        call_command("demo", no_serve=True, stdout=output, stderr=output)
    return output.getvalue()


@pytest.fixture(scope="module")
def sample(django_db_setup, django_db_blocker, tmp_path_factory):
    """Load the sample in a transaction of the whole module, whose tests use :func:`town` and never ``db``.

    The module marks itself ``django_db``, else no database is made, and overrides ``_django_db_helper``:
    a transaction of each test's own would close the connection and lose the sample with it.
    """
    data = tmp_path_factory.mktemp("sample")
    places = {"DATA_DIR": data, "MEDIA_ROOT": data / "media", "SEARCH_INDEX_DIR": data / "search"}
    with (
        pytest.MonkeyPatch.context() as patch,
        override_settings(**places),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        patch.setenv("DEMO_PASSWORD", PASSWORD)
        yield Sample(run_demo(), data)
        transaction.set_rollback(True)


@pytest.fixture
def town(sample):
    """The loaded sample; what a test changes in the database is taken back."""
    with transaction.atomic():
        yield sample
        transaction.set_rollback(True)
    for cache in caches.all(initialized_only=True):
        cache.clear()
