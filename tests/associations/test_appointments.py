"""A1 and A3: the database supplies the facts, the edition in force on the first day judges them."""

import datetime as dt

import pytest
from django.urls import reverse

from accounts.roles import Role
from knowledge.associations.facts import (
    appointment_facts,
    association_facts,
    check_appointment,
    check_members,
)
from knowledge.associations.models import HeadAppointment, Membership
from knowledge.associations.wagtail_hooks import HeadAppointmentViewSet, MembershipViewSet
from knowledge.regulations.schema import load_profile, shipped_slugs
from knowledge.vocabularies.models import Subject
from tests.factories.accounts import UserFactory
from tests.factories.associations import HeadAppointmentFactory, MembershipFactory, make_association
from tests.factories.people import EducatorFactory
from tests.factories.regulations import changed_profile

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 9, 1)


def a3_educator():
    return EducatorFactory(
        record__category="first",
        record__experience_system=3,
        record__experience_direction=3,
        record__education="higher_pedagogical",
    )


def found_by(profile, reason=""):
    appointment = HeadAppointmentFactory(
        association=make_association(profile=profile),
        educator=a3_educator(),
        starts=DAY,
        exception_reason=reason,
    )
    report = check_appointment(appointment)
    return {finding.check for finding in report.findings}, set(report.passed), set(report.silent)


class TestA3:
    """First category, three years in all, all of them in this direction, higher pedagogical education."""

    @pytest.mark.parametrize("slug", shipped_slugs())
    def test_every_edition_by_its_own_parameters(self, slug):
        head = load_profile(slug).head
        findings, passed, silent = found_by(slug)
        expected = set()
        permitted = head.categories.value
        if permitted is not None and "first" not in permitted:
            expected.add("CHK-03")
        if head.experience.value is not None and head.experience.value.years > 3:
            expected.add("CHK-04")
        assert findings == expected
        named = {"CHK-03": head.categories, "CHK-04": head.experience, "CHK-05": head.education}
        assert {number for number, stated in named.items() if stated.silent} == silent & named.keys()
        assert passed & named.keys() == named.keys() - findings - silent

    def test_the_five_answers(self):
        answers = {slug: sorted(found_by(slug)[0]) for slug in shipped_slugs()}
        assert sorted(answers.values()) == [[], [], [], ["CHK-03"], ["CHK-03", "CHK-04"]]
        (excepting,) = [slug for slug in answers if load_profile(slug).head.exception_categories.value]
        assert answers[excepting] == ["CHK-03"]
        assert found_by(excepting, reason="единственный педагог направления в районе")[0] == set()


def test_facts_hold_what_the_database_knows():
    appointment = HeadAppointmentFactory(
        association=make_association(),
        educator=EducatorFactory(
            record__certification="highest",
            record__certified_on=dt.date(2024, 3, 1),
            record__qualification_confirmed=dt.date(2022, 3, 1),
        ),
        starts=DAY,
        ends=dt.date(2027, 5, 31),
    )
    head = appointment_facts(appointment).head
    assert (head.appointed, head.term_until) == (DAY, dt.date(2027, 5, 31))
    assert head.certification.result == "highest"
    assert head.qualification_confirmed == dt.date(2022, 3, 1)
    appointment.educator.record.delete()
    head = appointment_facts(appointment).head
    assert (head.category, head.education, head.experience, head.certification) == (None,) * 4


def test_without_an_edition_nothing_is_found():
    association = make_association()
    association.profile.editions.all().delete()
    appointment = HeadAppointmentFactory(association=association, educator=a3_educator())
    assert check_appointment(appointment).as_json() == check_members(association, DAY).as_json()
    assert check_appointment(appointment).findings == []


