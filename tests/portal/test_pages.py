"""Every page of the portal is good HTML with its words in their places, whatever editors type."""

import datetime as dt

import pytest
from django.utils import timezone

from accounts.roles import Role
from portal.models import StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.associations import AssociationFactory
from tests.factories.portal import make_event, make_news, make_page, make_settings
from tests.portal.html import assert_good

pytestmark = pytest.mark.django_db
EVIL = "<script>alert('x')</script>"
BODY = [
    ("text", "<h2>Сроки</h2><p>Приём и разбор.</p><ul><li>заявка</li></ul>"),
    ("quote", {"text": "Урок начинается с вопроса.", "source": "Учитель"}),
    ("note", {"title": "Важно.", "text": "Файлы до 20 МБ."}),
]


def moved(**fields):
    start = timezone.now() + dt.timedelta(days=3)
    return make_event(
        "Семинар", start=start, status="moved", moved_from=start, change_note="Совпало", **fields
    )


def test_every_page_is_good_html(home, client):
    make_settings(is_sample=True, phone="+7 (000) 111-22-33", email="a@example.org", address="ул. Мира, 1")
    news = make_news(body=BODY)
    event = moved(body=BODY)
    page = make_page(body=BODY, show_in_menus=True, intro="Кто мы")
    make_event(days=-5)
    for url in ("/", "/news/", "/events/", "/settings/nothing/"):
        assert_good(client.get(url), 404 if "nothing" in url else 200)
    for child in (news, event, page):
        html = assert_good(client.get(child.url))
        assert "<h2>Сроки</h2>" in html
        assert "Приём и\u00a0разбор." in html
        assert "<strong>Важно.</strong>" in html


def test_signed_in_reader_has_a_desk_and_a_way_out(home, client):
    user = UserFactory(roles=[Role.METHODIST])
    client.force_login(user)
    html = assert_good(client.get("/"))
    assert "Сорокина В. П." in html
    assert 'action="/accounts/logout/"' in html
    assert "css/desk.css" in html
    assert "css/desk.css" not in client.__class__().get("/").content.decode()


def test_titles_are_escaped(home, client):
    make_settings(name=EVIL, town_genitive=EVIL, sample_words=EVIL, is_sample=True, hours=EVIL, address=EVIL)
    home.headline = home.lead = EVIL
    home.popular = [("query", EVIL)]
    home.save()
    news, event, page = make_news(EVIL, intro=EVIL), moved(place=EVIL), make_page(EVIL, show_in_menus=True)
    event.title = event.change_note = EVIL
    event.save()
    for url in ("/", "/news/", "/events/", news.url, event.url, page.url):
        html = assert_good(client.get(url))
        assert "<script>alert" not in html
        assert "alert(" in html


def test_content_policy_stands_on_public_pages(home, client):
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_public_page_sets_no_cookie(home, client):
    assert not client.get("/").cookies


def test_section_and_breadcrumbs_show_where_the_reader_is(home, client):
    news = make_news("Приём работ")
    html = assert_good(client.get(news.url))
    assert '<a href="/news/" aria-current="true">' in html
    assert '<li><a href="/news/">Новости</a></li>' in html
    assert '<a href="/news/" aria-current="page">' in client.get("/news/").content.decode()
    assert "aria-current" not in client.get("/nowhere/").content.decode()


def test_footer_shows_contacts_and_marked_pages_only(home, client):
    make_settings(phone="+7 (000) 111-22-33", hours="9–17")
    make_page("Доступность", "access", show_in_menus=True)
    make_page("Скрытая", "hidden")
    html = client.get("/").content.decode()
    assert 'href="tel:+70001112233"' in html
    assert '<a href="/access/">Доступность</a>' in html
    assert "Скрытая" not in html


def test_sample_notice_is_shown_only_when_the_setting_says_so(home, client):
    settings = make_settings(sample_words="Всё вымышлено.")
    assert "Всё вымышлено." not in client.get("/").content.decode()
    settings.is_sample = True
    settings.save()
    assert "Всё вымышлено." in client.get("/").content.decode()


def test_event_page_says_what_changed_and_links_a_live_association(home, client):
    association = AssociationFactory(title="Объединение химиков", slug="himiki")
    event = moved(association=association)
    html = assert_good(client.get(event.url))
    assert "tag-warn" in html
    assert "Совпало" in html
    assert '<a href="/associations/himiki/">' in html
    association.live = False
    association.save()
    assert '<a href="/associations/himiki/">' not in client.get(event.url).content.decode()


def test_cancelled_event_is_marked_in_words_in_the_list(home, client):
    make_event("Вебинар", status="cancelled")
    html = client.get("/events/").content.decode()
    assert "is-cancelled" in html
    assert "tag-bad" in html


def test_a_page_without_a_site_setting_row_writes_nothing(home, client, django_assert_num_queries):
    from portal.models import ServiceSettings

    assert_good(client.get("/"))
    assert not ServiceSettings.objects.exists()
    assert str(ServiceSettings())


def test_pages_are_nested_only_where_they_belong(home):
    assert {model.__name__ for model in StandardPage.allowed_subpage_models()} == {"StandardPage"}
