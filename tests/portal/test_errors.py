"""Pages for what went wrong; the last one must work when nothing else does."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection
from django.test import Client, override_settings
from django.urls import path

from config.urls import *  # noqa: F403 - this module is the tests' URL configuration
from config.urls import urlpatterns as site_urls
from tests.factories.accounts import UserFactory
from tests.portal.html import assert_good


def refuse(request):
    raise PermissionDenied


def suspect(request):
    raise SuspiciousOperation("forged")


def broken(request):
    raise RuntimeError("secret detail")


def form(request):
    raise AssertionError("never reached without a token")


urlpatterns = [
    path("t/403/", refuse),
    path("t/400/", suspect),
    path("t/500/", broken),
    path("t/form/", form),
    *site_urls,
]


@pytest.fixture
def quiet_client():
    with override_settings(ROOT_URLCONF="tests.portal.test_errors"):
        yield Client(raise_request_exception=False)


@pytest.mark.django_db
def test_not_found_offers_the_search(home, quiet_client):
    html = assert_good(quiet_client.get("/nowhere/<script>/"), 404)
    assert 'action="/search/"' in html
    assert "<script>/" not in html


@pytest.mark.django_db
def test_not_found_works_on_a_site_without_pages(quiet_client):
    assert_good(quiet_client.get("/nowhere/"), 404)


@pytest.mark.django_db
def test_a_visitor_without_rights_is_led_to_sign_in_and_back(quiet_client):
    html = assert_good(quiet_client.get("/t/403/?a=1&b=2"), 403)
    assert "/accounts/login/?next=%2Ft%2F403%2F%3Fa%3D1%26b%3D2" in html


@pytest.mark.django_db
def test_a_signed_in_user_without_rights_is_not_asked_to_sign_in(quiet_client):
    quiet_client.force_login(UserFactory())
    html = assert_good(quiet_client.get("/t/403/"), 403)
    assert "?next=" not in html
    assert '<li><a href="/desk/">' in html


def test_the_page_of_a_fault_needs_no_database(quiet_client):
    # No django_db mark: a query here would fail the test.
    html = assert_good(quiet_client.get("/t/500/"), 500)
    assert "secret detail" not in html
    assert not connection.in_atomic_block


def test_the_page_of_a_fault_keeps_the_readers_look(quiet_client):
    quiet_client.cookies["reading"] = "size-200.scheme-wb"
    assert 'data-scheme="wb" data-size="200"' in quiet_client.get("/t/500/").content.decode()


def test_a_damaged_request_is_answered_without_a_database(quiet_client):
    assert_good(quiet_client.get("/t/400/"), 400)


def test_a_forged_host_is_refused_with_a_page(quiet_client):
    assert_good(quiet_client.get("/", headers={"Host": "evil.example"}), 400)


@pytest.mark.django_db
def test_an_old_form_says_that_nothing_is_lost():
    with override_settings(ROOT_URLCONF="tests.portal.test_errors"):
        client = Client(enforce_csrf_checks=True)
        html = assert_good(client.post("/t/form/", headers={"Referer": "http://testserver/desk/new/"}), 403)
        assert 'href="http://testserver/desk/new/"' in html
        html = assert_good(client.post("/t/form/", headers={"Referer": "https://evil.example/"}), 403)
        assert "evil.example" not in html
