"""Reads the whole sample content into typed records and refuses it when anything does not hold together."""

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from operations.demo.associations import Association
from operations.demo.base import Record, day_of
from operations.demo.cross_checks import faults
from operations.demo.feed import Act, Event, News
from operations.demo.town import Organisation, Person, Service, Vocabularies
from operations.demo.works import Recommendation, Work

FOLDER = Path(__file__).with_name("content")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where libyaml is there
LISTS = ("organisations", "people", "associations", "news", "events", "library")


class Content(Record):
    """Everything `manage.py demo` puts on the site; keys are unique and every reference holds."""

    service: Service
    vocabularies: Vocabularies
    organisations: list[Organisation]
    people: list[Person]
    associations: list[Association]
    works: list[Work]
    news: list[News]
    events: list[Event]
    library: list[Act]

    @cached_property
    def people_by_key(self) -> dict[str, Person]:
        return {person.key: person for person in self.people}

    @cached_property
    def associations_by_key(self) -> dict[str, Association]:
        return {association.key: association for association in self.associations}

    @property
    def users(self) -> list[Person]:
        """People who can sign in; a person's key is the user name."""
        return [person for person in self.people if person.role]

    def reviewer_of(self, work: Work, today: date) -> Person | None:
        """Who decided on a work: the named reviewer, else the head in force on the day of the decision."""
        told = work.recommendation or work.returned or work.declined
        if told is None:
            return None
        if isinstance(told, Recommendation) and told.reviewer:
            return self.people_by_key[told.reviewer]
        held = self.associations_by_key[work.association].head_on(day_of(told.day, today))
        return self.people_by_key[held.person] if held else None


def load_content(folder: Path = FOLDER) -> Content:
    """Read and check the sample content.

    Args:
        folder: holds a YAML file for each list and `works/*.yaml`.

    Raises:
        pydantic.ValidationError: a record has a missing, unknown or mistyped field.
        ValueError: references, dates or states contradict each other; every fault is listed.
    """
    data: dict[str, Any] = {
        name: _read(folder / f"{name}.yaml") for name in (*LISTS, "service", "vocabularies")
    }
    data["works"] = [work for path in sorted((folder / "works").glob("*.yaml")) for work in _read(path)]
    content = Content.model_validate(data)
    found = faults(content)
    if found:
        raise ValueError("The sample content does not hold together:\n" + "\n".join(found))
    return content


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 — both are safe loaders
