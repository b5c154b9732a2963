"""The embedded index's one writer: opened for a batch, released at once so that another process may write."""

import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import tantivy

from search.document import SearchDocument

from . import schema
from .base import EngineBusyError, EngineError, IndexMissingError
from .folders import Folders

HEAP = 32_000_000
BULK_HEAP = 128_000_000
PATIENCE = 60.0
"""Seconds to wait for another process's batch."""


class TantivyBatch:
    """Changes of one writer; the folder they go to is fixed when the writer opens."""

    def __init__(self, writer: tantivy.IndexWriter) -> None:
        self._writer = writer

    def put(self, documents: Iterable[SearchDocument]) -> int:
        """Write documents in place of those with the same keys."""
        count = 0
        for count, document in enumerate(documents, 1):  # noqa: B007
            self._writer.delete_documents_by_term("key", document.key)
            self._writer.add_document(schema.to_index(document))
        return count

    def delete(self, keys: Iterable[str]) -> None:
        for key in keys:
            self._writer.delete_documents_by_term("key", key)

    def commit(self) -> None:
        try:
            self._writer.commit()
        except (ValueError, OSError) as error:
            raise EngineError(str(error)) from error


class TantivyNewIndex(TantivyBatch):
    """An index in a folder that nobody reads yet."""

    def __init__(self, writer: tantivy.IndexWriter, folders: Folders, folder: Path) -> None:
        super().__init__(writer)
        self._folders, self.folder = folders, folder

    @contextmanager
    def swap(self) -> Iterator[None]:
        """Hold the old index's writer while the caller replays and commits, then become current."""
        with ExitStack() as held:
            with suppress(IndexMissingError):
                held.enter_context(current_writer(self._folders))
            yield
            self._folders.point_to(self.folder)


@contextmanager
def _opened(folder: Path, heap: int, patience: float) -> Iterator[tantivy.IndexWriter]:
    """Open the writer of a folder, waiting while another process has it."""
    try:
        index = schema.prepare(tantivy.Index.open(str(folder)))
    except ValueError as error:
        raise IndexMissingError(f"{folder}: {error}") from error
    until = time.monotonic() + patience
    while True:
        try:
            writer = index.writer(heap, 1)
            break
        except ValueError as error:
            if "LockBusy" not in str(error):
                raise EngineError(str(error)) from error
            if time.monotonic() > until:
                raise EngineBusyError(str(folder)) from error
            time.sleep(0.05)
    try:
        yield writer
    finally:
        # Dropping the writer abandons merges, so segments would pile up; this also releases the lock.
        # What was not committed is forgotten.
        with suppress(ValueError, OSError):
            writer.wait_merging_threads()


@contextmanager
def current_writer(folders: Folders, patience: float = PATIENCE) -> Iterator[tantivy.IndexWriter]:
    """Open the writer of the folder in use; a swap that happened while waiting is followed."""
    while True:
        folder = folders.current()
        if folder is None:
            raise IndexMissingError(str(folders.root))
        with _opened(folder, HEAP, patience) as writer:
            if folders.current() == folder:
                yield writer
                return


@contextmanager
def new_index(folders: Folders) -> Iterator[TantivyNewIndex]:
    """Build an index aside; if the caller fails, its folder goes and the old index stays."""
    folder = folders.create()
    try:
        schema.prepare(tantivy.Index(schema.build(), path=str(folder)))
        with _opened(folder, BULK_HEAP, 0) as writer:
            yield TantivyNewIndex(writer, folders, folder)
    except BaseException:
        if folders.current() != folder:
            folders.remove(folder)
        raise
    remove_old(folders)


def remove_old(folders: Folders, keep: int = 1) -> None:
    """Remove all but the last folders, sparing one that another rebuild is still filling."""
    for folder in folders.others()[keep:]:
        try:
            with _opened(folder, HEAP, 0):
                pass
        except EngineBusyError:
            continue
        except (EngineError, ValueError, OSError):
            pass
        folders.remove(folder)
