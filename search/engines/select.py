"""Which engine this installation runs."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from .base import Engine
from .embedded import EmbeddedEngine


def current_engine() -> Engine:
    """Return the engine of the settings, one per process so that it keeps its index open."""
    if settings.SEARCH_ENGINE != "embedded":
        raise ImproperlyConfigured(f"SEARCH_ENGINE={settings.SEARCH_ENGINE!r} is not known: embedded")
    return _embedded(Path(settings.SEARCH_INDEX_DIR))


@lru_cache(maxsize=8)
def _embedded(root: Path) -> EmbeddedEngine:
    return EmbeddedEngine(root)
