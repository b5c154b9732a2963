"""Editions from YAML into the database, as often as one likes."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from django.db import transaction

from .models import ProfileEdition, RegulationProfile
from .schema import load_profile, profile_text, shipped_slugs


@transaction.atomic
def load_editions(sources: Iterable[str | Path] | None = None) -> list[tuple[ProfileEdition, bool]]:
    """Store editions; what is stored already stays as it is, with the changes people have made to it.

    An edition that begins later than the open one closes it on the day before.

    Args:
        sources: slugs of shipped editions or paths of YAML files; all shipped ones by default.

    Returns:
        Each edition and whether it is new.

    Raises:
        ProfileError: a text does not fit; nothing is stored then.
        ValidationError: an edition shares days with another one.
    """
    return [_store(source) for source in (shipped_slugs() if sources is None else sources)]


def _store(source: str | Path) -> tuple[ProfileEdition, bool]:
    text = profile_text(source)
    parsed = load_profile(text)
    profile, _created = RegulationProfile.objects.get_or_create(
        slug=parsed.slug, defaults={"title": parsed.title}
    )
    first = parsed.edition.valid_from
    known = profile.editions.filter(valid_from=first).first()
    if known:
        return known, False
    _close_open(profile, first)
    act = parsed.regulation.act.value
    edition = ProfileEdition(
        profile=profile,
        valid_from=first,
        valid_to=parsed.edition.valid_to,
        act_number=act.number if act else "",
        act_date=act.date if act else None,
        act_issuer="",
        source_text=text,
    )
    edition.full_clean()
    edition.save()
    return edition, True


def _close_open(profile: RegulationProfile, first: dt.date) -> None:
    for open_edition in profile.editions.filter(valid_to__isnull=True, valid_from__lt=first):
        open_edition.valid_to = first - dt.timedelta(days=1)
        open_edition.save()
