"""The list and the page of a document; who may open the file; what the search gets."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.models import PageViewRestriction, Site

from files.models import SiteDocument
from files.signals import text_extracted
from knowledge.library.choices import Status
from knowledge.library.models import NormativeDocumentPage
from search.models import IndexChange
from tests.factories.library import LibraryIndexPageFactory, NormativeDocumentPageFactory, SiteDocumentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def index():
    return LibraryIndexPageFactory(parent=Site.objects.get(is_default_site=True).root_page)


@pytest.fixture
def act(index):
    return NormativeDocumentPageFactory(
        parent=index,
        title="Положение о смотре",
        act_number="17",
        act_date=date(2024, 8, 31),
        issuer="Отдел образования",
        document=SiteDocumentFactory(words="1. Цели\nСмотр кабинетов [bookmark: _GoBack]весной.\n- раз;"),
    )


@pytest.mark.parametrize(
    ("start", "end", "status"),
    [
        (None, None, Status.IN_FORCE),
        (date(2026, 1, 2), None, Status.NOT_YET),
        (date(2026, 1, 1), date(2026, 1, 1), Status.IN_FORCE),
        (None, date(2025, 12, 31), Status.EXPIRED),
    ],
)
def test_the_status_follows_from_the_dates(start, end, status):
    assert NormativeDocumentPage(valid_from=start, valid_to=end).status_on(date(2026, 1, 1)) is status


def test_a_document_cannot_lapse_before_it_begins(act):
    act.valid_from, act.valid_to = date(2026, 1, 2), date(2026, 1, 1)
    with pytest.raises(ValidationError) as caught:
        act.full_clean()
    assert "valid_to" in caught.value.message_dict


def test_the_page_shows_particulars_file_and_clean_text(client, act):
    html = client.get(act.url, headers={"accept-language": "en"}).content.decode()
    for words in ("Отдел образования", "Смотр кабинетов весной", "<h3>1.", act.document.url, "TXT"):
        assert words in html
    assert "bookmark" not in html
    assert '<details class="facet">' not in html
    assert 'style="' not in html


def test_a_long_text_is_folded(client, index):
    page = NormativeDocumentPageFactory(parent=index, document=SiteDocumentFactory(words="слово " * 2000))
    assert '<details class="facet">' in client.get(page.url).content.decode()


def titles(client, index, query=""):
    return [page.title for page in client.get(f"{index.url}{query}").context["page_obj"]]


def test_the_list_is_narrowed_by_level_and_year(client, index, act):
    other = NormativeDocumentPageFactory(parent=index, level="federal", act_date=date(2022, 5, 1))
    undated = NormativeDocumentPageFactory(parent=index, level="federal")
    NormativeDocumentPageFactory(parent=index, live=False)
    assert set(titles(client, index)) == {act.title, other.title, undated.title}
    assert titles(client, index, "?level=municipal") == [act.title]
    assert titles(client, index, "?year=2022") == [other.title]
    assert titles(client, index, "?year=2022&year=2024&level=federal") == [other.title]
    assert titles(client, index, "?level=municipal&year=2022") == []
    assert len(titles(client, index, "?level=none&year=abc&year=1800&page=x&other=1")) == 3


def test_the_counts_of_a_filter_hold_to_the_other_filter(client, index, act):
    NormativeDocumentPageFactory(parent=index, level="federal", act_date=date(2022, 5, 1))
    filters = client.get(f"{index.url}?year=2022").context["facets"]
    counts = {
        one.name: {option.value: (option.count, option.selected) for option in one.values} for one in filters
    }
    assert counts == {
        "level": {"federal": (1, False)},
        "year": {"2024": (1, False), "2022": (1, True)},
    }


def test_pages_of_the_list_keep_the_filters(client, index, django_assert_max_num_queries):
    document = SiteDocumentFactory()
    for _number in range(21):
        NormativeDocumentPageFactory(parent=index, document=document)
    response = client.get(f"{index.url}?level=municipal")
    assert response.context["page_obj"].paginator.num_pages == 2
    assert response.context["query"] == "level=municipal"
    assert len(titles(client, index, "?level=municipal&page=2")) == 1
    with django_assert_max_num_queries(20):
        client.get(index.url)


def status(client, url):
    response = client.get(url)
    # Read to the end: only that closes the file and not the database with it.
    b"".join(response if not response.streaming else response.streaming_content)
    return response.status_code


def test_the_file_opens_with_the_page_and_closes_with_it(client, act, index):
    url = act.document.url
    assert status(client, url) == 200
    restriction = PageViewRestriction.objects.create(page=index, restriction_type="login")
    assert status(client, url) == 404
    restriction.delete()
    draft = SiteDocumentFactory()
    act.document = draft
    act.save_revision()
    assert status(client, draft.url) == 404
    act.unpublish()
    assert status(client, url) == 404


def test_the_file_of_a_document_cannot_be_deleted(act):
    from django.db.models import ProtectedError

    with pytest.raises(ProtectedError):
        act.document.delete()


def test_the_search_gets_the_words_of_the_file(act):
    found = NormativeDocumentPage.search_queryset().get(pk=act.pk).search_document()
    assert found.type == "document"
    assert "Смотр кабинетов весной" in found.text
    assert found.date == date(2024, 8, 31)
    assert found.all_facets() == {"level": ("municipal",), "type": ("document",), "year": ("2024",)}


def test_new_text_of_a_file_marks_its_pages(act):
    IndexChange.objects.all().delete()
    text_extracted.send(sender=SiteDocument, document=act.document)
    assert list(IndexChange.objects.values_list("page_id", flat=True)) == [act.pk]
