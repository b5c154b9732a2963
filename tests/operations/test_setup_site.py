"""A new installation gets its sections, roles and editions; a second run changes nothing."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page, Site

from accounts.roles import Role
from knowledge.regulations.models import ProfileEdition, RegulationProfile
from knowledge.regulations.schema import shipped_slugs
from operations.sections import sections

pytestmark = pytest.mark.django_db


def setup_site() -> str:
    output = StringIO()
    call_command("setup_site", stdout=output)
    return output.getvalue()


def test_it_makes_sections_roles_and_editions():
    assert str(len(shipped_slugs())) in setup_site()

    home = Site.objects.get(is_default_site=True).root_page
    assert [(page.specific_class, page.slug) for page in home.get_children()] == [
        (model, slug) for model, slug, _title in sections()
    ]
    assert set(Role.values) <= set(Group.objects.values_list("name", flat=True))
    assert set(RegulationProfile.objects.values_list("slug", flat=True)) == set(shipped_slugs())
    client = Client()
    for address in ("/", *(f"/{slug}/" for _model, slug, _title in sections())):
        assert client.get(address).status_code == 200, address


def test_a_second_run_changes_nothing_and_keeps_what_people_renamed():
    setup_site()
    renamed = Page.objects.get(slug="materials")
    renamed.title = "Копилка"
    renamed.save()
    tables = (Page, Group, RegulationProfile, ProfileEdition, Site)
    before = [list(table.objects.order_by("pk").values()) for table in tables]

    setup_site()
    assert [list(table.objects.order_by("pk").values()) for table in tables] == before
    assert Page.objects.get(slug="materials").title == "Копилка"


def test_a_missing_section_comes_back():
    setup_site()
    Page.objects.get(slug="events").delete()
    setup_site()
    assert Page.objects.get(slug="events").live
