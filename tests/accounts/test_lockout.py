import pytest
import time_machine
from axes.models import AccessAttempt
from django.test import RequestFactory

from accounts.client import attempted_login, client_ip
from tests.factories.accounts import PASSWORD, UserFactory

LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def _lockout(settings):
    settings.AXES_ENABLED = True


@pytest.fixture
def user(db):
    return UserFactory(username="vera", email="vera@example.org")


def fail(client, times, login="vera", **extra):
    for _ in range(times):
        response = client.post(LOGIN, {"login": login, "password": "не тот"}, **extra)
    return response


def sign_in(client, login="vera", **extra):
    return client.post(LOGIN, {"login": login, "password": PASSWORD}, **extra)


def test_seventh_failure_locks_out_even_the_right_password(client, user):
    assert fail(client, 6).status_code == 200
    locked = fail(client, 1)
    assert locked.status_code == 429
    assert locked["Retry-After"] == "900"
    assert "15" in locked.content.decode()
    assert sign_in(client).status_code == 429
    assert "_auth_user_id" not in client.session


def test_six_failures_leave_the_door_open_and_are_forgotten(client, user):
    fail(client, 6)
    assert sign_in(client).status_code == 302
    assert not AccessAttempt.objects.exists()


def test_name_and_email_count_together(client, user):
    fail(client, 4)
    assert fail(client, 3, login="VERA@example.org").status_code == 429
    assert sign_in(client).status_code == 429


def test_other_people_and_places_are_not_locked(client, user):
    UserFactory(username="oleg")
    fail(client, 7)
    assert sign_in(client, "oleg").status_code == 302
    client.post("/accounts/logout/")
    assert sign_in(client, REMOTE_ADDR="10.1.1.1").status_code == 302


def test_lock_opens_after_a_quarter_of_an_hour(client, user):
    with time_machine.travel("2026-03-02 09:00:00+00:00", tick=False) as clock:
        fail(client, 7)
        clock.shift(14 * 60)
        assert sign_in(client).status_code == 429
        clock.shift(2 * 60)
        assert sign_in(client).status_code == 302


def test_password_is_not_kept_with_the_failures(client, user):
    fail(client, 2)
    attempt = AccessAttempt.objects.get()
    assert "не тот" not in attempt.post_data
    assert attempt.username == "vera"


@pytest.mark.parametrize(
    ("count", "header", "address"),
    [
        (0, "203.0.113.9", "127.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "6.6.6.6, 203.0.113.9", "203.0.113.9"),
        (2, "203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_address_is_read_through_our_own_proxies_only(settings, count, header, address):
    settings.TRUSTED_PROXY_COUNT = count
    assert client_ip(RequestFactory().get("/", headers={"x-forwarded-for": header})) == address


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("credentials", "name"),
    [
        ({"username": " Vera "}, "vera"),
        ({"email": "vera@example.org"}, "vera"),
        ({"email": "stranger@example.org"}, "stranger@example.org"),
        ({}, "typed"),
        (None, "typed"),
    ],
)
def test_failures_are_counted_by_one_name(user, credentials, name):
    assert attempted_login(RequestFactory().post("/", {"login": "Typed"}), credentials) == name
