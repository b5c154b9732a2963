"""Rebuilding beside a site that goes on changing, and counting the index against the database."""

import pytest
from django.core.management import CommandError, call_command

from search import rebuild as rebuilding
from search.drain import drain
from search.engines.base import IndexMissingError
from search.engines.embedded import EmbeddedEngine
from search.engines.writing import TantivyNewIndex
from search.models import IndexChange
from search.query import SearchQuery
from search.rebuild import compare, rebuild
from search.service import search
from tests.factories.search import NotePageFactory, SearchDocumentFactory
from tests.search.testapp.models import NotePage

pytestmark = pytest.mark.django_db


def titles() -> set[str]:
    return {hit.document.title for hit in search(SearchQuery("", per_page=50)).hits}


@pytest.mark.parametrize("drained", [True, False])
def test_changes_during_a_rebuild_reach_the_new_index(site_index, monkeypatch, drained):
    gone, kept = NotePageFactory(title="Уйдёт"), NotePageFactory(title="Останется")
    drain()
    put = TantivyNewIndex.put

    def slow_put(index, documents):
        count = put(index, documents)
        if not NotePage.objects.filter(title="Новая").exists():
            gone.unpublish()
            NotePageFactory(title="Новая")
            kept.title = "Осталась"
            kept.save()
            if drained:
                drain()  # to the old index, by another process
        return count

    monkeypatch.setattr(TantivyNewIndex, "put", slow_put)
    rebuild()
    assert titles() == {"Новая", "Осталась"}


def test_change_at_the_last_moment_waits_for_the_swap(site_index, monkeypatch):
    page = NotePageFactory(title="Уйдёт")
    drain()
    commit, commits = TantivyNewIndex.commit, []

    def late_commit(index):
        commit(index)
        commits.append(1)
        if len(commits) == 2:
            page.unpublish()
            drain()

    monkeypatch.setattr(TantivyNewIndex, "commit", late_commit)
    rebuild()
    assert len(commits) == 3
    assert titles() == set()


def test_failed_rebuild_leaves_the_old_index(site_index, monkeypatch):
    NotePageFactory(title="Маятник")
    drain()
    before = sorted(site_index.folders.root.iterdir())

    def fail():
        yield SearchDocumentFactory()
        raise RuntimeError

    monkeypatch.setattr(rebuilding, "documents", fail)
    with pytest.raises(RuntimeError):
        rebuild()
    assert sorted(site_index.folders.root.iterdir()) == before
    assert titles() == {"Маятник"}


def test_one_previous_index_is_kept(site_index):
    for _ in range(3):
        rebuild()
    assert len(site_index.folders.others()) == 1


def test_folder_that_another_rebuild_fills_is_spared(site_index):
    with site_index.rebuilding() as busy:
        for _ in range(3):
            rebuild()
        assert busy.folder.exists()


def test_readers_follow_the_swap_and_every_commit(site_index):
    reader = EmbeddedEngine(site_index.folders.root)
    assert list(reader.entries()) == []
    page = NotePageFactory()
    drain()
    assert [key for key, _ in reader.entries()] == [str(page.pk)]
    page.unpublish()
    rebuild()
    assert list(reader.entries()) == []


@pytest.mark.parametrize("pointer", ["v0-20200101", "../elsewhere", "", "v1-nothing", "Ё"])
def test_pointer_to_nothing_readable_is_a_missing_index(site_index, pointer):
    site_index.folders.pointer.write_text(pointer, encoding="utf-8")
    with pytest.raises(IndexMissingError):
        list(site_index.entries())
    assert search(SearchQuery("слово")).degraded
    rebuild()
    assert not search(SearchQuery("слово")).degraded


def test_damaged_index_is_built_anew_by_the_drainer(site_index):
    (site_index.folders.current() / "meta.json").write_text("{}")
    NotePageFactory(title="Маятник")
    drain()
    assert titles() == {"Маятник"}


def test_page_that_cannot_be_read_does_not_stop_a_rebuild(site_index):
    NotePageFactory(body="broken")
    NotePageFactory(title="Целая")
    assert rebuild() == 1
    assert titles() == {"Целая"}


class TestCheck:
    def test_agreement(self, site_index, capsys):
        NotePageFactory()
        drain()
        assert not compare()
        call_command("check_search_index")
        assert "1" in capsys.readouterr().out

    def test_every_kind_of_difference_is_counted(self, site_index, capsys):
        stale, extra = NotePageFactory(title="Старое"), NotePageFactory()
        drain()
        missing = NotePageFactory()
        NotePage.objects.filter(pk=stale.pk).update(body="Новое")
        NotePage.objects.filter(pk=extra.pk).update(live=False)
        found = compare()
        assert found.missing == (str(missing.pk),)
        assert found.stale == (str(stale.pk),)
        assert found.extra == (str(extra.pk),)
        assert found.compared == 2
        with pytest.raises(CommandError) as failure:
            call_command("check_search_index")
        assert failure.value.returncode == 1
        assert str(stale.pk) in capsys.readouterr().out

    def test_without_an_index(self, index_dir):
        with pytest.raises(CommandError):
            call_command("check_search_index")


def test_rebuild_command_counts(site_index, capsys):
    NotePageFactory.create_batch(3)
    call_command("rebuild_search_index")
    assert "3" in capsys.readouterr().out
    assert IndexChange.objects.pending().exists()  # the drainer still marks them


def test_large_sites_are_read_in_chunks(site_index, monkeypatch):
    monkeypatch.setattr("search.registry.CHUNK", 2)
    NotePageFactory.create_batch(5)
    assert rebuild() == 5
