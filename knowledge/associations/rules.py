"""The edition by which an association works on a day. Parsed profiles are remembered by their text."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from knowledge.regulations.models import ProfileEdition
from knowledge.regulations.schema import Profile

if TYPE_CHECKING:
    from .models import AssociationPage


def edition_for(association: "AssociationPage", on: date) -> Profile | None:
    """Return the edition in force on the day, in one query; None when there is none."""
    return editions_for([association.profile_id], on).get(association.profile_id)


def editions_for(profile_ids: Iterable[int], on: date) -> dict[int, Profile]:
    """Return the editions in force on the day by the profile's key, in one query."""
    editions = ProfileEdition.objects.filter(profile_id__in=set(profile_ids))
    rows = editions.in_force(on).order_by("valid_from")
    return {edition.profile_id: edition.profile_data for edition in rows.only("profile_id", "source_text")}
