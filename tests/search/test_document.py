import datetime as dt

import pytest
from django.core.exceptions import ImproperlyConfigured

from search.document import FileText, card_from_json
from search.engines.select import current_engine
from tests.factories.search import SearchDocumentFactory as Document


def test_card_comes_back_as_it_was():
    document = Document(authors=("А", "Б"), facets={"subject": ("physics",)}, summary="Коротко")
    back = card_from_json(document.card())
    assert back.card() == document.card()
    assert Document(date=None).card()["date"] is None


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Другое"}, {"text": "Другое"}, {"files": (FileText("а", "б"),)}, {"date": None},
        {"facets": {"subject": ("art",)}}, {"authors": ("А",)}, {"url": "/other/"},
    ],
)  # fmt: skip
def test_every_change_of_content_changes_the_digest(change):
    same = {"key": "1", "title": "Одно", "url": "/1/"}
    assert Document(**same).digest() == Document(**same, version=9).digest()
    assert Document(**{**same, **change}).digest() != Document(**same).digest()


def test_moment_counts_as_its_day(settings):
    settings.TIME_ZONE = "Europe/Moscow"
    late = dt.datetime(2025, 8, 31, 22, 30, tzinfo=dt.UTC)
    assert Document(date=late).date == dt.date(2025, 9, 1)
    assert Document(date=dt.datetime(2025, 8, 31, 22, 30)).date == dt.date(2025, 8, 31)


def test_year_and_type_follow_from_the_document():
    facets = Document(type="news", date=dt.date(2024, 5, 1), facets={"subject": ("", "art")}).all_facets()
    assert facets == {"subject": ("art",), "type": ("news",), "year": ("2024",)}
    assert Document(facets={"year": ("2019",)}).all_facets()["year"] == ("2019",)


def test_engine_nobody_knows_is_refused(settings):
    settings.SEARCH_ENGINE = "magic"
    with pytest.raises(ImproperlyConfigured):
        current_engine()
