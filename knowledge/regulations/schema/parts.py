"""The blocks of a profile that say who: kind, acts, head, association, governance."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from .stated import Clause, Code, Section, Stated, Strict, Words
from .words import Base, Category, Education, Role, StepKind

Positive = Annotated[int, Field(ge=1)]


class Step(Strict):
    """One step of an ordered chain and the role that acts.

    Attributes:
        step: what is done.
        by: whose step it is.
        clause: where it is written; None inherits the clause of the whole list.
        source: ``design`` when the regulation does not name this step.
        label: the position in the regulation's own words, for stamps and pages.
        stamp: the word of the stamp on the document.
        reading: True where the clause needs interpretation.
    """

    step: StepKind
    by: Role
    clause: Clause | None = None
    source: Literal["regulation", "design"] = "regulation"
    label: str = ""
    stamp: str = ""
    reading: bool = False

    @property
    def design(self) -> bool:
        """Whether the platform added the step."""
        return self.source == "design"


class Kind(Section):
    """How associations of this kind are called."""

    abbr: Stated[Words] = Stated[Words]()
    full: Stated[Words] = Stated[Words]()
    genitive: Stated[Words] = Stated[Words]()
    audience: Stated[Words] = Stated[Words]()
    alias: Stated[list[Words]] = Stated[list[Words]]()
    legal_nature: Stated[Words] = Stated[Words]()
    institution: Stated[Words] = Stated[Words]()


class Act(Strict):
    """The act that put the regulation in force."""

    number: Words
    date: dt.date
    issuer: Role


class ActRule(Strict):
    """Who issues an order, who asks for it, who must agree."""

    issuer: Role
    initiator: Role | None = None
    consent: Role | None = None


class Acts(Section):
    """Orders over the life of an association and of its head."""

    create: Stated[ActRule] = Stated[ActRule]()
    reorganise: Stated[ActRule] = Stated[ActRule]()
    liquidate: Stated[ActRule] = Stated[ActRule]()
    appoint: Stated[ActRule] = Stated[ActRule]()
    dismiss: Stated[ActRule] = Stated[ActRule]()


class Association(Section):
    """Whom an association unites and how many it needs."""

    min_members: Stated[Positive] = Stated[Positive]()
    same_direction: Stated[Literal[True]] = Stated[Literal[True]]()
    audience: Stated[list[Code]] = Stated[list[Code]]()
    spheres: Stated[list[Code]] = Stated[list[Code]]()


class Experience(Strict):
    """Whole years at least, and what they are counted on."""

    years: Positive
    base: Base


class Term(Strict):
    """How long an appointment lasts: a number of school years, or of calendar years from its first day."""

    unit: Literal["school_year", "year"]
    max: Positive


class Head(Section):
    """The head of an association."""

    pool: Stated[Code] = Stated[Code]()
    education: Stated[Education] = Stated[Education]()
    categories: Stated[list[Category]] = Stated[list[Category]]()
    exception_categories: Stated[list[Category]] = Stated[list[Category]]()
    experience: Stated[Experience] = Stated[Experience]()
    term: Stated[Term] = Stated[Term]()
    requalify_every_years: Stated[Positive] = Stated[Positive]()
    reappoint: Stated[Code] = Stated[Code]()
    reports_to: Stated[Role] = Stated[Role]()
    coordinates_with: Stated[Role] = Stated[Role]()
    appointment_steps: Stated[list[Step]] = Stated[list[Step]]()


class Directions(Section):
    """Who sets the directions, the content and the forms of work."""

    set_by: Stated[list[Role]] = Stated[list[Role]]()
    forms: Stated[list[Role]] = Stated[list[Role]]()


class Regulation(Section):
    """The regulation itself."""

    approved_by: Stated[Role] = Stated[Role]()
    act: Stated[Act] = Stated[Act]()
    guided_by: Stated[list[Words]] = Stated[list[Words]]()


class Governance(Section):
    """Who controls and who coordinates."""

    control: Stated[list[Role]] = Stated[list[Role]]()
    coordinator: Stated[Role] = Stated[Role]()
    evaluation_of_associations: Stated[Words] = Stated[Words]()


class Council(Strict):
    """The governing council of the service."""

    chair: Role
    members: list[Code]
    approved_by: Role


class Service(Section):
    """The methodical service as a whole."""

    name: Stated[Words] = Stated[Words]()
    bodies: Stated[list[Code]] = Stated[list[Code]]()
    school_level: Stated[list[Words]] = Stated[list[Words]]()
    council: Stated[Council] = Stated[Council]()
    info_duties: Stated[list[Code]] = Stated[list[Code]]()
    consultations: Stated[list[Code]] = Stated[list[Code]]()
