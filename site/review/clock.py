"""The time at which an act is done; sample data and imports of old records set it back."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """Return the moment of the act being done, aware."""
    return _moment.get() or timezone.now()


def today() -> date:
    """Return the day of the act being done, in the site's time zone."""
    return timezone.localdate(now())


def is_set_back() -> bool:
    """Tell whether an old act is being recorded: nobody is written to about it."""
    return _moment.get() is not None


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Do what is inside as if it were ``moment`` (aware)."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)
