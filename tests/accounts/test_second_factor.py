import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.models import Permission
from django.core import mail
from django.core.cache import cache

from accounts.roles import OUTSIDE_ADMIN, Role
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/login/"


@pytest.fixture
def user():
    return UserFactory(username="vera")


def confirm(client):
    return client.post("/accounts/reauthenticate/?next=/accounts/2fa/totp/activate/", {"password": PASSWORD})


def sign_in(client, user):
    return client.post(LOGIN, {"login": user.username, "password": PASSWORD})


def code_for(secret, monkeypatch):
    """The code of a fixed moment: the next one would be refused as used within the same half-minute."""
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.yield_hotp_counters_from_time", lambda: iter([7]))
    return format_hotp_value(hotp_value(secret, 7))


def connect(client, monkeypatch):
    confirm(client)
    page = client.get("/accounts/2fa/totp/activate/").content.decode()
    secret = re.search(r"<code>(\w+)</code>", page)[1]
    client.post("/accounts/2fa/totp/activate/", {"code": code_for(secret, monkeypatch)})
    return secret


def test_app_is_connected_and_then_asked_for(client, user, monkeypatch):
    sign_in(client, user)
    secret = connect(client, monkeypatch)
    kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    assert kinds == {Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES}
    client.post("/accounts/logout/")
    cache.clear()  # a code works once
    response = sign_in(client, user)
    assert response.url.startswith("/accounts/2fa/authenticate/")
    assert "_auth_user_id" not in client.session
    page = client.get(response.url).content.decode()
    assert 'autocomplete="one-time-code"' in page
    assert client.post("/accounts/2fa/authenticate/", {"code": "000000"}).status_code == 200
    done = client.post("/accounts/2fa/authenticate/", {"code": code_for(secret, monkeypatch)})
    assert done.url == "/desk/"
    assert client.session["_auth_user_id"] == str(user.pk)


def test_recovery_code_opens_once(client, user, monkeypatch):
    sign_in(client, user)
    connect(client, monkeypatch)
    code = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()[0]
    assert code in client.get("/accounts/2fa/recovery-codes/").content.decode()
    assert code in client.get("/accounts/2fa/recovery-codes/download/").content.decode()
    client.post("/accounts/logout/")
    sign_in(client, user)
    assert client.post("/accounts/2fa/authenticate/", {"code": code}).url == "/desk/"
    client.post("/accounts/logout/")
    sign_in(client, user)
    assert client.post("/accounts/2fa/authenticate/", {"code": code}).status_code == 200


def test_codes_are_made_anew_and_the_app_is_disconnected(client, user, monkeypatch):
    sign_in(client, user)
    connect(client, monkeypatch)
    mail.outbox.clear()
    before = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()
    assert "<h1" in client.get("/accounts/2fa/recovery-codes/generate/").content.decode()
    client.post("/accounts/2fa/recovery-codes/generate/")
    after = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()
    assert not set(before) & set(after)
    assert "<h1" in client.get("/accounts/2fa/totp/deactivate/").content.decode()
    client.post("/accounts/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()
    assert "<h1" in client.get("/accounts/2fa/").content.decode()


def test_wrong_code_connects_nothing(client, user):
    sign_in(client, user)
    confirm(client)
    client.get("/accounts/2fa/totp/activate/")
    page = client.post("/accounts/2fa/totp/activate/", {"code": "000000"}).content.decode()
    assert 'class="error-summary"' in page
    assert not Authenticator.objects.exists()


def test_square_is_part_of_the_page(client, user):
    sign_in(client, user)
    confirm(client)
    page = client.get("/accounts/2fa/totp/activate/").content.decode()
    assert "data:image" not in page
    assert "<path" in page
    assert "style=" not in page[page.index('class="qr"') : page.index("</svg>")]


def test_change_of_security_confirms_the_password_first(client, user):
    sign_in(client, user)
    response = client.get("/accounts/2fa/totp/activate/")
    assert response.url.startswith("/accounts/reauthenticate/")
    page = client.post(response.url, {"password": "не тот"}).content.decode()
    assert 'class="error-summary"' in page
    assert confirm(client).url == "/accounts/2fa/totp/activate/"
    assert client.get("/accounts/2fa/totp/activate/").status_code == 200


@pytest.mark.parametrize("role", Role)
def test_staff_without_a_second_factor_are_led_to_it(client, settings, role):
    settings.SECOND_FACTOR_FOR_STAFF = True
    client.force_login(UserFactory(roles=[role]))
    response = client.get("/search/")
    led = response.status_code == 302 and response.url == "/accounts/2fa/"
    assert led is (role not in OUTSIDE_ADMIN)


@pytest.mark.parametrize("flags", [{"is_staff": True}, {"is_superuser": True}])
def test_flags_count_as_staff(client, settings, flags):
    settings.SECOND_FACTOR_FOR_STAFF = True
    client.force_login(UserFactory(**flags))
    assert client.get("/").url == "/accounts/2fa/"


def test_permission_of_a_person_counts_too(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = True
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.post("/cms/").url == "/accounts/2fa/"


def test_setting_up_signing_out_and_files_stay_open(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = True
    client.force_login(UserFactory(roles=[Role.EDITOR]))
    client.get("/")
    page = client.get("/accounts/2fa/")
    assert page.status_code == 200
    assert 'class="note note-warn"' in page.content.decode()
    styles = client.get("/static/css/site.css")
    assert b"{" in b"".join(styles.streaming_content)
    assert client.post("/accounts/logout/").url == "/"


def test_part_of_a_page_is_led_as_a_whole(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = True
    client.force_login(UserFactory(roles=[Role.METHODIST]))
    response = client.get("/desk/", headers={"HX-Request": "true"})
    assert response["HX-Redirect"] == "/accounts/2fa/"


def test_staff_with_a_second_factor_and_readers_pass(client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = True
    assert client.get("/accounts/login/").status_code == 200
    assert client.get("/search/").status_code != 302
    editor = UserFactory(roles=[Role.EDITOR])
    Authenticator.objects.create(user=editor, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client.force_login(editor)
    assert client.get("/search/").status_code != 302


def test_out_of_production_nobody_is_led(client):
    client.force_login(UserFactory(roles=[Role.EDITOR]))
    assert client.get("/search/").status_code != 302
