"""A real installation refuses to start unsafe, and says everything that is wrong at once."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from config.guard import unsafe_settings

ROOT = settings.BASE_DIR
SAFE = {
    "SECRET_KEY": "q7Zr2-mK9xVb4_TnLw8sYh3JcPd6fGaE5uRoXi1eQzBtNvMyWkSj0",
    "ALLOWED_HOSTS": "metod.example.org",
    "PUBLIC_URL": "https://metod.example.org",
    "DATABASE_URL": "postgres://metod@127.0.0.1/metod",
}


def start(tmp_path, **changes):
    """Import the production settings in a process of their own, as a server would."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
        "DATA_DIR": str(tmp_path),
        **{name: value for name, value in {**SAFE, **changes}.items() if value is not None},
    }
    code = "import config.settings.production as s; print(s.SECOND_FACTOR_FOR_STAFF, s.SESSION_COOKIE_SECURE)"
    return subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )


def test_safe_installation_starts(tmp_path):
    result = start(tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stdout.split() == ["True", "True"]


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"DEBUG": "true"}, "DEBUG must be off"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY must be random"),
        ({"SECRET_KEY": "a" * 80}, "SECRET_KEY must be random"),
        ({"SECRET_KEY": "django-insecure-" + SAFE["SECRET_KEY"]}, "SECRET_KEY must be random"),
        ({"SECRET_KEY": None}, "SECRET_KEY"),
        ({"ALLOWED_HOSTS": "*"}, "must not hold a wildcard"),
        ({"ALLOWED_HOSTS": "metod.example.org,.example.org"}, "must not hold a wildcard"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS must name"),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS"),
        ({"PUBLIC_URL": "http://metod.example.org"}, "PUBLIC_URL must begin with https"),
        ({"PUBLIC_URL": None}, "PUBLIC_URL"),
    ],
)
def test_unsafe_installation_does_not_start(tmp_path, changes, complaint):
    result = start(tmp_path, **changes)
    assert result.returncode != 0
    assert "ImproperlyConfigured" in result.stderr
    assert complaint in result.stderr


def test_everything_unsafe_is_named_at_once():
    assert (
        len(unsafe_settings({"SECRET_KEY": "x", "DEBUG": True, "ALLOWED_HOSTS": ["*"], "PUBLIC_URL": ""}))
        == 4
    )
