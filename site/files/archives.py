"""Looking into office files, which are ZIP archives, without ever unpacking more than we agreed to."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from .refusals import refuse

MAX_MEMBERS = 5_000
MAX_TOTAL = 200 * 1024 * 1024
"""Bytes of all members together, by the archive's own list and by what is really read."""
MAX_RATIO = 200
RATIO_FREE = 10 * 1024 * 1024
"""Below this many unpacked bytes the ratio is not looked at: empty tables compress a thousandfold."""
MAX_ENTRY = 64 * 1024
"""Bytes of a small entry read whole, such as the list of types."""
NESTED = (
    ".zip",
    ".rar",
    ".7z",
    ".gz",
    ".bz2",
    ".xz",
    ".tar",
    ".exe",
    ".dll",
    ".msi",
    ".bat",
    ".cmd",
    ".js",
    ".vbs",
)
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
    RuntimeError,
)
"""What the standard library raises on damaged archives; RuntimeError is its word for an encrypted member."""


@contextmanager
def opened(file: IO[bytes]) -> Iterator[zipfile.ZipFile]:
    """Open an archive after looking at its list only.

    Raises:
        ValidationError: damaged, a bomb, protected, or with programs inside.
    """
    try:
        file.seek(0)
        archive = zipfile.ZipFile(file)
    except ZIP_ERRORS as error:
        raise refuse("damaged") from error
    with archive:
        check_list(archive.infolist())
        yield archive


def check_list(members: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive by the sizes and names it declares."""
    total = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    if len(members) > MAX_MEMBERS or total > MAX_TOTAL or (total > RATIO_FREE and total / packed > MAX_RATIO):
        raise refuse("bomb")
    for member in members:
        name = member.filename.lower()
        if name.endswith("vbaproject.bin") or name.startswith(("basic/", "scripts/")):
            raise refuse("macros")
        if name.endswith(NESTED):
            raise refuse("nested", name=member.filename.rsplit("/", 1)[-1][:80])
        if member.flag_bits & 0x1:
            raise refuse("password")


def read_entry(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the beginning of an entry, ``b""`` when the archive has none of that name."""
    try:
        with archive.open(name) as entry:
            return entry.read(MAX_ENTRY)
    except KeyError:
        return b""
    except ZIP_ERRORS as error:
        raise refuse("damaged") from error


def check_whole(archive: zipfile.ZipFile) -> None:
    """Read every member through, piece by piece: a cut or forged one is found now and not by a reader."""
    left = MAX_TOTAL
    for member in archive.infolist():
        try:
            with archive.open(member) as entry:
                while piece := entry.read(1024 * 1024):
                    left -= len(piece)
                    if left < 0:
                        raise refuse("bomb")
        except ZIP_ERRORS as error:
            raise refuse("damaged") from error
