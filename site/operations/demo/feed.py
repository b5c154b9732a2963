"""News, events and local acts of the sample service."""

from functools import cached_property

from pydantic import Field

from operations.demo.base import Key, Line, Picture, Record, Slug, Text
from operations.demo.markup import Block, parse
from operations.demo.works import Attachment, Markup


class News(Record):
    """A piece of news, `days` before (negative) the day of loading."""

    slug: Slug
    title: Line
    days: int = Field(le=0)
    summary: Text
    body: Markup
    association: Key | None = None
    picture: Picture | None = None

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return parse(self.body)


class Event(Record):
    """A past or coming event, `days` from the day of loading."""

    slug: Slug
    title: Line
    days: int
    time: Line = Field(pattern=r"^\d{2}:\d{2}$")
    minutes: int = Field(gt=0, description="how long it lasts")
    form: Slug
    place: Key | None = None
    online: bool = False
    association: Key | None = None
    summary: Text
    body: Markup

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return parse(self.body)


class Act(Record):
    """A local act of the library, written for the sample."""

    slug: Slug
    title: Line
    act_level: Slug
    issuer: Line
    number: Line
    days: int = Field(le=0)
    summary: Text
    file: Attachment
