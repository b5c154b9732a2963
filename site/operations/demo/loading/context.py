"""What the steps of the loading hand on to each other."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from accounts.models import User
from knowledge.people.models import Educator, Organisation
from operations.demo.base import When, day_of
from operations.demo.content import Content


@dataclass
class Loaded:
    """Keys of the content to what has been made of them."""

    content: Content
    today: date
    home: Any = None
    organisations: dict[str, Organisation] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    educators: dict[str, Educator] = field(default_factory=dict)
    associations: dict[str, Any] = field(default_factory=dict)
    works: dict[str, Any] = field(default_factory=dict)
    terms: dict[tuple[str, str], Any] = field(default_factory=dict)

    def day(self, when: When) -> date:
        return day_of(when, self.today)

    def moment(self, when: When, hour: int = 10, minute: int = 0) -> datetime:
        """Return an aware moment of that day in the site's time zone, never in the future."""
        moment = timezone.make_aware(datetime.combine(self.day(when), time(hour, minute)))
        return min(moment, timezone.now())

    def moment_of_event(self, days: int, hour: int, minute: int) -> datetime:
        """Return an aware moment so many days from the day of loading."""
        return timezone.make_aware(datetime.combine(day_of(days, self.today), time(hour, minute)))
