"""Plain facts that checks are run on; every key is optional, and null is the same as absent.

The exceptions: ``meetings: []`` (none was held) and ``reports: {portfolio: null}`` (not submitted) are facts.
"""

import datetime as dt
import re
from typing import Annotated, Any, Literal

from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from ..schema.profile import Profile
from ..schema.stated import Strict
from ..schema.validation import validate
from ..schema.words import Category, Education, StepKind
from .calendar import SchoolYear, first_year_of

REPORTS = ("portfolio", "analysis", "report")


def _to_date(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return dt.datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError as error:
            raise ValueError(_("A date YYYY-MM-DD is expected")) from error
    return value


FactDate = Annotated[dt.date, BeforeValidator(_to_date)]
Count = Annotated[int, Field(ge=0)]


class AssociationFacts(Strict):
    members: Count | None = None
    members_same_direction: Count | None = None

    @field_validator("members_same_direction")
    @classmethod
    def _part_of_members(cls, value: int | None, info: ValidationInfo) -> int | None:
        members = info.data.get("members")
        if value is not None and members is not None and value > members:
            raise ValueError(_("There are more members of one direction than members"))
        return value


class ExperienceFacts(Strict):
    """Whole years on each base."""

    education_system: Count | None = None
    direction: Count | None = None


class OrderFacts(Strict):
    number: str | None = None
    date: FactDate | None = None
    issuer: str | None = None

    @field_validator("number", mode="before")
    @classmethod
    def _number_without_quotes(cls, value: Any) -> Any:
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


class CertificationFacts(Strict):
    """Certification for the highest category or for correspondence to the position."""

    result: Literal["highest", "position"]
    date: FactDate


class HeadFacts(Strict):
    education: Education | None = None
    category: Category | None = None
    exception_reason: str | None = None
    experience: ExperienceFacts | None = None
    appointed: FactDate | None = None
    term_until: FactDate | None = None
    order: OrderFacts | None = None
    qualification_confirmed: FactDate | None = None
    certification: CertificationFacts | None = None

    @field_validator("term_until")
    @classmethod
    def _ends_after_start(cls, value: dt.date | None, info: ValidationInfo) -> dt.date | None:
        appointed = info.data.get("appointed")
        if value and appointed and value < appointed:
            raise ValueError(_("The term ends before it begins"))
        return value


class PlanFacts(Strict):
    """Steps done after drafting, in order."""

    steps: list[Literal[StepKind, "draft"]] | None = None


class VoteFacts(Strict):
    """Counts of one vote; invited people are not among the members present."""

    members_present: Count | None = None
    in_favour: Count | None = Field(default=None, alias="for")
    against: Count | None = None
    abstained: Count | None = None
    head_vote: Literal["for", "against", "abstained"] | None = None

    @property
    def cast(self) -> int:
        """Everyone counted, abstainers too."""
        return (self.in_favour or 0) + (self.against or 0) + (self.abstained or 0)


class Facts(Strict):
    """Everything a check may ask."""

    asked_on: FactDate | None = Field(default=None, alias="date")
    school_year: str | None = None
    association: AssociationFacts | None = None
    head: HeadFacts | None = None
    terms: list[Annotated[list[FactDate], Field(min_length=2, max_length=2)]] | None = Field(
        default=None, min_length=1
    )
    meetings: list[FactDate] | None = None
    plan: PlanFacts | None = None
    vote: VoteFacts | None = None
    reports: dict[str, FactDate | None] | None = None
    documents: list[str] | None = None
    service_documents: list[str] | None = None

    @field_validator("school_year")
    @classmethod
    def _two_years(cls, value: str | None) -> str | None:
        if value is None:
            return None
        match = re.fullmatch(r"([0-9]{4})/([0-9]{4})", value)
        if not match or int(match[2]) != int(match[1]) + 1 or not 1900 < int(match[1]) < 9000:  # noqa: PLR2004
            raise ValueError(_("A school year like 2025/2026 is expected"))
        return value

    @field_validator("terms")
    @classmethod
    def _terms_in_order(
        cls, value: list[list[dt.date]] | None, info: ValidationInfo
    ) -> list[list[dt.date]] | None:
        days = [day for term in value or [] for day in term]
        if days != sorted(days) or any(end == start for (_first, end), (start, _last) in _pairs(value)):
            raise ValueError(_("The terms must follow one another without a common day"))
        year = info.data.get("school_year")
        if days and year:
            whole = SchoolYear.starting(int(year[:4]))
            if days[0] > whole.end or days[-1] < whole.start:
                raise ValueError(_("The terms lie outside the school year"))
        return value

    @field_validator("reports")
    @classmethod
    def _known_reports(cls, value: dict[str, dt.date | None] | None, info: ValidationInfo) -> Any:
        known = {*REPORTS, *((info.context or {}).get("reports") or ())}
        foreign = sorted(set(value or {}) - known)
        if foreign:
            raise ValueError(_("Unknown report: %(codes)s") % {"codes": ", ".join(foreign)})
        return value

    @property
    def on(self) -> dt.date:
        """The day on which we ask."""
        return self.asked_on or timezone.localdate()

    @property
    def year(self) -> SchoolYear:
        """The school year we ask about: the stated one, that of the stated terms, or that of the day."""
        terms = [(start, end) for start, end in self.terms] if self.terms else None
        if self.school_year:
            return SchoolYear.starting(int(self.school_year[:4]), terms)
        return SchoolYear.starting(first_year_of(terms[0][0] if terms else self.on), terms)


def _pairs(terms: list[list[dt.date]] | None) -> list[tuple[list[dt.date], list[dt.date]]]:
    return list(zip(terms or [], (terms or [])[1:], strict=False))


def load_facts(text: str, profile: Profile | None = None) -> Facts:
    """Facts from a YAML text.

    Args:
        text: YAML; an empty text is no facts.
        profile: its own report codes are allowed besides the usual ones.

    Raises:
        DocumentError: with every problem, its path and line.
    """
    own = [report.artefact for report in (profile.reports.value or [])] if profile else []
    return validate(Facts, text, context={"reports": own})
