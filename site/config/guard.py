"""Production's last look at its own settings."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured

MIN_KEY_LENGTH = 50
MIN_KEY_LETTERS = 10


def unsafe_settings(settings: Mapping[str, Any]) -> list[str]:
    """Return what is unsafe in the settings of a real installation, one sentence each."""
    found = []
    key = str(settings.get("SECRET_KEY", ""))
    if len(key) < MIN_KEY_LENGTH or len(set(key)) < MIN_KEY_LETTERS or key.startswith("django-insecure"):
        found.append(f"SECRET_KEY must be random and at least {MIN_KEY_LENGTH} characters long.")
    if settings.get("DEBUG"):
        found.append("DEBUG must be off.")
    hosts = settings.get("ALLOWED_HOSTS") or []
    if not hosts:
        found.append("ALLOWED_HOSTS must name the site's hosts.")
    if any("*" in host or host.startswith(".") for host in hosts):
        found.append("ALLOWED_HOSTS must not hold a wildcard.")
    if not str(settings.get("PUBLIC_URL", "")).startswith("https://"):
        found.append("PUBLIC_URL must begin with https://.")
    return found


def refuse_unsafe(settings: Mapping[str, Any]) -> None:
    """Stop the start of an unsafe installation.

    Raises:
        ImproperlyConfigured: with every unsafe setting named.
    """
    if found := unsafe_settings(settings):
        raise ImproperlyConfigured("Unsafe settings:\n" + "\n".join(f"- {line}" for line in found))
