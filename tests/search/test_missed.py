import pytest
from django.db import DatabaseError

from search.missed import note_missed
from search.models import MissedQuery
from search.query import SearchQuery
from search.result import SearchResults
from tests.factories.search import SearchDocumentFactory as Document
from tests.search.conftest import fill

pytestmark = pytest.mark.django_db
READER = "Mozilla/5.0"


def test_misses_are_counted_by_day_and_words_alone(client, engine):
    fill(engine, Document(title="Оптика", type="document"))
    for text in ("Скрипка", " скрипка ", "оптика", "скрипка&type=document"):
        client.get(f"/search/?q={text}", headers={"User-Agent": READER})
    row = MissedQuery.objects.get()
    assert (row.text, row.count) == ("скрипка", 2)
    assert str(row) == "скрипка"
    assert {field.name for field in MissedQuery._meta.fields} == {"id", "text", "date", "count"}


@pytest.mark.parametrize(
    ("query", "found", "agent"),
    [
        (SearchQuery("скрипка"), SearchResults(total=1), READER),
        (SearchQuery("скрипка"), SearchResults(degraded=True), READER),
        (SearchQuery("скрипка", page=2), SearchResults(), READER),
        (SearchQuery("скрипка", filters={"subject": ("a",)}), SearchResults(), READER),
        (SearchQuery(""), SearchResults(), READER),
        (SearchQuery("скрипка"), SearchResults(), "Googlebot/2.1"),
        (SearchQuery("скрипка"), SearchResults(), ""),
        (SearchQuery("ivanova@example.org"), SearchResults(), READER),
        (SearchQuery("телефон +7 (900) 000-00-00"), SearchResults(), READER),
    ],
)
def test_everything_else_is_not(query, found, agent):
    assert not note_missed(query, found, agent)
    assert not MissedQuery.objects.exists()


def test_database_that_cannot_write_spoils_nothing(monkeypatch):
    def locked(**kwargs):
        raise DatabaseError("locked")

    monkeypatch.setattr(MissedQuery.objects, "get_or_create", locked)
    assert not note_missed(SearchQuery("скрипка"), SearchResults(), READER)


def test_long_queries_are_cut():
    assert note_missed(SearchQuery("щ" * 900), SearchResults(), READER)
    assert len(MissedQuery.objects.get().text) == 200
