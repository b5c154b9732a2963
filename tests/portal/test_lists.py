"""Lists of news and events: years, pages, order."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from portal.listing import PER_PAGE
from portal.models import EventPage
from tests.factories.portal import event_index, make_event, make_news, news_index
from tests.portal.html import assert_good

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_years(home):
    make_news("Старая новость", date=dt.date(2024, 5, 1))
    make_news("Свежая новость", date=dt.date(2025, 5, 1))


def test_news_are_newest_first(two_years, client):
    html = client.get("/news/").content.decode()
    assert html.index("Свежая") < html.index("Старая")


def test_a_year_narrows_the_list(two_years, client):
    html = assert_good(client.get("/news/?year=2024"))
    assert "Старая" in html
    assert "Свежая" not in html
    assert '<a class="chip" href="?year=2024" aria-current="true">2024</a>' in html


@pytest.mark.parametrize("year", ["1999", "abc", "", "²", "99999999999999999999", "-2024"])
def test_an_unknown_year_is_ignored(two_years, client, year):
    html = assert_good(client.get("/news/", {"year": year}))
    assert "Старая" in html
    assert "Свежая" in html


@pytest.mark.parametrize("page", ["2", "0", "-1", "abc", "999999999999999999999"])
def test_a_page_that_is_not_there_is_not_found(two_years, client, page):
    assert_good(client.get("/news/", {"page": page}), 404)


def test_long_lists_are_paged_and_keep_the_year(home, client):
    for _number in range(PER_PAGE + 1):
        make_news(date=dt.date(2025, 1, 2))
    html = assert_good(client.get("/news/?year=2025"))
    assert "year=2025&amp;page=2" in html
    assert html.count("<article") == PER_PAGE
    assert assert_good(client.get("/news/?year=2025&page=2")).count("<article") == 1


def test_empty_lists_say_so(home, client):
    news_index()
    event_index()
    for url in ("/news/", "/events/"):
        assert 'class="empty"' in assert_good(client.get(url))


def test_unpublished_news_are_not_shown(home, client):
    make_news("Черновик", live=False)
    news = make_news("Закрытая")
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.create(page=news, restriction_type=PageViewRestriction.LOGIN)
    html = client.get("/news/").content.decode()
    assert "Черновик" not in html
    assert "Закрытая" not in html


def test_events_come_by_nearness_and_past_ones_latest_first(home, client):
    for title, days in (("Давно", -30), ("Через месяц", 30), ("Вчера", -1), ("Завтра", 1)):
        make_event(title, days)
    html = assert_good(client.get("/events/"))
    places = [html.index(f">{title}<") for title in ("Завтра", "Через месяц", "Вчера", "Давно")]
    assert places == sorted(places)
    assert html.count("group-head") == 2


def test_an_event_going_on_is_still_coming(home):
    now = timezone.now()
    make_event("Идёт", start=now - dt.timedelta(hours=1), end=now + dt.timedelta(hours=1))
    make_event("Кончилось", start=now - dt.timedelta(hours=2), end=now - dt.timedelta(hours=1))
    assert [event.title for event in EventPage.objects.upcoming()] == ["Идёт"]


def test_events_of_a_year(home, client):
    make_event("Прошлый год", start=timezone.make_aware(dt.datetime(2023, 12, 31, 23, 30)))
    make_event("Новый год", start=timezone.make_aware(dt.datetime(2024, 1, 1, 0, 30)))
    html = assert_good(client.get("/events/?year=2024"))
    assert "Новый год" in html
    assert "Прошлый год" not in html


def test_an_event_with_wrong_days_is_refused(home):
    start = timezone.now()
    with pytest.raises(ValidationError) as caught:
        make_event(start=start, end=start - dt.timedelta(minutes=1))
    assert "end" in caught.value.message_dict
    with pytest.raises(ValidationError) as caught:
        make_event(status="moved")
    assert "moved_from" in caught.value.message_dict


def test_news_of_today_take_the_local_date(home):
    with time_machine.travel(dt.datetime(2026, 3, 1, 22, 30, tzinfo=dt.UTC), tick=False):
        assert make_news().date == dt.date(2026, 3, 2)


@pytest.mark.parametrize("url", ["/news/", "/events/"])
def test_queries_of_a_list_do_not_grow(home, client, url, django_assert_max_num_queries):
    for _number in range(15):
        make_news()
        make_event()
    client.get(url)
    with django_assert_max_num_queries(20):
        client.get(url)
