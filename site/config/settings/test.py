"""Tests: nothing outside the process, quick hashes, tasks run at once."""

import tempfile
from pathlib import Path

from config.env import env

from .base import *

_data = Path(tempfile.mkdtemp(prefix="metodkabinet-test-"))

INSTALLED_APPS = [*INSTALLED_APPS, "tests.search.testapp"]
SECRET_KEY = "tests-only-" + "x" * 50
DATABASES = {"default": env.db_url("TEST_DATABASE_URL", default=f"sqlite:///{_data / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as in an installation: browser tests need a connection of their own in every thread.
    DATABASES["default"]["TEST"] = {"NAME": str(_data / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;",
    }
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = _data / "media"
SEARCH_INDEX_DIR = _data / "search"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
AXES_ENABLED = False
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"null": {"class": "logging.NullHandler"}},
    "root": {"handlers": ["null"]},
}
