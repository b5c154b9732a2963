"""The public passport and the catalogue."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from knowledge.associations.models import AssociationPage, AssociationPartner
from knowledge.associations.reading import safe_groups
from knowledge.vocabularies.models import EducationSphere, Subject
from tests.factories.accounts import UserFactory
from tests.factories.associations import (
    AssociationFactory,
    HeadAppointmentFactory,
    MembershipFactory,
    association_index,
    make_association,
)
from tests.factories.people import EducatorFactory, OrganisationFactory

pytestmark = pytest.mark.django_db

SECRETS = ("1963", "07.11", "7 ноября", "горный инженер", "вторая категория", "среднее профессиональное")


def secret_educator(**fields):
    return EducatorFactory(
        record__birth_date=dt.date(1963, 11, 7),
        record__education="secondary_vocational",
        record__speciality="горный инженер",
        record__category="second",
        record__certified_on=dt.date(1963, 11, 7),
        **fields,
    )


def text_of(response):
    return response.content.decode().replace("\u00a0", " ")


def test_the_passport_shows_head_basis_and_partners(client):
    head = UserFactory(last_name="Берёзкина", first_name="Ольга", patronymic="Львовна")
    curator = UserFactory(last_name="Громов", first_name="Павел", patronymic="Андреевич")
    page = make_association(
        head=head,
        curator=curator,
        founding_order_number="62-о",
        founding_order_date=dt.date(2012, 9, 3),
        tasks="первая задача\n\nвторая задача",
    )
    page.partners.add(AssociationPartner(name="Краевое объединение", kind="сеть", url="https://example.org/"))
    page.subjects.set([Subject.objects.create(name="Физика опытная", slug="physics-x", abbreviation="Фз")])
    page.save()
    html = text_of(client.get(page.url))
    for words in ("Берёзкина Ольга Львовна", "Громов Павел Андреевич", "62-о", "3 сентября 2012", "РМО"):
        assert words in html
    assert "<li>первая задача</li><li>вторая задача</li>" in html
    assert 'href="https://example.org/"' in html
    assert 'href="/regulations/pechora/"' in html
    assert "Физика опытная" in html


def test_members_are_a_number_and_organisations(client):
    school = OrganisationFactory(short_name="школа у реки")
    members = [EducatorFactory(surname=f"Тайнова{i}", organisation=school) for i in range(3)]
    page = make_association(members=members)
    MembershipFactory(association=page, ends=dt.date(2021, 1, 1), educator__surname="Бывшева")
    response = client.get(page.url)
    html = text_of(response)
    assert response.context["members"] == 3
    assert "школа у реки" in html
    assert "Тайнова" not in html
    assert "Бывшева" not in html


def test_personal_data_of_no_educator_reach_page_or_index(client):
    head = UserFactory()
    page = make_association(members=[secret_educator() for _ in range(4)])
    HeadAppointmentFactory(association=page, educator=secret_educator(user=head))
    pages = [text_of(client.get(address)) for address in (page.url, association_index().url)]
    document = AssociationPage.search_queryset().get(pk=page.pk).search_document()
    for shown in (*pages, repr(document)):
        assert not [secret for secret in SECRETS if secret in shown]


def test_composition_shows_groups_of_five_and_more_only(client):
    def members(number, category):
        return [EducatorFactory(record__category=category, record__education="") for _ in range(number)]

    page = make_association(members=[*members(6, "highest"), *members(5, "first"), *members(5, "second")])
    html = text_of(client.get(page.url))
    assert "— 6" in html
    assert "— 5" in html


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ({"a": 5}, [("a", 5)]),
        ({"a": 4}, []),
        ({"a": 11, "b": 1}, []),
        ({"a": 11, "b": 3, "c": 2}, [("a", 11)]),
        ({"a": 11, "b": 5, "c": 4}, [("a", 11)]),
    ],
)
def test_no_small_group_is_found_by_subtraction(numbers, shown):
    assert safe_groups(value for value, number in numbers.items() for _ in range(number)) == shown


@pytest.mark.parametrize("status", ["liquidated", "reorganised"])
def test_an_association_that_ended_says_so(client, status):
    page = make_association(status=status)
    assert 'role="note"' in text_of(client.get(page.url)).split("<h1>")[1]


def test_without_head_and_edition_the_page_stands(client):
    page = make_association()
    page.profile.editions.all().delete()
    html = text_of(client.get(page.url))
    assert "/regulations/" not in html
    assert page.title in html


def test_a_draft_is_nobodys_to_read(client):
    page = make_association(live=False)
    assert client.get(page.get_url()).status_code == 404
    assert page.title not in text_of(client.get(association_index().url))


class TestCatalogue:
    def rows(self, client, query=""):
        response = client.get(association_index().url + query)
        assert response.status_code == 200
        return [row.title for row in response.context["page_obj"]]

    @pytest.fixture
    def town(self):
        physics = Subject.objects.create(name="Физика X", slug="physics-x")
        maths = Subject.objects.create(name="Математика X", slug="maths-x")
        sphere = EducationSphere.objects.create(name="Дополнительное X", slug="additional-x")
        head = UserFactory(last_name="Берёзкина")
        one = make_association(title="Учителя физики", head=head, subjects=[physics])
        one.spheres.set([sphere])
        one.save()
        make_association(title="Учителя математики", profile="oshmyany", subjects=[maths])
        make_association(title="Бывшее объединение", status="liquidated", subjects=[maths])
        return one

    @pytest.mark.parametrize(
        ("query", "titles"),
        [
            ("", ["Учителя математики", "Учителя физики", "Бывшее объединение"]),
            ("?q=ФИЗИК", ["Учителя физики"]),
            ("?q=березкина", ["Учителя физики"]),
            ("?q=учителя+берёзкина", ["Учителя физики"]),
            ("?q=нет+такого", []),
            ("?subject=maths-x", ["Учителя математики", "Бывшее объединение"]),
            ("?subject=maths-x&subject=physics-x&sphere=additional-x", ["Учителя физики"]),
            ("?kind=РУМО", ["Учителя математики"]),
            (
                "?kind=чужое&subject=unknown&sphere=&x=1",
                ["Учителя математики", "Учителя физики", "Бывшее объединение"],
            ),
        ],
    )
    def test_filters(self, client, town, query, titles):
        assert self.rows(client, query) == titles

    def test_counts_of_facets(self, client, town):
        facets = client.get(association_index().url).context["facets"]
        shown = {facet.name: {option.label: option.count for option in facet.values} for facet in facets}
        assert shown == {"subject": {"Физика X": 1, "Математика X": 2}, "kind": {"РМО": 2, "РУМО": 1}}

    @pytest.mark.parametrize("page", ["2", "0", "x"])
    def test_beyond_the_end_is_not_found(self, client, town, page):
        assert client.get(association_index().url + f"?page={page}").status_code == 404

    def test_the_number_of_queries_does_not_grow(self, client):
        def queries():
            with CaptureQueriesContext(connection) as seen:
                client.get(association_index().url)
            return len(seen)

        subject = Subject.objects.create(name="Физика X", slug="physics-x")
        make_association(head=UserFactory(), members=[EducatorFactory()], subjects=[subject])
        queries()
        few = queries()
        for _ in range(22):
            make_association(head=UserFactory(), members=[EducatorFactory()], subjects=[subject])
        assert queries() <= few
        assert few <= 20

    def test_more_than_a_page(self, client):
        for _ in range(21):
            AssociationFactory()
        html = text_of(client.get(association_index().url))
        assert 'href="?page=2"' in html


def test_a_passport_is_read_in_a_constant_number_of_queries(client):
    def queries(page):
        with CaptureQueriesContext(connection) as seen:
            client.get(page.url)
        return len(seen)

    one = make_association(head=UserFactory(), members=[EducatorFactory(record=True)])
    many = make_association(head=UserFactory(), members=[EducatorFactory(record=True) for _ in range(15)])
    queries(one)
    assert queries(many) == queries(one) <= 25


def test_nobody_is_named_twice(client):
    page = make_association(members=[EducatorFactory()])
    MembershipFactory(association=page, educator=page.memberships.get().educator, starts=dt.date(2022, 9, 1))
    assert client.get(page.url).context["members"] == 1
    assert not User.objects.exists()
