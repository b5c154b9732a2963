"""The blocks of a profile that say what is done: plan, meetings, voting, papers, publication."""

from typing import Annotated, Literal

from django.utils.translation import gettext as _
from pydantic import Field, StringConstraints, field_validator

from .parts import Positive, Step
from .stated import Clause, Code, Section, Stated, Strict, Words
from .words import Moderation, OwnWorkReviewer, Role

DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MonthDay = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]


def real_day(value: str | None) -> str | None:
    """Refuse a month and day that no calendar has."""
    if value and int(value[3:]) > DAYS[int(value[:2]) - 1]:
        raise ValueError(_("There is no such day"))
    return value


class PlanDue(Strict):
    """When the plan is due: a month, perhaps a day, of the plan's own school year or of the one before it."""

    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31)] | None = None
    year: Literal["own", "previous"] = "own"


class Plan(Section):
    """The annual plan; drafting by the head is implied and no step of the chain."""

    chain: Stated[list[Step]] = Stated[list[Step]]()
    due: Stated[PlanDue] = Stated[PlanDue]()
    template: Stated[Code] = Stated[Code]()
    content: Stated[list[Code]] = Stated[list[Code]]()
    blocks: Stated[list[Code]] = Stated[list[Code]]()
    kinds: Stated[list[Code]] = Stated[list[Code]]()


class Frequency(Strict):
    """How often to meet: exactly or at least so many times in every month, quarter or school year."""

    op: Literal["eq", "gte"]
    count: Positive
    per: Literal["month", "quarter", "school_year"]
    extra_allowed: bool = False


class Meetings(Section):
    """Meetings."""

    frequency: Stated[Frequency] = Stated[Frequency]()
    attendance_expected: Stated[Code] = Stated[Code]()
    chair: Stated[Role] = Stated[Role]()
    organised_with: Stated[Role] = Stated[Role]()
    decision_followup: Stated[Code] = Stated[Code]()


class EventForms(Section):
    """Forms of work; an open list may grow."""

    items: Stated[list[Words]] = Stated[list[Words]]()
    open: Stated[Literal[True]] = Stated[Literal[True]]()


class Minutes(Section):
    """Minutes of a meeting."""

    required: Stated[Literal[True]] = Stated[Literal[True]]()
    template: Stated[Code] = Stated[Code]()
    form: Stated[Code] = Stated[Code]()
    speech_text: Stated[Code] = Stated[Code]()
    alphabetical: Stated[Literal[True]] = Stated[Literal[True]]()
    signatories: Stated[list[Role]] = Stated[list[Role]]()
    registration_sheet: Stated[Literal[True]] = Stated[Literal[True]]()
    decision_per_item: Stated[Literal[True]] = Stated[Literal[True]]()


class Voting(Section):
    """How decisions are taken; the base is whom a majority is counted of."""

    enabled: Stated[Literal[True]] = Stated[Literal[True]]()
    open: Stated[Literal[True]] = Stated[Literal[True]]()
    rule: Stated[Literal["majority", "two_thirds"]] = Stated[Literal["majority", "two_thirds"]]()
    base: Stated[Literal["present", "cast"]] = Stated[Literal["present", "cast"]]()
    tie_break: Stated[Literal["head"]] = Stated[Literal["head"]]()
    decisions: Stated[Code] = Stated[Code]()


class Report(Strict):
    """A yearly paper and its last day; ``inclusive: null`` where the wording leaves that day open."""

    artefact: Code
    title: Words
    addressee: Role | None = None
    due: MonthDay | None = None
    inclusive: bool | None = None
    clause: Clause | None = None

    _due = field_validator("due")(real_day)


class DocumentItem(Strict):
    """One paper of a list; an optional one is never missing."""

    code: Code
    title: Words
    optional: bool = False
    clause: Clause | None = None


class DataBank(Section):
    """The data bank of educators."""

    required: Stated[Literal[True]] = Stated[Literal[True]]()
    refresh: Stated[Code] = Stated[Code]()
    fields: Stated[list[Code]] = Stated[list[Code]]()
    output: Stated[list[Code]] = Stated[list[Code]]()
    electronic: Stated[Literal[True]] = Stated[Literal[True]]()


class Bank(Strict):
    """A bank of works and the name the regulation gives it."""

    code: Code
    title: Words
    kinds: list[Code] = []
    clause: Clause | None = None


class Publication(Section):
    """From a recommendation to a publication."""

    recommender: Stated[Literal["head", "association", "head_then_association"]] = Stated[
        Literal["head", "association", "head_then_association"]
    ]()
    channels: Stated[list[Code]] = Stated[list[Code]]()
    steps: Stated[list[Step]] = Stated[list[Step]]()
    own_work_reviewer: Stated[OwnWorkReviewer] = Stated[OwnWorkReviewer]()
    forbid_self_review: Stated[Literal[True]] = Stated[Literal[True]]()
    expertise: Stated[list[Code]] = Stated[list[Code]]()


class Passport(Section):
    """The passport of an association on the site."""

    required: Stated[Literal[True]] = Stated[Literal[True]]()
    moderation: Stated[Moderation] = Stated[Moderation]()
    required_fields: Stated[list[Code]] = Stated[list[Code]]()
    site_page: Stated[Literal[True]] = Stated[Literal[True]]()


class Window(Strict):
    """Days of a year, both included."""

    start: MonthDay
    end: MonthDay

    _days = field_validator("start", "end")(real_day)


class Evaluation(Section):
    """Outside evaluation of quality."""

    window: Stated[Window] = Stated[Window]()
    objects: Stated[list[Code]] = Stated[list[Code]]()


class PetitionAward(Strict):
    """What is asked for and of whom."""

    award: Code
    addressee: Role | None = None
    clause: Clause | None = None


class Petition(Section):
    """Petitions for encouragement: a right and never a duty."""

    initiators: Stated[list[Role]] = Stated[list[Role]]()
    awards: Stated[list[PetitionAward]] = Stated[list[PetitionAward]]()
    addressee: Stated[Role] = Stated[Role]()
