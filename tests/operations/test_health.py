"""The two answers that supervisors ask for."""

from datetime import timedelta

import pytest
import time_machine
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from review.models import Letter
from search.models import IndexChange
from search.rebuild import rebuild
from tests.factories.accounts import UserFactory


@pytest.fixture(autouse=True)
def index(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"


def test_a_living_process_answers_without_the_database():
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_a_site_with_its_index_is_ready_and_tells_what_waits():
    rebuild()
    IndexChange.objects.all().delete()
    assert Client().get("/readyz").json() == {
        "ready": True,
        "database": True,
        "index": True,
        "outbox": {"pending": 0, "lag_seconds": 0},
        "letters": {"waiting": 0, "oldest_seconds": 0},
    }
    IndexChange.objects.create(page_id=1)
    person = UserFactory(email="kto-to@example.com")
    Letter.objects.create(recipient=person, subject="Письмо", body="Текст")
    Letter.objects.create(recipient=person, subject="Ушедшее", body="Текст", sent_at=timezone.now())
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
        answer = Client().get("/readyz")
    assert answer.status_code == 200
    report = answer.json()
    assert report["outbox"]["pending"] == report["letters"]["waiting"] == 1
    assert 119 <= report["outbox"]["lag_seconds"] <= 121
    assert 119 <= report["letters"]["oldest_seconds"] <= 121
    assert "kto-to" not in answer.content.decode()


@pytest.mark.django_db
def test_a_site_without_an_index_is_not_ready():
    answer = Client().get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["index"] is False


@pytest.mark.django_db
def test_a_site_without_its_database_is_not_ready():
    rebuild()

    def away(*args):
        raise OperationalError("away")

    with connection.execute_wrapper(away):
        answer = Client().get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "database": False, "index": True}


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_only_reading_is_answered(address):
    assert Client().post(address).status_code == 405
