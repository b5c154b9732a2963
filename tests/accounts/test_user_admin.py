import pytest
from django.contrib.auth.models import Group

from accounts.models import User
from accounts.roles import Role
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
PERSON = {
    "username": "sofia",
    "email": "sofia@example.org",
    "last_name": "Лаптева",
    "first_name": "София",
    "patronymic": "Игоревна",
    "is_active": "on",
}


@pytest.fixture
def admin(client):
    client.force_login(UserFactory(roles=[Role.ADMINISTRATOR]))
    return client


def test_administrator_makes_a_user_with_patronymic_and_roles(admin):
    head = Group.objects.get(name=Role.HEAD)
    password = {"password1": "длинное слово для входа", "password2": "длинное слово для входа"}
    response = admin.post("/cms/users/new/", {**PERSON, **password, "groups": [head.pk]})
    assert response.status_code == 302
    made = User.objects.get(username="sofia")
    assert made.get_full_name() == "Лаптева София Игоревна"
    assert made.roles == {Role.HEAD}
    assert made.check_password("длинное слово для входа")


def test_administrator_edits_the_patronymic(admin):
    user = UserFactory()
    page = admin.get(f"/cms/users/edit/{user.pk}/").content.decode()
    assert page.index('name="last_name"') < page.index('name="first_name"') < page.index('name="patronymic"')
    assert admin.post(f"/cms/users/edit/{user.pk}/", {**PERSON, "groups": []}).status_code == 302
    user.refresh_from_db()
    assert user.patronymic == "Игоревна"


def test_roles_are_called_by_their_names(admin):
    Group.objects.create(name="Кружок")
    page = admin.get("/cms/users/new/").content.decode()
    assert str(Role.METHODIST.label) in page
    assert "Кружок" in page


@pytest.mark.parametrize("role", [Role.EDITOR, Role.METHODIST, Role.DIRECTOR])
def test_other_staff_manage_no_users(client, role):
    client.force_login(UserFactory(roles=[role]))
    assert client.get("/cms/").status_code == 200
    response = client.get("/cms/users/")
    assert response.status_code in {302, 403}


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.SECRETARY, Role.EXPERT])
def test_desk_roles_do_not_enter_the_admin(client, role):
    client.force_login(UserFactory(roles=[role]))
    assert client.get("/cms/").status_code in {302, 403}


@pytest.mark.parametrize(
    ("names", "full", "short"),
    [
        (("Лаптева", "София", "Игоревна"), "Лаптева София Игоревна", "Лаптева С. И."),
        (("Ли", "Анна", ""), "Ли Анна", "Ли А."),
        (("", "", ""), "", "sofia"),
        (("Ли", "", ""), "Ли", "Ли"),
    ],
)
def test_names(names, full, short):
    last_name, first_name, patronymic = names
    user = User(username="sofia", last_name=last_name, first_name=first_name, patronymic=patronymic)
    assert (user.get_full_name(), user.get_short_name(), str(user)) == (full, short, full or "sofia")
