"""Organisations, educators and who may open their closed records."""

import pytest
from django.urls import reverse

from accounts.roles import Role
from knowledge.people.wagtail_hooks import EducatorRecordViewSet, EducatorViewSet, OrganisationViewSet
from tests.factories.accounts import UserFactory
from tests.factories.people import EducatorFactory, OrganisationFactory, educator_of

pytestmark = pytest.mark.django_db


def test_names():
    educator = EducatorFactory(surname="Ветрова", name="Анна", patronymic="Ильинична", record=True)
    assert (str(educator), educator.short_name) == ("Ветрова Анна Ильинична", "Ветрова А. И.")
    assert str(educator.record) == "Ветрова Анна Ильинична"
    assert EducatorFactory(surname="Ли", name="Мэй", patronymic="").short_name == "Ли М."
    assert str(OrganisationFactory(short_name="школа № 7")) == "школа № 7"


def test_an_educator_outlives_the_account():
    user = UserFactory()
    educator = educator_of(user)
    assert educator_of(user) == educator
    user.delete()
    educator.refresh_from_db()
    assert educator.user is None


@pytest.mark.parametrize("viewset", [EducatorRecordViewSet, EducatorViewSet, OrganisationViewSet])
@pytest.mark.parametrize("role", list(Role))
def test_only_methodists_and_administrators_open_them(client, viewset, role):
    record = EducatorFactory(record__speciality="горный инженер").record
    client.force_login(UserFactory(roles=[role]))
    allowed = role in (Role.METHODIST, Role.ADMINISTRATOR)
    address = reverse(viewset().get_url_name("list"))
    assert (client.get(address).status_code == 200) is allowed
    if viewset is EducatorRecordViewSet:
        response = client.get(reverse(viewset().get_url_name("edit"), args=[record.pk]))
        assert ("горный инженер" in response.content.decode()) is allowed
