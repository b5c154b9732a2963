"""The five regulations are found by what stands in them, by the real embedded engine."""

import io
from datetime import date

import pytest
from django.core.management import call_command
from wagtail.models import Site

from search.drain import drain
from search.query import SearchQuery
from search.service import search
from tests.factories.library import LibraryIndexPageFactory, NormativeDocumentPageFactory, SiteDocumentFactory
from tests.library import regulations

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_index(settings, tmp_path):
    settings.SEARCH_ENGINE = "embedded"
    settings.SEARCH_INDEX_DIR = tmp_path / "search"


def found(words, **options):
    return [hit.document.title for hit in search(SearchQuery(words, **options)).hits]


@pytest.fixture
def index():
    return LibraryIndexPageFactory(parent=Site.objects.get(is_default_site=True).root_page)


@pytest.fixture
def five(index):
    others = (
        "Сертификат участника вебинара выдаётся педагогам района за активность.",
        "Портфолио ученика: как собрать его вместе с детьми за учебный год.",
        "Десять педагогов делятся опытом: не менее важное о школьном музее.",
        "Активный отдых участников слёта. Руководитель ведёт отряд по карте.",
    )
    for words in others:
        NormativeDocumentPageFactory(parent=index, document=SiteDocumentFactory(words=words))
    call_command("import_library", str(regulations.FOLDER), stdout=io.StringIO())
    drain()


@regulations.needed
@pytest.mark.parametrize(
    ("query", "source", "title"),
    [
        ("сертификат активного участника", "000", "заместителей директора"),
        ("портфолио руководителя", "002", "дополнительного образования"),
        ("не менее 10 педагогов", "003", "учебно-методическом объединении"),
    ],
)
def test_each_regulation_is_first_for_its_own_words(five, query, source, title):
    assert title in found(query)[0], source


def test_a_published_act_is_found_and_a_withdrawn_one_is_gone(index):
    page = NormativeDocumentPageFactory(
        parent=index,
        title="Положение о смотре кабинетов",
        act_date=date(2024, 8, 31),
        level="municipal",
        document=SiteDocumentFactory(words="Кабинет оценивают по оборудованию."),
    )
    drain()
    assert found("оборудование кабинета") == [page.title]
    assert found("оборудование", filters={"level": ("municipal",), "year": ("2024",)}) == [page.title]
    assert found("оборудование", filters={"level": ("federal",)}) == []
    page.unpublish()
    drain()
    assert found("оборудование кабинета") == []
