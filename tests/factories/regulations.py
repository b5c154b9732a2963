"""Regulation profiles from the editions that come with the platform."""

import datetime as dt

import factory

from knowledge.regulations.models import ProfileEdition, RegulationProfile
from knowledge.regulations.schema import load_profile, profile_text


class ProfileEditionFactory(factory.django.DjangoModelFactory):
    """An edition from a shipped slug; ``source_text`` may be any other profile."""

    class Meta:
        model = ProfileEdition
        exclude = ["slug"]
        skip_postgeneration_save = True

    slug = "pechora"
    source_text = factory.LazyAttribute(lambda edition: profile_text(edition.slug))
    profile = factory.LazyAttribute(lambda edition: profile_of(edition.source_text))
    valid_from = factory.LazyAttribute(lambda edition: load_profile(edition.source_text).edition.valid_from)


def profile_of(text: str) -> RegulationProfile:
    parsed = load_profile(text)
    return RegulationProfile.objects.get_or_create(slug=parsed.slug, defaults={"title": parsed.title})[0]


def shipped_profile(slug: str) -> RegulationProfile:
    """Return the profile with its shipped edition, which is made at the first call."""
    found = RegulationProfile.objects.filter(slug=slug, editions__isnull=False).first()
    return found or ProfileEditionFactory(slug=slug).profile


def changed_profile(
    slug: str, old: str, new: str, *, since: dt.date | None = None, name: str = "changed"
) -> RegulationProfile:
    """Return a profile of its own: the shipped text with ``old`` replaced by ``new``."""
    text = profile_text(slug)
    if old not in text:
        raise ValueError(f"{slug} has no text to change: {old}")
    text = text.replace(old, new).replace(f"slug: {slug}\n", f"slug: {name}\n")
    extra = {"valid_from": since} if since else {}
    return ProfileEditionFactory(source_text=text, **extra).profile
