import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Page, Site

from accounts import sections
from accounts.roles import Role
from accounts.sections import EDITOR_PAGE_RIGHTS, editor_sections, sync_sections
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return Site.objects.get(is_default_site=True).root_page


@pytest.fixture
def section(home):
    page = home.add_child(instance=Page(title="Новости", slug="section-of-test"))
    page.save_revision().publish()
    return page


def rights(page):
    held = GroupPagePermission.objects.filter(group__name=Role.EDITOR, page=page)
    return set(held.values_list("permission__codename", flat=True))


def test_published_section_opens_to_editors(section, home):
    editor = UserFactory(roles=[Role.EDITOR])
    assert rights(section) == set(EDITOR_PAGE_RIGHTS)
    assert section.permissions_for_user(editor).can_publish()
    assert not home.permissions_for_user(editor).can_edit()


@pytest.mark.parametrize(
    "role", [Role.TEACHER, Role.HEAD, Role.SECRETARY, Role.EXPERT, Role.METHODIST, Role.DIRECTOR]
)
def test_other_roles_publish_nothing(section, role):
    user = UserFactory(roles=[role])
    assert not section.permissions_for_user(user).can_publish()
    assert not section.permissions_for_user(user).can_edit()


def test_administrator_publishes_anywhere(section):
    assert section.permissions_for_user(UserFactory(roles=[Role.ADMINISTRATOR])).can_publish()


def test_section_that_became_a_bank_is_taken_from_editors(section, monkeypatch):
    assert rights(section)
    monkeypatch.setattr(Page, "published_by_review", True, raising=False)
    assert section not in editor_sections()
    sync_sections()
    assert rights(section) == set()


def test_page_below_a_section_needs_no_sync(section, monkeypatch):
    monkeypatch.setattr(sections, "_set_page_rights", lambda *args: pytest.fail("sections were synced"))
    child = section.add_child(instance=Page(title="Новость", slug="news-of-test"))
    child.save_revision().publish()
    assert child.permissions_for_user(UserFactory(roles=[Role.EDITOR])).can_publish()


def test_repeated_sync_keeps_rows(section):
    before = set(GroupPagePermission.objects.values_list("pk", flat=True))
    sync_sections()
    assert set(GroupPagePermission.objects.values_list("pk", flat=True)) == before
    assert Group.objects.filter(name=Role.EDITOR).count() == 1
