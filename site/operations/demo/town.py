"""The town's service, organisations, people and vocabularies."""

from datetime import date
from typing import Literal

from pydantic import Field

from operations.demo.base import EMail, Key, Line, Record, Slug, Text

Role = Literal["teacher", "head", "expert", "methodist", "director", "admin", "editor"]
PositionKind = Literal[
    "teacher",
    "deputy_director_methodical",
    "additional_education_teacher",
    "teacher_organiser",
    "structural_unit_head",
    "methodist",
    "service_administration",
    "site_staff",
]


class Service(Record):
    """The methodical service that the site belongs to."""

    name: Line
    short_name: Line
    town: Line
    tagline: Line
    about: Text
    notice: Text
    address: Line
    phone: Line
    email: EMail
    hours: Line
    director: Key


class Organisation(Record):
    key: Key
    kind: Literal[
        "school",
        "gymnasium",
        "lyceum",
        "kindergarten",
        "additional",
        "methodical_centre",
        "authority",
        "innovation_site",
    ]
    short_name: Line
    full_name: Line
    address: Line


class Experience(Record):
    """Whole years of work, counted on 1 September 2026."""

    education_system: int = Field(ge=0, le=60)
    direction: int = Field(ge=0, le=60)
    pedagogical: int = Field(ge=0, le=60)


class Certification(Record):
    result: Literal["highest", "position"]
    date: date


class ClosedRecord(Record):
    """Personal data that must never reach a page, a feed, the index or a log."""

    birth_date: date
    education: Literal["higher_pedagogical", "higher", "secondary_vocational"]
    speciality: Line
    category: Literal["highest", "first", "teacher_methodist", "second", "none"]
    experience: Experience
    qualification_confirmed: date | None = None
    certification: Certification | None = None


class Person(Record):
    """An educator; people with a role can sign in under their key."""

    key: Key
    surname: Line
    name: Line
    patronymic: Line
    position: Line
    position_kind: PositionKind
    organisation: Key
    role: Role | None = None
    record: ClosedRecord

    @property
    def full_name(self) -> str:
        return f"{self.surname} {self.name} {self.patronymic}"

    @property
    def email(self) -> str:
        """The sample address, on the domain reserved for examples."""
        return f"{self.key.replace('_', '.')}@example.org"


class Term(Record):
    slug: Slug
    name: Line


class Subject(Term):
    abbreviation: Line = Field(min_length=2, max_length=2)
    area: int = Field(ge=1, le=5)


class Licence(Term):
    short: Line
    url: str = ""


class Vocabularies(Record):
    """Terms the loader creates before any page."""

    subjects: list[Subject]
    levels: list[Term]
    spheres: list[Term]
    material_types: list[Term]
    experience_kinds: list[Term]
    innovation_kinds: list[Term]
    innovation_forms: list[Term]
    event_forms: list[Term]
    audiences: list[Term]
    experience_stages: list[Term]
    innovation_stages: list[Term]
    activity_kinds: list[Term]
    licences: list[Licence]
    partner_kinds: list[Term]

    def slugs(self, name: str) -> set[str]:
        """Slugs of one vocabulary, named by its field."""
        return {term.slug for term in getattr(self, name)}
