"""Editors make the portal's pages in Wagtail's admin; a draft may lack what a page may not."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from portal.models import EventPage, NewsPage, ServiceSettings
from tests.factories.accounts import UserFactory
from tests.factories.portal import event_index, make_settings, news_index

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(home, client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


def add(client, model, parent, **data):
    url = reverse("wagtailadmin_pages:add", args=["portal", model._meta.model_name, parent.pk])
    values = {"body": streamfield([("text", rich_text("<p>Слова</p>"))]), "comments": {}, **data}
    form = nested_form_data({key: value for key, value in values.items() if key != "comments"})
    counts = {
        f"comments-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    }
    return client.post(url, {**form, **counts})


def test_news_are_made_and_published(editor):
    response = add(
        editor, NewsPage, news_index(), title="Приём работ", slug="priem", date="2026-03-01",
        intro="Коротко", **{"action-publish": "1"},
    )  # fmt: skip
    assert response.status_code == 302
    assert "Слова" in editor.get("/news/priem/").content.decode()


def test_an_event_without_a_day_is_a_mistake_of_the_form(editor):
    response = add(
        editor, EventPage, event_index(), title="Семинар", slug="seminar", form="online", status="planned"
    )
    assert response.status_code == 200
    assert "start" in response.context["form"].errors
    assert not EventPage.objects.exists()


def test_a_draft_of_an_event_moves_with_its_end(editor):
    days = {"start": "2026-03-01 10:00", "end": "2026-03-02 18:00"}
    add(editor, EventPage, event_index(), title="Слёт", slug="slet", form="online", status="planned", **days)
    event = EventPage.objects.get()
    assert event.last_moment == event.end
    assert not event.live


def test_service_settings_are_edited(editor):
    make_settings()
    url = reverse(
        "wagtailsettings:edit", args=["portal", "servicesettings", ServiceSettings.objects.get().site_id]
    )
    assert editor.get(url).status_code == 200
    response = editor.post(url, {"name": "Служба", "town": "Сосновск", "email": "не почта"})
    assert "email" in response.context["form"].errors
    assert editor.post(url, {"name": "Служба", "town": "Сосновск"}).status_code == 302
    assert str(ServiceSettings.objects.get()) == "Служба"
