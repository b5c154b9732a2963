"""Facts for the checks of an edition, as the database knows them. What is unknown stays out."""

from datetime import date
from typing import Any

from knowledge.people.models import EducatorRecord
from knowledge.regulations.checks import Facts, Report, run

from .models import AssociationPage, HeadAppointment
from .rules import edition_for

MEMBER_CHECKS = ("CHK-01",)
APPOINTMENT_CHECKS = ("CHK-03", "CHK-04", "CHK-05", "CHK-06", "CHK-07")
"""Of §0.4; the one head in force (CHK-08) is refused by the appointment itself, whatever the edition."""


def association_facts(association: AssociationPage, on: date) -> Facts:
    """Return how many members the association has that day.

    Members are of one direction where the association names no more than one [design].
    """
    members = association.memberships.in_force(on).values("educator").distinct().count()
    known: dict[str, Any] = {"members": members}
    if association.subjects.count() <= 1:
        known["members_same_direction"] = members
    return Facts.model_validate({"date": on, "association": known})


def appointment_facts(appointment: HeadAppointment) -> Facts:
    """Return what is known of the educator on the first day in office."""
    known: dict[str, Any] = {
        "appointed": appointment.starts,
        "term_until": appointment.ends,
        "exception_reason": appointment.exception_reason,
    }
    record = EducatorRecord.objects.filter(educator_id=appointment.educator_id).first()
    return Facts.model_validate({"date": appointment.starts, "head": known | _of_record(record)})


def _of_record(record: EducatorRecord | None) -> dict[str, Any]:
    if record is None:
        return {}
    known: dict[str, Any] = {
        "education": record.education or None,
        "category": record.category or None,
        "experience": {
            "education_system": record.experience_system,
            "direction": record.experience_direction,
        },
        "qualification_confirmed": record.qualification_confirmed,
    }
    if record.certification and record.certified_on:
        known["certification"] = {"result": record.certification, "date": record.certified_on}
    return known


def check_members(association: AssociationPage, on: date) -> Report:
    """Try the edition in force on the association's members; an empty report without an edition."""
    edition = edition_for(association, on)
    return run(edition, association_facts(association, on), MEMBER_CHECKS) if edition else Report()


def check_appointment(appointment: HeadAppointment) -> Report:
    """Try the edition in force on the first day in office; an empty report without an edition."""
    edition = edition_for(appointment.association, appointment.starts)
    return run(edition, appointment_facts(appointment), APPOINTMENT_CHECKS) if edition else Report()
