"""Roundabout ways through the admin: sections, old revisions, copies and moves bring no work out or away."""

import pytest
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from experience_bank.models import ExperiencePage, MethodicalMaterialPage, WorkPage
from tests.factories.accounts import UserFactory
from tests.factories.experience_bank import bank_for, make_work
from tests.factories.portal import make_home, make_page

pytestmark = pytest.mark.django_db
COUNTS = ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")


@pytest.fixture
def cms(client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


def post(cms, view, *args, **data):
    return cms.post(reverse(f"wagtailadmin_pages:{view}", args=args), data)


def test_unpublishing_a_bank_with_all_below_it_leaves_its_works(cms):
    work = make_work(state="published")
    post(cms, "unpublish", work.get_parent().pk, include_descendants="on")
    work.refresh_from_db()
    assert work.live


def test_an_old_revision_cannot_be_published(cms):
    work = make_work(title="Было", state="published")
    old = work.latest_revision
    draft = work.get_latest_revision_as_object()
    draft.title = "Стало"
    draft.save_revision(user=work.owner)
    form = cms.get(reverse("wagtailadmin_pages:revisions_revert", args=[work.pk, old.pk])).context["form"]
    data = {"title": "Подменено", "slug": work.slug, "body-count": "0", "author_kind": "person"}
    for formset in form.formsets.values():
        data |= {
            f"{formset.prefix}-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")
        }
    post(cms, "edit", work.pk, **data, **{"action-publish": "1", "revision": old.pk})
    work.refresh_from_db()
    assert work.live
    assert work.title == "Было"
    assert work.get_latest_revision_as_object().title == "Подменено", (
        "the form was refused, so it proves nothing"
    )


@pytest.mark.parametrize("alias", [{}, {"alias": "on"}])
@pytest.mark.parametrize("whole_bank", [True, False])
def test_no_copy_of_a_work_is_made(cms, whole_bank, alias):
    work = make_work(state="published")
    page = work.get_parent() if whole_bank else work
    data = {"new_title": "Копия", "new_slug": "kopiya", "new_parent_page": page.get_parent().pk}
    post(cms, "copy", page.pk, **data, copy_subpages="on", publish_copies="on", **alias)
    assert WorkPage.objects.count() == 1


def test_a_moved_draft_stays_a_draft_of_its_bank(cms):
    work = make_work()
    elsewhere = bank_for(ExperiencePage)
    for place in (elsewhere, make_page()):
        post(cms, "move_confirm", work.pk, place.pk)
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
        cms.post(f"{bulk}?id={work.pk}", {"chooser": place.pk})
    work.refresh_from_db()
    assert not work.live
    assert work.get_parent().specific == bank_for(MethodicalMaterialPage)


def test_a_work_cannot_be_closed_by_a_restriction_of_its_own(cms):
    work = make_work(state="published")
    post(cms, "set_privacy", work.pk, restriction_type="login")
    assert not PageViewRestriction.objects.exists()


def test_an_ordinary_page_is_copied_as_ever(cms):
    make_home()
    page = make_page()
    data = {"new_title": "Копия", "new_slug": "kopiya", "new_parent_page": page.get_parent().pk}
    post(cms, "copy", page.pk, **data)
    assert Page.objects.filter(slug="kopiya").exists()
