"""A regulation profile: every parameter of one regulation, each with its clause."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from django.utils.translation import gettext as _
from pydantic import StringConstraints, ValidationInfo, field_validator

from .parts import Acts, Association, Directions, Governance, Head, Kind, Regulation, Service, Step
from .stated import Section, Stated, Strict, Words
from .words import Level, Moderation, OwnWorkReviewer
from .work import (
    Bank,
    DataBank,
    DocumentItem,
    Evaluation,
    EventForms,
    Meetings,
    Minutes,
    Passport,
    Petition,
    Plan,
    Publication,
    Report,
    Voting,
)

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
CheckId = Annotated[str, StringConstraints(pattern=r"^CHK-[0-9]{2}$")]


@dataclass(frozen=True)
class Effective:
    """A parameter after the platform's default has filled a silent one."""

    value: Any
    clause: str | None
    design: bool


class Layers(Strict):
    """Every block of parameters; the platform's defaults are written in the same shape."""

    kind: Kind = Kind()
    jurisdiction: Stated[Literal["RU", "BY"]] = Stated[Literal["RU", "BY"]]()
    level: Stated[Literal["district", "municipal", "city"]] = Stated[
        Literal["district", "municipal", "city"]
    ]()
    association: Association = Association()
    acts: Acts = Acts()
    head: Head = Head()
    plan: Plan = Plan()
    meetings: Meetings = Meetings()
    event_forms: EventForms = EventForms()
    minutes: Minutes = Minutes()
    voting: Voting = Voting()
    reports: Stated[list[Report]] = Stated[list[Report]]()
    documents: Stated[list[DocumentItem]] = Stated[list[DocumentItem]]()
    service_documents: Stated[list[DocumentItem]] = Stated[list[DocumentItem]]()
    data_bank: DataBank = DataBank()
    banks: Stated[list[Bank]] = Stated[list[Bank]]()
    experience_label: Stated[Words] = Stated[Words]()
    publication: Publication = Publication()
    passport: Passport = Passport()
    indicators: Stated[list[Words]] = Stated[list[Words]]()
    evaluation: Evaluation = Evaluation()
    petition: Petition = Petition()
    nominations: Stated[list[Words]] = Stated[list[Words]]()
    directions: Directions = Directions()
    regulation: Regulation = Regulation()
    governance: Governance = Governance()
    service: Service = Service()
    severity: dict[CheckId, Level] = {}

    @field_validator("documents", "service_documents", "reports", "banks")
    @classmethod
    def _codes_differ(cls, stated: Stated[Any]) -> Stated[Any]:
        codes = [getattr(item, "artefact", None) or item.code for item in stated.value or []]
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice:
            raise ValueError(_("Repeated codes: %(codes)s") % {"codes": ", ".join(twice)})
        return stated

    def stated(self, path: str) -> Stated[Any]:
        """The parameter at ``head.term``.

        Raises:
            KeyError: there is no such parameter.
        """
        found: Any = self
        for part in path.split("."):
            if part not in type(found).model_fields:
                raise KeyError(path)
            found = getattr(found, part)
        if not isinstance(found, Stated):
            raise KeyError(path)
        return found

    def parameters(self) -> list[tuple[str, Stated[Any]]]:
        """Every parameter with its path, in the order of the schema."""
        found: list[tuple[str, Stated[Any]]] = []
        for name in Layers.model_fields:
            block = getattr(self, name)
            if isinstance(block, Stated):
                found.append((name, block))
            elif isinstance(block, Section):
                found += [(f"{name}.{inner}", getattr(block, inner)) for inner in type(block).model_fields]
        return found


class EditionDates(Strict):
    """The days on which this edition is in force; a profile without a known first day says so in ``note``."""

    valid_from: dt.date
    valid_to: dt.date | None = None
    note: str = ""

    @field_validator("valid_to")
    @classmethod
    def _in_order(cls, value: dt.date | None, info: ValidationInfo) -> dt.date | None:
        first = info.data.get("valid_from")
        if value and first and value < first:
            raise ValueError(_("The last day is before the first."))
        return value


class Profile(Layers):
    """One regulation.

    Attributes:
        slug: its address and the name for ``check_profile``.
        title: the regulation's name, in Russian.
        genre: an association's regulation, a head's job description, or a service's regulation.
        source_file: which text the values come from.
        edition: when it is in force.
    """

    slug: Slug
    title: Words
    genre: Literal["association", "head_role", "service"]
    source_file: str = ""
    edition: EditionDates

    def effective(self, path: str) -> Effective:
        """A parameter, or the platform's default where the regulation is silent.

        Args:
            path: as ``publication.own_work_reviewer``.

        Returns:
            The value (None when nobody has one; also when it is expressly off), its clause, and whether it
            is the platform's own.
        """
        from .reading import platform

        own = self.stated(path)
        if own.silent:
            own = platform().stated(path)
        return Effective(own.value, own.clause, own.design)

    def _steps(self, path: str) -> list[Step]:
        from .reading import platform

        own = self.stated(path)
        if own.silent:
            own = platform().stated(path)
        steps: list[Step] = own.value or []
        source: Literal["regulation", "design"] = "design" if own.design else "regulation"
        return [
            step
            if step.clause or step.design
            else step.model_copy(update={"clause": own.clause, "source": source})
            for step in steps
        ]

    def publication_steps(self) -> list[Step]:
        """Steps from a submitted work to its publication, in order; never empty."""
        return self._steps("publication.steps")

    def plan_chain(self) -> list[Step]:
        """Steps of the plan after drafting, in order; empty when the regulation is silent."""
        return self._steps("plan.chain")

    def appointment_steps(self) -> list[Step]:
        """Steps to a head's appointment, in order; empty when the regulation is silent."""
        return self._steps("head.appointment_steps")

    def passport_moderation(self) -> Moderation:
        """Who must pass the passport before it is public."""
        found: Moderation = self.effective("passport.moderation").value
        return found

    def own_work_reviewer(self) -> OwnWorkReviewer:
        """Who reviews what the head has written."""
        found: OwnWorkReviewer = self.effective("publication.own_work_reviewer").value
        return found

    @property
    def kind_abbr(self) -> str:
        """Short name of the kind of association (or of the service); empty when silent."""
        return self.kind.abbr.value or self.service.name.value or ""
