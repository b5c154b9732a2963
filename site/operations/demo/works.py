"""Works of the three banks with the history that the loader replays through the product's own actions."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from operations.demo.base import Key, Line, Minutes, Picture, Record, Slug, Text, When
from operations.demo.markup import Block, Heading, parse, plain

State = Literal["published", "draft", "submitted", "returned", "recommended", "declined", "withdrawn"]
NEEDED: dict[State, frozenset[str]] = {
    "draft": frozenset(),
    "submitted": frozenset({"submitted"}),
    "returned": frozenset({"submitted", "returned"}),
    "declined": frozenset({"submitted", "declined"}),
    "recommended": frozenset({"submitted", "recommendation"}),
    "published": frozenset({"submitted", "recommendation", "published"}),
    "withdrawn": frozenset({"submitted", "recommendation", "published", "withdrawn"}),
}
HISTORY = ("submitted", "returned", "declined", "recommendation", "published", "withdrawn")


def _parsed(source: str) -> str:
    parse(source)
    return source


Markup = Annotated[str, AfterValidator(_parsed)]


class Attachment(Record):
    """A file that `files.make` writes."""

    kind: Literal["docx", "pdf", "pptx", "odt", "txt"]
    name: Slug
    title: Line
    content: Markup

    @property
    def filename(self) -> str:
        return f"{self.name}.{self.kind}"

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The content without a heading that only repeats the title."""
        return tuple(block for block in parse(self.content) if block != Heading(self.title))


class Authors(Record):
    """Who wrote the work: people, and an organisation or the association itself when it is the author."""

    people: list[Key] = []
    organisation: Key | None = None
    association: bool = False


class Recommendation(Record):
    """The reviewer's recommendation; without `reviewer` it is the association's head on that day."""

    day: When
    reviewer: Key | None = None
    grounds: Line
    text: Text
    minutes: Minutes | None = None


class Remark(Record):
    """Why a work was returned, declined or withdrawn, and when."""

    day: When
    text: Text


class Approbation(Record):
    place: Line
    period: Line
    result: Text


class Work(Record):
    key: Key
    bank: Literal["material", "experience", "innovation"]
    title: Line
    annotation: Text
    body: Markup
    association: Key
    authors: Authors
    submitted_by: Key
    type: Slug
    form: Slug | None = None
    subjects: list[Slug]
    levels: list[Slug]
    grades: str = ""
    audiences: list[Slug] = Field(min_length=1)
    event_form: Slug | None = None
    tags: list[Line] = Field(min_length=3, max_length=5)
    licence: Slug
    stage: Slug | None = None
    approbation: Approbation | None = None
    introduced_at: list[Key] = []
    state: State
    created: When
    submitted: When | None = None
    returned: Remark | None = None
    declined: Remark | None = None
    recommendation: Recommendation | None = None
    published: When | None = None
    withdrawn: Remark | None = None
    picture: Picture | None = None
    attachments: list[Attachment] = []

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return parse(self.body)

    @property
    def words(self) -> int:
        """How many words the body has, headings and lists included."""
        return len(plain(self.blocks).split())

    @model_validator(mode="after")
    def _history_fits_state(self) -> "Work":
        told = {name for name in HISTORY if getattr(self, name) is not None}
        if told != NEEDED[self.state]:
            raise ValueError(f"state {self.state} does not fit the history {sorted(told)}")
        return self

    @model_validator(mode="after")
    def _card_fits_bank(self) -> "Work":
        if (self.stage is None) is not (self.bank == "material"):
            raise ValueError("experience and innovations have a stage, materials have none")
        if {self.approbation is None, self.form is None} != {self.bank != "innovation"}:
            raise ValueError("an innovation has its form and approbation, other works have neither")
        if not (self.authors.people or self.authors.organisation or self.authors.association):
            raise ValueError("a work has at least one author")
        return self
