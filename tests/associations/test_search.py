"""What the search learns of associations, and when."""

import datetime as dt

import pytest

from knowledge.associations.indexing import association_labels
from knowledge.associations.models import AssociationPage
from knowledge.vocabularies.models import Subject
from search.models import IndexChange
from search.registry import facets, models
from tests.factories.accounts import UserFactory
from tests.factories.associations import HeadAppointmentFactory, MembershipFactory, make_association
from tests.factories.experience_bank import make_work
from tests.factories.people import EducatorFactory, educator_of

pytestmark = pytest.mark.django_db


def noted(act):
    IndexChange.objects.all().delete()
    act()
    return set(IndexChange.objects.values_list("page_id", flat=True))


def test_the_document_of_an_association():
    head, former = UserFactory(last_name="Берёзкина"), UserFactory(last_name="Прежнева")
    subject = Subject.objects.create(name="Физика X", slug="physics-x")
    page = make_association(head=head, subjects=[subject], theme="Опыты у доски", members=[EducatorFactory()])
    HeadAppointmentFactory(
        association=page, educator=educator_of(former), starts=dt.date(2015, 9, 1), ends=dt.date(2020, 8, 31)
    )
    document = AssociationPage.search_queryset().get(pk=page.pk).search_document()
    assert document == page.search_document()
    assert (document.key, document.url, document.title) == (str(page.pk), page.url, page.title)
    assert document.all_facets() == {
        "type": ("association",),
        "subject": ("physics-x",),
        "association": (page.slug,),
    }
    assert "Опыты у доски" in document.text
    assert "Берёзкина" in document.text
    assert "Прежнева" not in document.text
    assert document.authors == ()
    assert page.memberships.get().educator.surname not in repr(document)


def test_drafts_and_withdrawn_passports_are_not_found():
    page = make_association(live=False)
    assert not AssociationPage.search_queryset().filter(pk=page.pk).exists()


def test_the_search_knows_the_room():
    assert AssociationPage in models()
    page, draft = make_association(title="Учителя химии"), make_association(live=False)
    Subject.objects.create(name="Химия X", slug="chemistry-x")
    labels = {facet.name: facet.labels for facet in facets()}
    assert association_labels([page.slug, draft.slug, "no"]) == {page.slug: "Учителя химии"}
    assert labels["association"]([page.slug]) == {page.slug: "Учителя химии"}
    assert labels["subject"](["chemistry-x", "no"]) == {"chemistry-x": "Химия X"}


def test_heads_and_members_are_noted():
    page = make_association()
    educator = EducatorFactory()
    assert noted(lambda: HeadAppointmentFactory(association=page, educator=educator)) == {page.pk}
    assert noted(page.appointments.get().delete) == {page.pk}
    assert noted(lambda: MembershipFactory(association=page, educator=educator)) == {page.pk}
    assert noted(educator.save) == set()
    HeadAppointmentFactory(association=page, educator=educator)
    assert noted(educator.save) == {page.pk}


def test_a_renamed_association_renews_its_works():
    page = make_association()
    work = make_work(association=page, state="published")
    page.refresh_from_db()
    page.goal = "Другая цель"
    assert work.pk not in noted(page.save)
    page.title = "Новое имя"
    assert work.pk in noted(page.save)
    page.slug = "novoe-imya"
    assert work.pk in noted(page.save)
