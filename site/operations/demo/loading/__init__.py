"""Turns the sample content into pages through the product's own actions."""

from datetime import date

from django.db import transaction
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from operations.demo.content import Content
from operations.sections import open_sections
from portal.models import ServiceSettings

from . import associations, feed, people, vocabularies, works
from .context import Loaded


def is_loaded() -> bool:
    """Tell whether the sample municipality is already here."""
    return ServiceSettings.objects.filter(is_sample=True).exists()


def load(content: Content, today: date, password: str) -> Loaded:
    """Load everything or nothing.

    Args:
        content: the checked sample content.
        today: the day its offsets count from.
        password: of every sample user.
    """
    # Tasks for some thousand small writes would keep the worker busy with what is written over anyway.
    with transaction.atomic(), disable_reference_index_auto_update():
        loaded = _load(content, today, password)
    for page in [*loaded.associations.values(), *loaded.works.values()]:
        ReferenceIndex.create_or_update_for_object(page)
    return loaded


def _load(content: Content, today: date, password: str) -> Loaded:
    loaded = Loaded(content=content, today=today)
    service = content.service
    loaded.home = open_sections(
        headline=f"Методическая помощь учителям: {service.town}", lead=service.tagline
    )
    feed.load_service(loaded)
    vocabularies.load(loaded)
    people.load(loaded, password)
    associations.load(loaded)
    works.load(loaded)
    feed.load(loaded)
    return loaded
