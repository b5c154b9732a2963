"""No way through Wagtail's admin publishes, hides or removes a work past the review."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.create_page import CreatePageAction
from wagtail.actions.publish_page_revision import PublishPagePermissionError, PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction, UnpublishPagePermissionError

from accounts.roles import Role
from experience_bank.models import BankEntry, MethodicalMaterialPage
from tests.factories.accounts import UserFactory
from tests.factories.experience_bank import bank_for, make_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def superuser():
    return UserFactory(is_superuser=True, is_staff=True)


@pytest.fixture
def cms(client, superuser):
    client.force_login(superuser)
    return client


def bulk(client, verb, page, **data):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", verb])
    return client.post(f"{address}?id={page.pk}", {"include_descendants": "on", **data})


def test_the_edit_view_saves_a_draft_when_asked_to_publish(cms):
    work = make_work(title="Черновик")
    address = reverse("wagtailadmin_pages:edit", args=[work.pk])
    form = cms.get(address).context["form"]
    data = {
        "title": "Черновик",
        "slug": work.slug,
        "body-count": "0",
        "action-publish": "1",
        "go_live_at": (timezone.now() + dt.timedelta(days=1)).strftime("%Y-%m-%d %H:%M"),
        "author_kind": "person",
    }
    for formset in form.formsets.values():
        data |= {
            f"{formset.prefix}-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")
        }
    before = work.revisions.count()
    cms.post(address, data)
    work.refresh_from_db()
    assert work.revisions.count() > before, "the form itself was refused, so the test proves nothing"
    assert not work.live
    assert not work.revisions.exclude(approved_go_live_at=None).exists()


def test_a_new_work_cannot_be_created_published(superuser):
    page = MethodicalMaterialPage(title="Новая", slug="novaya", owner=superuser)
    action = CreatePageAction(page, bank_for(MethodicalMaterialPage), superuser, publish=True)
    with pytest.raises(Exception, match="permission"):
        action.execute()


@pytest.mark.parametrize("view", ["unpublish", "set_privacy", "delete", "copy"])
def test_views_of_one_page_leave_a_published_work(cms, view):
    work = make_work(state="published")
    cms.post(
        reverse(f"wagtailadmin_pages:{view}", args=[work.pk]), {"new_title": "Копия", "new_slug": "kopiya"}
    )
    assert MethodicalMaterialPage.objects.live().public().get() == work


def test_bulk_publishing_leaves_a_draft(cms):
    work = make_work()
    bulk(cms, "publish", work)
    bulk(cms, "publish", bank_for(MethodicalMaterialPage))
    work.refresh_from_db()
    assert not work.live


@pytest.mark.parametrize("verb", ["unpublish", "delete"])
def test_bulk_actions_leave_a_published_work(cms, verb):
    work = make_work(state="published")
    bulk(cms, verb, work)
    bulk(cms, verb, bank_for(MethodicalMaterialPage))
    work.refresh_from_db()
    assert work.live


def test_bulk_actions_still_serve_other_pages(cms):
    index = bank_for(MethodicalMaterialPage)
    bulk(cms, "unpublish", index)
    index.refresh_from_db()
    assert not index.live


def test_a_bank_with_works_cannot_be_deleted(cms):
    work = make_work(state="published")
    cms.post(reverse("wagtailadmin_pages:delete", args=[work.get_parent().get_parent().pk]))
    assert MethodicalMaterialPage.objects.filter(pk=work.pk).exists()


def test_wagtails_actions_ask_the_works_own_rights(superuser):
    draft = make_work()
    with pytest.raises(PublishPagePermissionError):
        PublishPageRevisionAction(draft.latest_revision, user=superuser).execute()
    published = make_work(state="published")
    with pytest.raises(UnpublishPagePermissionError):
        UnpublishPageAction(published, user=superuser).execute()


def test_the_register_is_read_only(cms):
    entry = make_work(state="published").entry
    name = BankEntry.snippet_viewset.get_url_name
    assert entry.number in cms.get(reverse(name("list"))).content.decode()
    cms.post(reverse(name("edit"), args=[entry.pk]), {"number": "чужой"})
    cms.post(reverse(name("delete"), args=[entry.pk]))
    assert cms.get(reverse(name("add"))).status_code == 302
    assert BankEntry.objects.get().number == entry.number


def test_a_methodist_reads_the_register_and_an_expert_does_not():
    policy = BankEntry.snippet_viewset.permission_policy
    from accounts.roles import role_permissions

    codes = set(role_permissions(Role.METHODIST).values_list("codename", flat=True))
    assert "view_bankentry" in codes
    assert "change_bankentry" not in codes
    assert not policy.user_has_permission(UserFactory(roles=[Role.EXPERT]), "view")


def test_numbers_are_unique_in_a_series_and_kept_by_the_work():
    first, second = make_work(state="published"), make_work(state="published")
    assert first.entry.number != second.entry.number
    assert first.register(first.owner, timezone.localdate()) == first.entry
    assert (first.entry.sequence, second.entry.sequence) == (1, 2)
