"""What every record of the sample content shares."""

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, pattern=r"^[^\n]+$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
EMail = Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+@example\.org$")]
Profile = Literal["lysva", "pechora", "rubtsovsk", "oshmyany", "zeya"]

When = date | int
"""A fixed day, or whole days from the day of loading (negative is the past)."""


def day_of(when: When, today: date) -> date:
    """Turn a moment of the sample data into a day, counting offsets from `today`."""
    return today + timedelta(days=when) if isinstance(when, int) else when


class Record(BaseModel):
    """A frozen row of data: an unknown or mistyped field is an error, never ignored."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, populate_by_name=True)


class Order(Record):
    """An order (приказ) that founds an association or appoints its head."""

    number: Line
    date: date
    issuer: Line


class Minutes(Record):
    """Minutes (протокол) that hold the association's own decision."""

    number: Line
    date: date


class Picture(Record):
    """What `pictures.draw` paints for a page."""

    kind: Literal[
        "notebook", "bars", "circuit", "steps", "orbits", "drops", "dice", "robot", "book", "network", "film"
    ]
    title: Line
    alt: Line
    labels: tuple[Line, ...] = Field(default=(), strict=False, max_length=6)
    values: tuple[int, ...] = Field(default=(), strict=False, description="heights of the bars")

    @model_validator(mode="after")
    def _each_bar_has_its_height(self) -> "Picture":
        if self.kind == "bars" and not 0 < len(self.labels) == len(self.values):
            raise ValueError("a chart needs a value for each label")
        return self
