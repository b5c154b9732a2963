"""The drainer: what is public gets in, what is not gets out, and nothing is lost on the way."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils import timezone
from wagtail.models import PageViewRestriction

from search.drain import KEPT, Drained, drain
from search.engines.base import EngineBusyError, EngineError
from search.engines.embedded import EmbeddedEngine
from search.engines.writing import TantivyBatch, current_writer
from search.management.commands import drain_search_outbox
from search.models import IndexChange
from search.outbox import record_change
from search.query import SearchQuery
from search.service import search, suggest
from tests.factories.search import NotePageFactory

pytestmark = pytest.mark.django_db


def titles(text: str) -> list[str]:
    return [hit.document.title for hit in search(SearchQuery(text)).hits]


def test_published_is_found_and_withdrawn_is_gone(site_index):
    page = NotePageFactory(title="Опыты с маятником")
    assert titles("маятник") == []
    drain()
    assert titles("маятник") == ["Опыты с маятником"]
    assert [one.title for one in suggest("опыты")] == ["Опыты с маятником"]
    page.unpublish()
    drain()
    assert titles("маятник") == []
    assert suggest("опыты") == []


def test_restriction_above_hides_and_its_end_shows_again(site_index):
    page = NotePageFactory(title="Опыты с маятником")
    drain()
    closed = PageViewRestriction.objects.create(
        page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN
    )
    drain()
    assert (titles("маятник"), suggest("опыты")) == ([], [])
    closed.delete()
    drain()
    assert titles("маятник") == ["Опыты с маятником"]


def test_deleted_page_and_page_without_a_document_leave(site_index):
    page, other = NotePageFactory(title="Маятник первый"), NotePageFactory(title="Маятник второй")
    drain()
    assert len(titles("маятник")) == 2
    page.delete()
    other.body = "hidden"
    other.save()
    drain()
    assert titles("маятник") == []


def test_repeats_coalesce_and_rows_are_marked(site_index):
    page = NotePageFactory(title="Маятник")
    for _ in range(3):
        record_change(page.pk)
    assert drain().applied >= 4
    assert not IndexChange.objects.pending().exists()
    assert len(list(site_index.entries())) == 1


def test_applied_rows_go_after_a_day(site_index):
    old = IndexChange.objects.create(page_id=1, applied=timezone.now() - KEPT * 2)
    fresh = IndexChange.objects.create(page_id=1, applied=timezone.now())
    drain()
    assert list(IndexChange.objects.all()) == [fresh]
    assert old != fresh


def test_missing_index_is_built_in_full(index_dir):
    NotePageFactory(title="Маятник")
    IndexChange.objects.all().delete()
    NotePageFactory(title="Пружина")
    drain()
    assert titles("маятник пружина") == ["Маятник", "Пружина"] or len(titles("маятник пружина")) == 2


def test_page_that_cannot_be_read_waits_and_hinders_nobody(site_index):
    broken = NotePageFactory(title="Сломанная", body="broken")
    NotePageFactory(title="Целая")
    done = drain()
    assert done.failed == IndexChange.objects.filter(page_id=broken.pk).count()
    assert titles("целая") == ["Целая"]
    row = IndexChange.objects.pending().get()
    assert row.attempts == 1
    assert "cannot be read" in row.last_error
    assert row.next_try > timezone.now()
    assert drain() == Drained()
    type(broken).objects.filter(pk=broken.pk).update(body="")
    IndexChange.objects.update(next_try=timezone.now())
    drain()
    assert titles("сломанная") == ["Сломанная"]
    assert not IndexChange.objects.pending().exists()


def test_pause_grows_with_attempts():
    row = IndexChange.objects.create(page_id=1, attempts=4)
    long = IndexChange.objects.create(page_id=2, attempts=40)
    IndexChange.objects.all().failed("x" * 1000)
    row.refresh_from_db()
    long.refresh_from_db()
    assert 14 <= (row.next_try - timezone.now()).total_seconds() <= 16
    assert 290 <= (long.next_try - timezone.now()).total_seconds() <= 300
    assert (row.attempts, len(row.last_error)) == (5, 500)


@pytest.mark.parametrize("moment", ["before the commit", "after the commit"])
def test_killed_drainer_loses_nothing(site_index, monkeypatch, moment):
    NotePageFactory(title="Маятник")
    commit = TantivyBatch.commit

    def die(batch):
        if moment == "after the commit":
            commit(batch)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(TantivyBatch, "commit", die)
        with pytest.raises(KeyboardInterrupt):
            drain()
    assert IndexChange.objects.pending().exists()
    drain()
    assert titles("маятник") == ["Маятник"]
    assert len(list(site_index.entries())) == 1


def test_engine_that_fails_keeps_the_rows(site_index, monkeypatch):
    NotePageFactory(title="Маятник")

    def full(batch):
        raise EngineError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(TantivyBatch, "commit", full)
        with pytest.raises(EngineError):
            drain()
        IndexChange.objects.update(next_try=timezone.now())
        with pytest.raises(CommandError):
            call_command("drain_search_outbox")
    row = IndexChange.objects.pending().first()
    assert (row.attempts, row.last_error) == (2, "disk full")
    IndexChange.objects.update(next_try=timezone.now())
    drain()
    assert titles("маятник") == ["Маятник"]


def test_second_writer_waits_for_the_first(engine):
    order = []

    def write():
        with EmbeddedEngine(engine.folders.root).writing():
            order.append("second")

    with engine.writing():
        thread = threading.Thread(target=write)
        thread.start()
        time.sleep(0.2)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]


def test_writer_gives_up_at_last(engine):
    with engine.writing(), pytest.raises(EngineBusyError), current_writer(engine.folders, 0.1):
        pass


def test_uncommitted_writing_leaves_no_trace(site_index):
    page = NotePageFactory(title="Маятник")
    drain()
    with site_index.writing() as batch:
        batch.delete([str(page.pk)])
    assert titles("маятник") == ["Маятник"]


def test_command_says_what_it_did(site_index, capsys):
    NotePageFactory()
    call_command("drain_search_outbox")
    assert any(character.isdigit() for character in capsys.readouterr().out)


@pytest.mark.parametrize("error", [OperationalError("locked"), EngineError("busy"), RuntimeError("strange")])
def test_loop_survives_failures(monkeypatch, error):
    def fail():
        raise error

    monkeypatch.setattr(drain_search_outbox, "drain", fail)
    monkeypatch.setattr(drain_search_outbox, "close_old_connections", lambda: None)
    assert drain_search_outbox.Command()._pass() == drain_search_outbox.PAUSE


def test_loop_passes_soon_again(site_index, monkeypatch):
    monkeypatch.setattr(drain_search_outbox, "close_old_connections", lambda: None)
    assert drain_search_outbox.Command()._pass() == drain_search_outbox.POLL


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_loop_ends_at_a_signal(monkeypatch, number):
    passes = []

    def drained():
        passes.append(number)
        signal.raise_signal(number)

    monkeypatch.setattr(drain_search_outbox, "drain", drained)
    monkeypatch.setattr(drain_search_outbox, "close_old_connections", lambda: None)
    before = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)}
    try:
        call_command("drain_search_outbox", "--loop")
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
    assert passes == [number]


def test_loop_without_tables_goes_on_until_it_is_ended(tmp_path):
    environment = {**os.environ, "DATA_DIR": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path / 'db'}"}
    environment["DJANGO_SETTINGS_MODULE"] = "config.settings.dev"
    command = [sys.executable, "manage.py", "drain_search_outbox", "--loop"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        for line in process.stderr:
            if "could not be drained" in line:
                break
        process.terminate()
        assert process.wait(20) == 0
