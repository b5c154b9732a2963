import datetime as dt

import pytest
from django.urls import reverse

from knowledge.regulations.loading import load_editions
from knowledge.regulations.models import ProfileEdition, RegulationProfile
from knowledge.regulations.schema import profile_text

from .helpers import DATA, FIVE, SIXTH

pytestmark = pytest.mark.django_db


def test_list_of_regulations(client, django_assert_max_num_queries):
    assert client.get(reverse("regulations:index")).status_code == 200
    load_editions()
    RegulationProfile.objects.create(slug="empty", title="Без редакции")
    page = client.get(reverse("regulations:index")).content.decode()
    for profile in RegulationProfile.objects.filter(slug__in=FIVE):
        assert profile.get_absolute_url() in page
    assert "Без редакции" not in page


@pytest.mark.parametrize("source", [*FIVE, SIXTH])
def test_a_regulation_in_words(client, source, django_assert_max_num_queries):
    ((edition, _new),) = load_editions([source])
    with django_assert_max_num_queries(20):
        answer = client.get(edition.profile.get_absolute_url())
    page = answer.content.decode()
    assert answer.status_code == 200
    for path, stated in edition.profile_data.parameters():
        assert stated.clause is None or stated.clause in page, path


def test_silence_and_design_are_marked(client):
    load_editions(["zeya"])
    answer = client.get("/regulations/zeya/")
    states = [row.state for block in answer.context["blocks"] for row in block.rows]
    assert {"stated", "silent", "design"} == set(states)


def test_the_edition_of_a_day(client):
    ((edition, _new),) = load_editions([SIXTH])
    edition.valid_to = dt.date(2025, 8, 31)
    edition.save()
    url = edition.profile.get_absolute_url()
    assert client.get(url).status_code == 404
    assert client.get(url, {"on": "2025-08-31"}).status_code == 200
    assert client.get(url, {"on": "2025-09-01"}).status_code == 404
    assert client.get(url, {"on": "nonsense"}).status_code == 404
    ProfileEdition(
        profile=edition.profile, valid_from=dt.date(2025, 9, 1), source_text=profile_text(SIXTH)
    ).save()
    page = client.get(url, {"on": "nonsense"}).content.decode()
    assert "?on=2024-09-01" in page


def test_no_such_regulation(client):
    assert client.get("/regulations/nowhere/").status_code == 404
    assert client.post("/regulations/").status_code == 405


@pytest.fixture
def editor(admin_client):
    return admin_client


def test_the_admin_lists_and_shows(editor):
    load_editions(["lysva"])
    edition = ProfileEdition.objects.get()
    for url in (
        reverse("wagtailsnippets_regulations_profileedition:list"),
        reverse("wagtailsnippets_regulations_profileedition:inspect", args=[edition.pk]),
        reverse("wagtailsnippets_regulations_profileedition:edit", args=[edition.pk]),
        reverse("wagtailsnippets_regulations_regulationprofile:list"),
        reverse("wagtailsnippets_regulations_regulationprofile:inspect", args=[edition.profile.pk]),
    ):
        assert editor.get(url).status_code == 200, url
    page = editor.get(reverse("wagtailsnippets_regulations_regulationprofile:list")).content.decode()
    assert edition.profile.get_absolute_url() in page


def test_the_admin_form_names_every_fault_and_loses_nothing(editor):
    profile = RegulationProfile.objects.create(slug="broken", title="Сломанный")
    text = profile_text(DATA / "broken.yaml")
    form = {"profile": profile.pk, "valid_from": "2024-09-01", "source_text": text}
    answer = editor.post(reverse("wagtailsnippets_regulations_profileedition:add"), form)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert not ProfileEdition.objects.exists()
    for words in ("head.wages", "plan.chain.value[0].step", "reports.value[0].due"):
        assert words in page
    assert "Сломанный профиль" in page


def test_the_admin_form_stores(editor):
    profile = RegulationProfile.objects.create(slug="sixth", title="Шестое")
    form = {"profile": profile.pk, "valid_from": "2024-09-01", "source_text": profile_text(SIXTH)}
    answer = editor.post(reverse("wagtailsnippets_regulations_profileedition:add"), form)
    assert answer.status_code == 302
    assert profile.edition_on(dt.date(2025, 1, 1)).profile_data.association.min_members.value == 5
