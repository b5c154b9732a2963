"""The home page: what it shows of the other rooms and at what cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from experience_bank.models import ExperiencePage, InnovationPage
from knowledge.vocabularies.models import Subject
from tests.factories.associations import AssociationFactory
from tests.factories.experience_bank import make_educator, make_work, recommend
from tests.factories.portal import make_event, make_news, make_page, make_settings
from tests.portal.html import assert_good

pytestmark = pytest.mark.django_db
MOST_QUERIES = 20


def queries_of(client):
    # Content types stay in memory for the life of a process; the addresses of sites do not.
    client.get("/")
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert_good(client.get("/"))
    return len(caught)


def fill(subject, size):
    for number in range(size):
        make_news()
        make_event()
        make_work(state="published", subjects=[subject], authors=[make_educator(f"Автор{number}")])
        AssociationFactory()


def test_queries_stay_the_same_and_few(home, client):
    make_settings()
    make_page(show_in_menus=True)
    subject = Subject.objects.create(name="Физика", slug="physics")
    fill(subject, 3)
    make_work(ExperiencePage, state="published", subjects=[subject])
    small = queries_of(client)
    fill(subject, 6)
    make_page("Доступность", "access", show_in_menus=True)
    assert queries_of(client) == small
    assert small <= MOST_QUERIES


def test_newest_works_of_all_banks_with_their_state(home, client):
    subject = Subject.objects.create(name="Физика", slug="physics", abbreviation="Фз", area=3)
    make_work(title="Старая работа", state="published", subjects=[subject])
    author = make_educator("Соколова", "Елена")
    work = make_work(
        title="Оптика на уроке",
        state="published",
        subjects=[subject],
        authors=[author],
        annotation="Семь работ.",
    )
    recommend(work)
    make_work(ExperiencePage, title="Дневник чтения", state="published")
    make_work(InnovationPage, title="Сервер задач", state="published")
    make_work(title="Черновик работы", state="draft")
    html = assert_good(client.get("/"))
    assert "Старая работа" not in html
    assert "Черновик работы" not in html
    row = html[html.index("Оптика на") - 700 : html.index("Оптика на") + 400]
    assert "Соколова" in row
    assert "Семь работ." in row
    assert 'data-area="3"' in row
    assert ">Фз<" in row
    assert html.count("tag-ok") == 1


def test_a_voided_recommendation_is_not_shown(home, client):
    from django.utils import timezone

    work = make_work(state="published")
    recommend(work, voided_at=timezone.now())
    assert "tag-ok" not in client.get("/").content.decode()


def test_authors_are_shortened(home, client):
    people = [make_educator(surname) for surname in ("Первова", "Вторых", "Третьяк")]
    make_work(title="Трое", state="published", authors=people)
    make_work(title="Двое", state="published", authors=people[:2])
    make_work(title="От объединения", state="published", association=AssociationFactory(title="Химики"))
    html = client.get("/").content.decode().replace("\u00a0", " ")
    assert "Третьяк" not in html
    assert "Вторых Е. В.</span>" in html
    assert "<span>Химики</span>" in html


def test_counts_and_subjects(home, client):
    physics = Subject.objects.create(name="Физика", slug="physics")
    Subject.objects.create(name="Черчение", slug="drawing")
    make_work(state="published", subjects=[physics])
    make_work(state="published", subjects=[physics])
    make_work(state="draft", subjects=[physics])
    make_work(state="published")
    html = assert_good(client.get("/"))
    assert '?subject=physics"><span>Физика</span><span class="meta num" aria-hidden="true">2<' in html
    assert "Черчение" not in html


def test_only_coming_events_are_on_the_board(home, client):
    for number in range(4):
        make_event(f"Будущее {number}", days=number + 1)
    make_event("Прошлое", days=-1)
    make_event("Отменённое", days=0.5, status="cancelled")
    html = client.get("/").content.decode()
    assert "Прошлое" not in html
    assert "tag-bad" in html
    assert "Будущее 1" in html
    assert "Будущее 2" not in html


def test_an_empty_site_still_has_a_home(home, client):
    html = assert_good(client.get("/"))
    assert '<form class="find" role="search" action="/search/">' in html
    assert "/search/?q=%D0%A0%D0%B0%D0%B1" in html
    assert "split-news" in html
