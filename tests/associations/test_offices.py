"""Who holds which office of an association on a day."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.roles import Role
from knowledge.associations import offices
from knowledge.associations.models import HeadAppointment
from review.steps import Office
from tests.factories.accounts import UserFactory
from tests.factories.associations import HeadAppointmentFactory, make_association
from tests.factories.people import educator_of

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 10, 1)


def held(association, office, day=DAY, authors=()):
    mine = User.objects.filter(pk__in=[user.pk for user in authors])
    return set(offices.holders(association, office, day, mine))


def test_the_head_of_another_association_holds_nothing_here():
    head, other = UserFactory(), UserFactory()
    association = make_association(head=head)
    make_association(head=other)
    assert held(association, Office.HEAD) == {head}
    assert list(offices.led_by(other, DAY)) != [association]
    assert list(offices.led_by(head, DAY)) == [association]


@pytest.mark.parametrize(
    ("field", "last"), [("ends", dt.date(2026, 8, 31)), ("dismissed", dt.date(2026, 9, 1))]
)
def test_a_head_acts_to_the_last_day_and_not_after(field, last):
    head, curator = UserFactory(), UserFactory(roles=[Role.METHODIST])
    association = make_association(curator=curator)
    HeadAppointmentFactory(association=association, educator=educator_of(head), **{field: last})
    assert held(association, Office.HEAD, dt.date(2026, 8, 31)) == {head}
    assert held(association, Office.HEAD, dt.date(2026, 9, 1)) == {curator}
    assert HeadAppointment.objects.get().last_day == dt.date(2026, 8, 31)


def test_the_curator_judges_what_the_head_wrote():
    head, curator = UserFactory(), UserFactory()
    association = make_association(head=head, curator=curator)
    assert held(association, Office.HEAD, authors=[head]) == {curator}


def test_methodists_and_then_the_director_stand_in_for_the_curator():
    head, curator = UserFactory(), UserFactory(roles=[Role.METHODIST])
    director = UserFactory(roles=[Role.DIRECTOR])
    association = make_association(head=head, curator=curator)
    assert held(association, Office.CURATOR, authors=[curator]) == {director}
    other = UserFactory(roles=[Role.METHODIST])
    assert held(association, Office.CURATOR, authors=[curator]) == {other}
    assert held(association, Office.CURATOR, authors=[curator, other, director]) == set()


def test_an_inactive_head_holds_nothing():
    head = UserFactory(is_active=False)
    assert held(make_association(head=head), Office.HEAD) == set()


def test_a_second_head_in_force_is_refused():
    association = make_association(head=UserFactory())
    second = HeadAppointmentFactory.build(
        association=association, educator=educator_of(UserFactory()), starts=dt.date(2026, 9, 1)
    )
    with pytest.raises(ValidationError) as refusal:
        second.full_clean()
    assert "starts" in refusal.value.error_dict
    HeadAppointment.objects.update(ends=dt.date(2026, 8, 31))
    second.full_clean()
    second.ends = dt.date(2026, 8, 1)
    with pytest.raises(ValidationError):
        second.full_clean()
    second.ends = None
    second.dismissed = dt.date(2026, 12, 1)
    with pytest.raises(ValidationError) as refusal:
        second.full_clean()
    assert set(refusal.value.error_dict) == {"dismissal_order"}


def test_a_term_before_the_present_head_is_accepted():
    association = make_association(head=UserFactory(), on=dt.date(2026, 9, 1))
    HeadAppointmentFactory.build(
        association=association,
        educator=educator_of(UserFactory()),
        starts=dt.date(2025, 9, 1),
        ends=dt.date(2026, 8, 31),
    ).full_clean()


def test_offices_are_named_as_documents_name_them():
    association = make_association(title="Объединение логопедов")
    assert "Объединение логопедов" in offices.title(Office.HEAD, association)
    assert "Объединение логопедов" in offices.title(Office.CURATOR, association)
    assert offices.title(Office.DIRECTOR, association) == str(Office.DIRECTOR.label)
