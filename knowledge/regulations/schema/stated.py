"""A parameter of a regulation: what is stated, where, or that nothing is."""

from typing import Annotated, Any, Generic, Literal, TypeVar

from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

T = TypeVar("T")

Clause = Annotated[str, StringConstraints(pattern=r"^[^\s,;-]+-[^\s,;]+$")]
"""Text and clause: ``003-4``, ``002-9.2``, ``001-2.b12`` (an unnumbered bullet), ``003-App1``."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class Strict(BaseModel):
    """Every key is known and nothing is guessed from another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Section(Strict):
    """A block of parameters; ``null`` instead of the block: the regulation is silent on all of it."""

    @model_validator(mode="before")
    @classmethod
    def _silent_block(cls, data: Any) -> Any:
        return {} if data is None else data


class Stated(Strict, Generic[T]):
    """One parameter.

    In YAML it is ``null`` (silent) or a mapping with ``value`` and ``clause``; ``value: off``
    says that the thing is expressly not required. A value of ours has ``source: design`` and no clause.

    Attributes:
        value: the value; None when silent or off.
        off: expressly not required.
        clause: where it is written.
        also: further clauses that say the same.
        source: ``design`` when no clause says it.
        reading: True where the clause needs interpretation.
        note: what the reader should know about the value.
    """

    value: T | None = None
    off: bool = False
    clause: Clause | None = None
    also: list[Clause] = []
    source: Literal["regulation", "design"] = "regulation"
    reading: bool = False
    note: str = ""

    @model_validator(mode="before")
    @classmethod
    def _words(cls, data: Any) -> Any:
        if data is None:
            return {}
        if isinstance(data, dict):
            if "off" in data:
                raise ValueError(_("Write “value: off”"))
            if data.get("value") == "off":
                return {**data, "value": None, "off": True}
        return data

    @model_validator(mode="after")
    def _has_source(self) -> "Stated[T]":
        if self.source == "design":
            if self.clause:
                raise ValueError(_("A value of ours has no clause"))
        elif not self.silent and not self.clause:
            raise ValueError(_("The value needs its clause"))
        elif self.silent and self.clause:
            raise ValueError(_("A silent parameter has no clause"))
        return self

    @property
    def silent(self) -> bool:
        """Whether the regulation says nothing."""
        return self.value is None and not self.off

    @property
    def design(self) -> bool:
        """Whether the value is the platform's choice and stands in no clause."""
        return self.source == "design"
