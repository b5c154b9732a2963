"""One command gives a whole site: complete, repeatable, open to its people, found by the search."""

import datetime as dt
import io
import os
import shutil
import stat
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from experience_bank.models import WorkPage
from knowledge.associations.models import AssociationPage
from knowledge.library.models import NormativeDocumentPage
from operations.demo.content import load_content
from operations.management.commands.demo import USERS, choose_password, known_password, password_file
from review.models import ReviewCase
from search.query import SearchQuery
from search.service import search
from tests.factories.people import EducatorFactory
from tests.operations.conftest import PASSWORD, run_demo
from tests.operations.crawl import crawl

UNRAISABLE = "pytest.PytestUnraisableExceptionWarning"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.xdist_group("sample"),  # loaded once, not once a process
    # Wagtail leaves the temporary files of its renditions to the garbage collector.
    pytest.mark.filterwarnings(f"ignore:Exception ignored in. <_io.FileIO:{UNRAISABLE}"),
    pytest.mark.filterwarnings(f"ignore:Exception ignored in. <function SpooledTemporaryFile:{UNRAISABLE}"),
]
REGULATIONS = Path(settings.BASE_DIR).parent / "shared" / "regulations"
STATES = {"draft", "submitted", "returned", "recommended", "declined", "published", "withdrawn"}
PHRASES = {
    "сертификат активного участника": "000_",
    "портфолио руководителя": "002_",
    "не менее 10 педагогов": "003_",
}
MOST_QUERIES = 25
"""The same for long lists as for short ones; an association's page takes 28, five about who may see."""


@pytest.fixture(autouse=True)
def _django_db_helper():
    """See the ``sample`` fixture."""


@pytest.fixture(autouse=True)
def _clean_table():
    """Keep the sample's files for the next test: the suite's own fixture would remove them."""


def rows() -> dict[str, tuple[int, list[object]]]:
    """Return how many rows every table has, and its newest moments."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        if not model._meta.managed or model._meta.proxy:
            continue
        table = model._base_manager
        moments = [field.name for field in model._meta.local_fields if isinstance(field, models.DateField)]
        newest = [table.aggregate(newest=models.Max(name))["newest"] for name in moments]
        found[model._meta.label] = (table.count(), newest)
    return found


def index_files(data: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in (data / "search").rglob("*.*") if path.is_file()}


def test_every_bank_has_works_in_every_state(town):
    works = {work.pk: work.specific_class for work in WorkPage.objects.all()}
    assert len(works) >= 40
    states = Counter((works[case.page_id], case.state) for case in ReviewCase.objects.filter(page__in=works))
    for bank in set(works.values()):
        found = {state for model, state in states if model is bank}
        assert found >= {
            "draft",
            "submitted",
            "returned",
            "recommended",
            "declined",
            "published",
            "withdrawn",
        }
    assert len(set(works.values())) == 3
    live = WorkPage.objects.live().values_list("pk", flat=True)
    published = ReviewCase.objects.filter(state="published").values_list("page_id", flat=True)
    assert set(live) == set(published)


def test_the_five_associations_stand_under_five_editions(town):
    profiles = AssociationPage.objects.live().values_list("profile__slug", flat=True)
    assert len(profiles) == len(set(profiles)) == 5


def test_a_second_run_changes_nothing(town):
    before, files = rows(), index_files(town.data)
    output = run_demo()
    assert rows() == before
    assert index_files(town.data) == files
    assert "уже загружен" in output
    assert PASSWORD in output


def test_it_tells_where_and_who(town):
    for words in ("http://127.0.0.1:8000/", "/desk/", "/cms/", PASSWORD, *USERS):
        assert words in town.output
    assert {person.key for person in load_content().users} >= set(USERS)


@pytest.mark.parametrize("name", USERS)
def test_everybody_signs_in_and_reaches_the_desk(town, name):
    client = Client()
    answer = client.post("/accounts/login/", {"login": name, "password": PASSWORD})
    assert answer.status_code == 302, answer.content.decode()[:2000]
    assert answer["Location"] == "/desk/"
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = client.get("/desk/")
    assert answer.status_code == 200
    assert len(queries) <= 2 * MOST_QUERIES


def test_the_home_page_says_it_is_a_sample(town):
    assert "образец" in Client().get("/").content.decode().lower()


def test_every_public_page_is_whole(town):
    visits = crawl(Client())
    faults = [fault for visit in visits for fault in visit.faults]
    assert not faults, "\n".join(faults)
    heavy = [(visit.address, visit.queries) for visit in visits if visit.queries > MOST_QUERIES]
    assert not heavy
    seen = {visit.address for visit in visits}
    assert len(seen) > 80
    unseen = [
        page.url
        for page in (*WorkPage.objects.live(), *AssociationPage.objects.live())
        if page.url not in seen
    ]
    assert not unseen


def test_the_password_is_for_its_owner_alone(town):
    assert known_password() == PASSWORD
    assert stat.S_IMODE(password_file().stat().st_mode) == 0o600


def test_a_password_is_made_once_for_a_data_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    with override_settings(DATA_DIR=tmp_path / "new"):
        assert not known_password()
        made = choose_password()
        assert len(made) >= 12
        assert choose_password() == made == known_password()
        monkeypatch.setenv("DEMO_PASSWORD", "drugoj-parol-2026")
        assert choose_password() == known_password() == "drugoj-parol-2026"
        assert stat.S_IMODE(password_file().stat().st_mode) == 0o600


def test_a_lost_password_is_not_invented(town):
    held = town.data / "held"
    password_file().rename(held)
    try:
        output = run_demo()
    finally:
        held.rename(password_file())
    assert PASSWORD not in output
    assert "changepassword" in output


@pytest.mark.parametrize("name", ["SECOND_FACTOR_FOR_STAFF", "SESSION_COOKIE_SECURE"])
def test_settings_of_a_real_site_are_refused(town, name):
    with override_settings(**{name: True}), pytest.raises(CommandError, match="пароль"):
        run_demo()


def test_production_refuses_before_it_writes(tmp_path):
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": "kluch-dlya-proby-" + "0123456789abcdef" * 4,
        "ALLOWED_HOSTS": "metod.example",
        "PUBLIC_URL": "https://metod.example",
        "DATA_DIR": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "demo", "--no-serve"],
        cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "CommandError" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_database_with_real_people_is_refused(town):
    from portal.models import ServiceSettings

    ServiceSettings.objects.update(is_sample=False)
    EducatorFactory()
    before = User.objects.count()
    with pytest.raises(CommandError, match="пуст"):
        run_demo()
    assert User.objects.count() == before


@pytest.mark.skipif(not REGULATIONS.is_dir(), reason="../shared/regulations is absent")
def test_the_real_regulations_are_found_by_their_phrases(town, tmp_path):
    folder = tmp_path / "search"
    shutil.copytree(town.data / "search", folder)
    with override_settings(SEARCH_INDEX_DIR=folder):
        call_command("import_library", str(REGULATIONS), stdout=io.StringIO())
        call_command("drain_search_outbox", stdout=io.StringIO())
        for text, file in PHRASES.items():
            first = search(SearchQuery(text)).hits[0].document
            assert NormativeDocumentPage.objects.get(pk=first.key).source_name.startswith(file), text


def test_dates_are_around_the_day_of_loading(town):
    newest = WorkPage.objects.live().latest("first_published_at").first_published_at.date()
    assert dt.date.today() - newest < dt.timedelta(days=60)
    assert NormativeDocumentPage.objects.live().count() == 3
