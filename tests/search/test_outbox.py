"""What writes to the outbox, and that it lives and dies with the transaction."""

import pytest
from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from search.models import IndexChange
from search.outbox import record_change, record_changes
from tests.factories.search import NotePageFactory
from tests.search.testapp.models import NotePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    page = NotePageFactory()
    IndexChange.objects.all().delete()
    return page


@pytest.fixture
def section():
    """A section that the search does not know, with a note two levels below it."""
    section = NotePageFactory().get_parent().add_child(instance=Page(title="Раздел", slug="section"))
    inner = section.add_child(instance=Page(title="Подраздел", slug="inner"))
    note = NotePageFactory(parent=inner)
    IndexChange.objects.all().delete()
    return section, note


def changed() -> set[int]:
    pages = set(IndexChange.objects.pending().values_list("page_id", flat=True))
    IndexChange.objects.all().delete()
    return pages


def test_rollback_leaves_nothing(page):
    with transaction.atomic():
        record_change(page.pk)
        page.title = "Другое"
        page.save()
        assert IndexChange.objects.filter(page_id=page.pk).count() == 2
        transaction.set_rollback(True)
    assert changed() == set()


def test_publishing_writes_in_its_own_transaction(page):
    page.title = "Новое название"
    revision = page.save_revision()
    assert changed() == set()
    with transaction.atomic():
        revision.publish()
        assert IndexChange.objects.filter(page_id=page.pk).exists()
        transaction.set_rollback(True)
    assert changed() == set()
    revision.publish()
    assert changed() == {page.pk}


def test_draft_that_was_never_public_writes_nothing():
    draft = NotePageFactory(live=False)
    draft.save_revision()
    assert changed() == set()


def test_unpublishing_and_deleting(page):
    page.unpublish()
    assert changed() == {page.pk}
    key = page.pk
    page.delete()
    assert changed() == {key}


def test_deleting_a_section_takes_the_notes_below(section):
    above, note = section
    above.delete()
    assert changed() == {note.pk}


def test_moving_and_renaming_a_section_touches_the_notes_below(section, django_capture_on_commit_callbacks):
    above, note = section
    above.move(above.get_parent(), pos="first-child")
    assert changed() == {note.pk}
    above = Page.objects.get(pk=above.pk)
    above.slug = "renamed"
    with django_capture_on_commit_callbacks(execute=True):
        above.save()
    assert changed() == {note.pk}


def test_closing_and_opening_a_section_touches_the_notes_below(section):
    above, note = section
    closed = PageViewRestriction.objects.create(page=above, restriction_type=PageViewRestriction.LOGIN)
    assert changed() == {note.pk}
    closed.delete()
    assert changed() == {note.pk}


def test_pages_of_other_types_write_nothing():
    home = NotePageFactory().get_parent()
    changed()
    other = home.add_child(instance=Page(title="Страница", slug="other"))
    other.save_revision().publish()
    other.delete()
    assert changed() == set()


def test_rooms_record_many_pages_at_once(django_assert_num_queries):
    pages = NotePageFactory.create_batch(5, subject="physics")
    changed()
    with django_assert_num_queries(2):
        assert record_changes(NotePage.objects.filter(subject="physics")) == 5
    assert changed() == {page.pk for page in pages}
