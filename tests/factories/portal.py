"""The portal's own pages under one home page."""

import datetime as dt
from itertools import count
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Site

from portal.models import (
    EventIndexPage,
    EventPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    ServiceSettings,
    StandardPage,
)

_numbers = count(1)


def make_home(**fields: Any) -> HomePage:
    """Make the home page and set it as the root of the default site."""
    values = {
        "title": "Главная",
        "slug": "glavnaya",
        "headline": "Методическая помощь учителям",
        "lead": "Материалы к урокам — и опыт коллег.",
        "popular": [("query", "Рабочие программы")],
        **fields,
    }
    home = Page.objects.get(depth=1).add_child(instance=HomePage(**values))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home, "site_name": ""}
    )
    Site.clear_site_root_paths_cache()
    return home


def make_settings(**fields: Any) -> ServiceSettings:
    values = {"name": "Методическая служба", "town_genitive": "города Сосновска", **fields}
    site = Site.objects.get(is_default_site=True)
    return ServiceSettings.objects.update_or_create(site=site, defaults=values)[0]


def _index(model: type, title: str, slug: str) -> Any:
    root = Site.objects.get(is_default_site=True).root_page
    return model.objects.first() or root.add_child(instance=model(title=title, slug=slug))


def news_index() -> NewsIndexPage:
    return _index(NewsIndexPage, "Новости", "news")


def event_index() -> EventIndexPage:
    return _index(EventIndexPage, "События", "events")


def make_news(title: str = "", **fields: Any) -> NewsPage:
    number = next(_numbers)
    values = {"slug": f"novost-{number}", "intro": "Коротко о главном.", **fields}
    return news_index().add_child(instance=NewsPage(title=title or f"Новость {number}", **values))


def make_event(title: str = "", days: int = 5, **fields: Any) -> EventPage:
    """Make an event so many days from now, before now when negative."""
    number = next(_numbers)
    start = timezone.now() + dt.timedelta(days=days)
    values = {"slug": f"sobytie-{number}", "start": start, "place": "школа № 4", **fields}
    return event_index().add_child(instance=EventPage(title=title or f"Событие {number}", **values))


def make_page(title: str = "О службе", slug: str = "about", **fields: Any) -> StandardPage:
    root = Site.objects.get(is_default_site=True).root_page
    return root.add_child(instance=StandardPage(title=title, slug=slug, **fields))
