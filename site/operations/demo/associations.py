"""Associations with their passports, heads and members."""

from datetime import date

from pydantic import Field

from operations.demo.base import Key, Line, Order, Profile, Record, Slug, Text


class Appointment(Record):
    """One head in one term; `until` is open where the regulation sets no term."""

    person: Key
    order: Order
    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


class Membership(Record):
    person: Key
    since: date


class Partner(Record):
    name: Line
    kind: Slug
    about: Line


class Association(Record):
    """A methodical association; `direction` is a subject's slug or empty for a group of positions."""

    key: Key
    slug: Slug
    profile: Profile
    kind: Line
    full_name: Line
    short_name: Line
    direction: Slug | None = None
    direction_words: Line
    spheres: list[Slug]
    levels: list[Slug]
    audience_words: Line
    school_year: Line = Field(pattern=r"^\d{4}/\d{4}$")
    founded: Order
    purpose: Text
    goal: Text
    tasks: list[Line] = Field(min_length=3)
    functions: list[Line] = Field(min_length=3)
    activity_kinds: list[Slug]
    key_directions: list[Line] = Field(min_length=2)
    head: Appointment
    former_heads: list[Appointment] = []
    curator: Key
    theme: Line
    unified_theme: Line
    content: Text
    quality: Text
    results: Text
    partners: list[Partner]
    members: list[Membership]

    def head_on(self, day: date) -> Appointment | None:
        """The appointment in force on a day, if any."""
        return next((held for held in (self.head, *self.former_heads) if held.covers(day)), None)
