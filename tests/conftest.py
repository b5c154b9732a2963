"""Which servers the tests have, and a clean table for every test.

``TEST_DATABASE_URL`` (PostgreSQL), ``ELASTICSEARCH_URL`` and a Chromium (on PATH or named by ``CHROMIUM``)
switch the marked tests on; without them those are skipped and say why.
"""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connections

TESTS = Path(__file__).parent
TRANSACTIONAL_FIXTURES = {"transactional_db", "live_server", "django_db_reset_sequences"}


def find_chromium() -> str | None:
    """Return the path of the machine's Chromium."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


def missing_servers() -> dict[str, str]:
    """Return the reason to skip for every marker whose server is absent."""
    missing = {}
    if not os.environ.get("ELASTICSEARCH_URL"):
        missing["elasticsearch"] = "ELASTICSEARCH_URL is not set"
    if not settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        missing["postgres"] = "TEST_DATABASE_URL does not name a PostgreSQL database"
    if not find_chromium():
        missing["browser"] = "no Chromium on PATH, and CHROMIUM does not name one"
    return missing


def is_transactional(item: pytest.Item) -> bool:
    """Say whether the test commits, so that the database must be filled again after it."""
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction")) or not TRANSACTIONAL_FIXTURES.isdisjoint(
        getattr(item, "fixturenames", ())
    )


@pytest.hookimpl(tryfirst=True)
def pytest_itemcollected(item: pytest.Item) -> None:
    # Before -m selects: a browser test is one that asks for a page, or lies among the browser tests.
    if "browser_name" in getattr(item, "fixturenames", ()) or TESTS / "e2e" in item.path.parents:
        item.add_marker(pytest.mark.browser)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = missing_servers()
    for item in items:
        for name, reason in missing.items():
            if item.get_closest_marker(name):
                item.add_marker(pytest.mark.skip(reason=reason))
        if is_transactional(item):
            # The flush after such a test takes the rows that migrations made (Wagtail's tree, roles) with it.
            marker = item.get_closest_marker("django_db")
            wanted = {**(marker.kwargs if marker else {}), "transaction": True, "serialized_rollback": True}
            item.add_marker(pytest.mark.django_db(**wanted), append=False)
    # After pytest-randomly: a flushed database would starve the tests that only roll back.
    items.sort(key=is_transactional)


@pytest.fixture(scope="session", autouse=True)
def _data_folder():
    """Remove the process's folder of files and index at the end."""
    yield
    shutil.rmtree(Path(settings.MEDIA_ROOT).parent, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    # Playwright leaves this thread with new connections: they too must know what to fill the tables with.
    for connection in connections.all():
        if contents := getattr(connection, "_test_serialized_contents", None):
            type(connection)._test_serialized_contents = contents


@pytest.fixture(autouse=True)
def _clean_table():
    """Let no test see the cache or the files of another."""
    yield
    for cache in caches.all(initialized_only=True):
        cache.clear()
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The machine's Chromium; nothing is downloaded."""
    path = find_chromium()
    if not path:
        pytest.skip("no Chromium")
    return path


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args, chromium_path):
    # Playwright leaves an event loop running in this thread; Django would refuse the database for it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    return {
        **browser_type_launch_args,
        "executable_path": chromium_path,
        "args": [
            "--no-sandbox",  # continuous integration runs as root
            "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
        ],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "ru-RU", "timezone_id": settings.TIME_ZONE}
