import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page

from accounts import roles
from accounts.models import User
from accounts.roles import OUTSIDE_ADMIN, Role, register_role_permissions, role_permissions, sync_roles
from accounts.signals import last_migrated_app, sync_after_migrate
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Role)
def test_migrations_leave_every_role_as_a_group(role):
    assert Group.objects.filter(name=role.value).exists()


@pytest.mark.parametrize("role", Role)
def test_admin_is_open_to_its_roles_only(role):
    user = User.objects.get(pk=UserFactory(roles=[role]).pk)
    assert user.has_perm("wagtailadmin.access_admin") is (role not in OUTSIDE_ADMIN)


def test_sync_repeats_without_change():
    sync_roles()
    before = (
        set(GroupPagePermission.objects.values_list("pk", flat=True)),
        Permission.group_set.through.objects.count(),
    )
    call_command("sync_roles")
    after = (
        set(GroupPagePermission.objects.values_list("pk", flat=True)),
        Permission.group_set.through.objects.count(),
    )
    assert before == after
    assert before[0]


def test_sync_takes_away_rights_given_past_the_code():
    expert = Group.objects.get(name=Role.EXPERT)
    expert.permissions.add(Permission.objects.get(codename="access_admin"))
    publish = Permission.objects.get(codename="publish_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=expert, page=Page.objects.get(depth=1), permission=publish)
    sync_roles()
    assert not expert.permissions.exists()
    assert not GroupPagePermission.objects.filter(group=expert).exists()


def test_sync_removes_wagtails_empty_groups_and_spares_used_ones():
    Group.objects.get_or_create(name="Moderators")
    used, _ = Group.objects.get_or_create(name="Editors")
    UserFactory().groups.add(used)
    sync_roles()
    assert set(Group.objects.filter(name__in=["Editors", "Moderators"])) == {used}


def test_administrator_holds_everything():
    assert set(role_permissions(Role.ADMINISTRATOR)) == set(Permission.objects.all())
    held = GroupPagePermission.objects.filter(group__name=Role.ADMINISTRATOR, page__depth=1)
    assert held.count() == 6
    assert GroupCollectionPermission.objects.filter(group__name=Role.ADMINISTRATOR).exists()


def test_rooms_above_add_permissions(monkeypatch):
    monkeypatch.setattr(roles, "_codenames", {Role.EDITOR: {"wagtailadmin.access_admin"}})
    register_role_permissions(Role.EDITOR, ["accounts.view_user", "nowhere.add_nothing"])
    assert set(role_permissions(Role.EDITOR).values_list("codename", flat=True)) == {
        "access_admin",
        "view_user",
    }


@pytest.mark.parametrize("role", sorted(OUTSIDE_ADMIN))
def test_roles_outside_the_admin_take_no_permissions(role):
    with pytest.raises(ValueError, match=role.value):
        register_role_permissions(role, ["accounts.view_user"])


def test_codename_without_an_application_is_refused():
    with pytest.raises(ValueError, match="view_user"):
        register_role_permissions(Role.EDITOR, ["view_user"])


def test_user_knows_own_roles_and_notices_a_change():
    user = UserFactory(roles=[Role.TEACHER, Role.EXPERT])
    assert user.roles == {Role.TEACHER, Role.EXPERT}
    assert user.has_role(Role.HEAD, Role.EXPERT)
    assert not user.has_role(Role.HEAD)
    user.groups.clear()
    assert user.roles == frozenset()


def test_roles_are_asked_of_the_database_once(django_assert_num_queries):
    user = User.objects.get(pk=UserFactory(roles=[Role.TEACHER]).pk)
    with django_assert_num_queries(1):
        assert user.has_role(Role.TEACHER)
        assert not user.has_role(Role.EDITOR)


def test_inactive_user_has_no_role():
    user = UserFactory(roles=[Role.DIRECTOR], is_active=False)
    assert not user.has_role(Role.DIRECTOR)
    assert user not in User.objects.with_role(Role.DIRECTOR)


def test_foreign_groups_are_no_roles():
    user = UserFactory()
    user.groups.add(Group.objects.create(name="choir"))
    assert user.roles == frozenset()


def test_superuser_counts_as_administrator():
    user = UserFactory(is_superuser=True)
    assert user.has_role(Role.ADMINISTRATOR)
    assert list(User.objects.with_role(Role.ADMINISTRATOR)) == [user]
    assert not User.objects.with_role(Role.EDITOR)


def test_with_role_finds_each_holder_once():
    expert = UserFactory(roles=[Role.EXPERT, Role.TEACHER])
    UserFactory(roles=[Role.TEACHER])
    assert list(User.objects.with_role(Role.EXPERT)) == [expert]


def test_half_migrated_database_is_left_alone(monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", lambda: ["auth_group"])
    Group.objects.filter(name=Role.EXPERT).delete()
    sync_after_migrate(last_migrated_app(), using="default")
    assert not Group.objects.filter(name=Role.EXPERT).exists()
    monkeypatch.undo()
    sync_after_migrate(last_migrated_app(), using="default")
    assert Group.objects.filter(name=Role.EXPERT).exists()
