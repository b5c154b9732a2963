"""Display settings: only known words reach a page, and nobody is led to another site."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from portal import reading

URL = "/settings/reading/"


@pytest.fixture
def saved(client):
    def save(**data):
        return client.post(URL, data)

    return save


def html_tag(client):
    page = client.get("/robots-none/").content.decode()
    return page[page.index("<html") : page.index(">", page.index("<html"))]


@pytest.mark.django_db
def test_chosen_settings_are_on_every_page(saved, client):
    response = saved(scheme="dark", size="150", spacing="", font="serif", images="off", next="/news/")
    assert (response.status_code, response["Location"]) == (302, "/news/")
    tag = html_tag(client)
    for attribute in ('data-scheme="dark"', 'data-size="150"', 'data-font="serif"', 'data-images="off"'):
        assert attribute in tag
    assert "data-spacing" not in tag


@pytest.mark.django_db
def test_the_panel_shows_what_is_chosen(saved, client):
    saved(scheme="wb")
    html = client.get("/robots-none/").content.decode()
    assert 'name="scheme" value="wb" checked' in html
    assert 'name="size" value="" checked' in html


@pytest.mark.django_db
def test_ordinary_version_forgets_everything(saved, client):
    saved(scheme="dark")
    response = saved(scheme="dark", reset="1")
    assert response.cookies[reading.COOKIE]["max-age"] == 0
    assert "data-" not in html_tag(client)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "cookie", ['scheme-"><script>', "scheme-pink.size-900", "onclick-x", "", "---...", "size"]
)
def test_a_forged_cookie_reaches_no_page(client, cookie):
    client.cookies[reading.COOKIE] = cookie
    tag = html_tag(client)
    assert "data-" not in tag
    assert "script" not in tag


def test_unknown_values_are_not_saved(saved):
    response = saved(scheme="pink", size="900", evil="1")
    assert not response.cookies[reading.COOKIE].value


def test_cookie_is_closed_to_scripts_and_other_sites(saved):
    cookie = saved(size="125").cookies[reading.COOKIE]
    assert cookie.value == "size-125"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "http:///evil.example",
        "",
    ],
)
def test_nobody_is_led_to_another_site(saved, client, target):
    assert saved(size="125", next=target)["Location"] == "/"
    assert client.post(URL, {"size": "125"}, headers={"Referer": target})["Location"] == "/"


def test_without_next_the_reader_comes_back_by_referer(client):
    response = client.post(URL, {"size": "125"}, headers={"Referer": "http://testserver/events/"})
    assert response["Location"] == "http://testserver/events/"


def test_another_site_cannot_change_the_look(client):
    response = client.post(URL, {"size": "200"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert reading.COOKIE not in response.cookies


def test_only_a_post_changes_the_look():
    assert Client().get(URL, {"size": "200"}).status_code == 405


@given(st.dictionaries(st.sampled_from([s.name for s in reading.SETTINGS]), st.text(max_size=9)))
def test_whatever_is_sent_only_known_words_are_kept(data):
    kept = reading.chosen(data)
    known = {setting.name: setting.values for setting in reading.SETTINGS}
    assert all(value in known[name] for name, value in kept.items())
    assert reading.load({reading.COOKIE: reading.dump(kept)}) == kept
