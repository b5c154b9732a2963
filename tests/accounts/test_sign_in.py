import logging
import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.urls import reverse

from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/login/"


@pytest.fixture
def user():
    return UserFactory(username="vera", email="Vera@example.org")


@pytest.mark.parametrize("login", ["vera", "vera@example.org", "VERA@EXAMPLE.ORG"])
def test_name_and_email_both_sign_in(client, user, login):
    response = client.post(LOGIN, {"login": login, "password": PASSWORD})
    assert response.status_code == 302
    assert response.url == "/desk/"
    assert client.session["_auth_user_id"] == str(user.pk)


def test_reader_comes_back_where_he_was(client, user):
    page = client.get(LOGIN, {"next": "/desk/works/new/?kind=experience"})
    assert 'value="/desk/works/new/?kind=experience"' in page.content.decode()
    response = client.post(
        LOGIN, {"login": "vera", "password": PASSWORD, "next": "/desk/works/new/?kind=experience"}
    )
    assert response.url == "/desk/works/new/?kind=experience"


def test_next_of_another_site_is_not_followed(client, user):
    response = client.post(LOGIN, {"login": "vera", "password": PASSWORD, "next": "https://evil.example/"})
    assert response.url == "/desk/"


def test_wrong_password_is_told_with_a_summary(client, user):
    page = client.post(LOGIN, {"login": "vera", "password": "другой"}).content.decode()
    assert 'class="error-summary"' in page
    assert "<title>Error:" in page or "<title>Ошибка:" in page
    assert 'value="vera"' in page
    assert "другой" not in page


def test_labels_stand_beside_fields_without_placeholders(client):
    page = client.get(LOGIN).content.decode()
    form = page[page.index('<form method="post" action="/accounts/login/"') :]
    assert "placeholder" not in form[: form.index("</form>")]
    assert re.search(r'<label for="id_login">', form)
    assert 'autocomplete="username"' in form


def test_session_without_remember_ends_with_the_browser(client, user):
    client.post(LOGIN, {"login": "vera", "password": PASSWORD})
    assert client.session.get_expire_at_browser_close()
    client.logout()
    client.post(LOGIN, {"login": "vera", "password": PASSWORD, "remember": "on"})
    assert not client.session.get_expire_at_browser_close()


def test_closed_account_is_told_so(client, user):
    user.is_active = False
    user.save()
    response = client.post(LOGIN, {"login": "vera", "password": PASSWORD}, follow=True)
    assert response.redirect_chain[-1][0] == "/accounts/inactive/"
    assert "_auth_user_id" not in client.session


def test_sign_out_asks_first(client, user):
    client.force_login(user)
    assert client.get("/accounts/logout/").status_code == 200
    assert "_auth_user_id" in client.session
    assert client.post("/accounts/logout/").url == "/"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "path",
    ["email/", "confirm-email/", "confirm-email/abc/", "password/set/", "login/code/confirm/"],
)
def test_what_the_site_does_not_offer_is_closed(client, user, path):
    for signed_in in (False, True):
        if signed_in:
            client.force_login(user)
        response = client.get(f"/accounts/{path}")
        assert response.status_code == 404
        assert reverse("account_login") in response.content.decode()


def test_nobody_signs_up(client):
    response = client.post(
        "/accounts/signup/", {"username": "a", "email": "a@example.org", "password1": PASSWORD}
    )
    assert response.status_code == 200
    assert "account/signup_closed.html" in {template.name for template in response.templates}


def test_social_sign_in_does_not_exist(client):
    assert client.get("/accounts/3rdparty/").status_code == 404


@pytest.mark.parametrize("email", ["vera@example.org", "nobody@example.org"])
def test_reset_does_not_tell_who_has_an_account(client, user, email):
    response = client.post("/accounts/password/reset/", {"email": email}, follow=True)
    assert response.redirect_chain[-1][0] == "/accounts/password/reset/done/"
    assert len(mail.outbox) == (email == "vera@example.org")


def test_password_is_chosen_anew_by_a_letter(client, user):
    client.post("/accounts/password/reset/", {"email": "vera@example.org"})
    letter = mail.outbox[0]
    assert [address.lower() for address in letter.to] == ["vera@example.org"]
    assert "vera" in letter.body
    path = re.search(r"http://testserver(/accounts/password/reset/key/\S+)", letter.body)[1]
    form = client.get(path, follow=True)
    target = form.redirect_chain[-1][0]
    done = client.post(
        target, {"password1": "новый длинный пароль", "password2": "новый длинный пароль"}, follow=True
    )
    assert done.redirect_chain[-1][0] == "/accounts/password/reset/key/done/"
    assert client.login(username="vera", password="новый длинный пароль")
    assert (
        "The link does not work" in client.get(path).content.decode()
        or "не действует" in client.get(path).content.decode()
    )


def test_weak_new_password_is_refused(client, user):
    client.force_login(user)
    response = client.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": "12345", "password2": "12345"}
    )
    assert 'class="error-summary"' in response.content.decode()
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_change_of_password_is_told_by_letter(client, user):
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    client.post(LOGIN, {"login": "vera", "password": PASSWORD})
    new = "совсем другой пароль"
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    user.refresh_from_db()
    assert user.check_password(new)
    assert "_auth_user_id" in client.session
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    "path", ["login/", "password/reset/", "password/reset/done/", "inactive/", "signup/"]
)
def test_pages_for_everybody_open_in_our_frame(client, path):
    page = client.get(f"/accounts/{path}").content.decode()
    assert '<main id="main"' in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize("path", ["password/change/", "reauthenticate/", "2fa/"])
def test_pages_of_a_user_open_in_our_frame(client, user, path):
    client.post(LOGIN, {"login": "vera", "password": PASSWORD})
    page = client.get(f"/accounts/{path}").content.decode()
    assert '<main id="main"' in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize("path", ["/cms/", "/cms/login/?next=/cms/users/"])
def test_admin_sends_to_the_one_sign_in(client, path):
    response = client.get(path)
    assert response.status_code == 302
    assert response.url.startswith(LOGIN)
    assert "next=/cms/" in response.url


def test_admins_own_form_takes_no_password(client, user):
    response = client.post("/cms/login/", {"username": "vera", "password": PASSWORD})
    assert response.status_code in {301, 302, 405}
    assert "_auth_user_id" not in client.session


def test_logs_hold_no_names(client, user, settings, caplog):
    settings.AXES_ENABLED = True
    caplog.set_level(logging.DEBUG)
    for name in ("vera", "Vera@example.org"):
        client.post(LOGIN, {"login": name, "password": "неверный"})
        client.post(LOGIN, {"login": name, "password": PASSWORD})
        client.post("/accounts/logout/")
    lines = [record.getMessage() for record in caplog.records if not record.name.startswith("django.db")]
    assert any("AXES" in line for line in lines)
    assert not [
        line for line in lines if re.search(r"vera|example\.org|Сорокина|неверный", line, re.IGNORECASE)
    ]


def test_old_address_opens_nothing_once_changed(client, user):
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    user.email = "Vera.New@example.org"
    user.save()
    client.post("/accounts/password/reset/", {"email": "vera@example.org"})
    assert not mail.outbox
    client.post("/accounts/password/reset/", {"email": "vera.new@example.org"})
    assert len(mail.outbox) == 1
