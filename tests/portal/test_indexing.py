"""What the search is given of the portal's pages."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from files.models import SiteDocument
from portal.models import EventPage, NewsPage, StandardPage
from search import registry
from tests.factories.associations import AssociationFactory
from tests.factories.portal import make_event, make_news, make_page

pytestmark = pytest.mark.django_db


def test_the_portals_pages_are_registered():
    assert {EventPage, NewsPage, StandardPage} <= set(registry.models())


def test_news_give_their_words_and_files(home):
    document = SiteDocument.objects.create(
        title="Положение", file=ContentFile("слова из файла".encode(), "p.txt")
    )
    news = make_news(
        "Приём",
        date=dt.date(2025, 3, 1),
        body=[("text", "<p>Срок <b>до мая</b></p>"), ("documents", [document])],
    )
    found = NewsPage.objects.get(pk=news.pk).search_document()
    assert (found.title, found.type, found.date) == ("Приём", "news", dt.date(2025, 3, 1))
    assert found.url.endswith(news.url)
    assert "до мая" in found.text
    assert "<" not in found.text
    assert [(file.name, file.text) for file in found.files] == [("Положение", "слова из файла")]


def test_an_event_gives_its_day_place_and_association(home):
    association = AssociationFactory(slug="himiki")
    start = timezone.make_aware(dt.datetime(2025, 3, 1, 15, 0))
    event = make_event("Семинар", start=start, place="школа № 4", association=association)
    found = event.search_document()
    assert found.date == dt.date(2025, 3, 1)
    assert "15:00, школа № 4" in found.summary
    assert found.facets == {"association": ("himiki",)}
    assert make_event().search_document().facets == {}


def test_only_public_pages_are_searched(home):
    shown, hidden = make_page(intro="Кто мы"), make_page("Скрытая", "hidden", live=False)
    keys = [page.pk for page in registry.public_pages([shown.pk, hidden.pk])]
    assert keys == [shown.pk]
    assert shown.search_document().summary == "Кто мы"