class TestA1:
    @pytest.mark.parametrize("slug", shipped_slugs())
    @pytest.mark.parametrize("number", [9, 10])
    def test_members_of_one_direction(self, slug, number):
        association = make_association(profile=slug, members=[EducatorFactory() for _ in range(number)])
        MembershipFactory(association=association, ends=dt.date(2025, 5, 31))
        report = check_members(association, DAY)
        least = load_profile(slug).association.min_members.value
        if least is None:
            assert report.silent == ["CHK-01"]
        else:
            assert least == 10
            assert [finding.check for finding in report.findings] == (["CHK-01"] if number == 9 else [])
            assert report.passed == ([] if number == 9 else ["CHK-01"])

    def test_of_several_directions_only_all_members_are_known(self):
        association = make_association()
        association.subjects.set(
            [Subject.objects.create(name=f"Предмет {i}", slug=f"s-{i}") for i in range(2)]
        )
        association.save()
        assert association_facts(association, DAY).association.members_same_direction is None


class TestAdmin:
    def url(self, viewset, name, *args):
        return reverse(viewset().get_url_name(name), args=args)

    def data(self, association, educator, **fields):
        return {
            "association": association.pk,
            "educator": educator.pk,
            "order_number": "98-о",
            "order_date": "2026-08-28",
            "order_issuer": "Управление образования",
            "starts": "2026-09-01",
            "ends": "",
            "exception_reason": "",
            "dismissed": "",
            "dismissal_order": "",
            **fields,
        }

    @pytest.fixture
    def methodist(self, client):
        client.force_login(UserFactory(roles=[Role.METHODIST]))
        return client

    def test_findings_that_warn_are_shown_and_saved(self, methodist):
        response = methodist.post(
            self.url(HeadAppointmentViewSet, "add"),
            self.data(make_association("pechora"), a3_educator()),
            follow=True,
        )
        assert HeadAppointment.objects.count() == 1
        html = response.content.decode()
        assert "001-1.2" in html

    def test_findings_that_block_save_nothing(self, methodist):
        profile = changed_profile("pechora", "\nplan:\n", "\nseverity: {CHK-03: block}\nplan:\n")
        address = self.url(HeadAppointmentViewSet, "add")
        response = methodist.post(address, self.data(make_association(profile), a3_educator()))
        assert not HeadAppointment.objects.exists()
        assert "001-1.2" in response.content.decode()
        assert 'value="98-о"' in response.content.decode()

    def test_a_second_head_is_refused(self, methodist):
        association = make_association(head=UserFactory())
        methodist.post(self.url(HeadAppointmentViewSet, "add"), self.data(association, a3_educator()))
        assert HeadAppointment.objects.count() == 1

    def test_an_educator_without_record_is_said(self, methodist):
        address = self.url(HeadAppointmentViewSet, "add")
        association = make_association("oshmyany")
        response = methodist.post(address, self.data(association, EducatorFactory()), follow=True)
        assert len(response.context["messages"]) == 2
        appointment = HeadAppointment.objects.get()
        edit = self.url(HeadAppointmentViewSet, "edit", appointment.pk)
        response = methodist.post(
            edit, self.data(association, appointment.educator, order_number="99"), follow=True
        )
        assert HeadAppointment.objects.get().order_number == "99"

    def test_too_few_members_are_said_with_the_clause(self, methodist):
        association = make_association("oshmyany")
        fields = {
            "association": association.pk,
            "educator": EducatorFactory().pk,
            "starts": "2026-09-01",
            "ends": "",
        }
        response = methodist.post(self.url(MembershipViewSet, "add"), fields, follow=True)
        assert Membership.objects.count() == 1
        assert "003-4" in response.content.decode()
        edit = self.url(MembershipViewSet, "edit", Membership.objects.get().pk)
        response = methodist.post(edit, fields | {"ends": "2026-01-01"})
        assert Membership.objects.get().ends is None

    @pytest.mark.parametrize("viewset", [HeadAppointmentViewSet, MembershipViewSet])
    @pytest.mark.parametrize(
        ("role", "opens"),
        [(Role.METHODIST, True), (Role.ADMINISTRATOR, True), (Role.DIRECTOR, False), (Role.EDITOR, False)],
    )
    def test_who_opens_the_lists(self, client, viewset, role, opens):
        client.force_login(UserFactory(roles=[role]))
        assert (client.get(self.url(viewset, "list")).status_code == 200) is opens
        assert (client.get(self.url(viewset, "add")).status_code == 200) is opens
