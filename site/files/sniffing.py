"""What a file really is: one check for each kind, by content and never by name."""

import codecs
import re
from collections.abc import Callable
from typing import IO

from pypdf import PdfReader
from pypdf.errors import DependencyError

from . import archives
from .refusals import refuse

OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""An old Office container: what Office also wraps a password-protected .docx in."""
FOREIGN_HEADERS = (b"%PDF-", b"PK\x03\x04", OLE_HEADER, b"MZ", b"\x7fELF", b"{\\rtf", b"Rar!", b"7z\xbc\xaf")
TEXT_BEGINNING = 4 * 1024 * 1024
"""Bytes of a text that are looked through for signs of a binary file."""
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
ODT_TYPE = b"application/vnd.oasis.opendocument.text"


def check_pdf(file: IO[bytes]) -> None:
    """Refuse what has no PDF header, asks for a password to be read, or has no page that opens."""
    if b"%PDF-" not in file.read(1024):
        raise refuse("renamed", extension="pdf")
    file.seek(0)
    try:
        reader = PdfReader(file)
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = 0 if locked else len(reader.pages)
        if pages:
            _ = reader.pages[0].mediabox
    except DependencyError as error:
        raise refuse("password") from error
    # pypdf meets a broken file with any error at all: KeyError, RecursionError, its own.
    except Exception as error:
        raise refuse("damaged") from error
    if locked:
        raise refuse("password")
    if not pages:
        raise refuse("damaged")


def check_docx(file: IO[bytes]) -> None:
    _check_ooxml(file, "docx", "word/document.xml", b"wordprocessingml.document.main+xml")


def check_pptx(file: IO[bytes]) -> None:
    _check_ooxml(file, "pptx", "ppt/presentation.xml", b"presentationml.presentation.main+xml")


def _check_ooxml(file: IO[bytes], extension: str, part: str, part_type: bytes) -> None:
    start = file.read(8)
    if start == OLE_HEADER:
        raise refuse("password" if _mentions_encryption(file) else "renamed", extension=extension)
    if not start.startswith(b"PK"):
        raise refuse("renamed", extension=extension)
    with archives.opened(file) as archive:
        types = archives.read_entry(archive, "[Content_Types].xml")
        if b"macroEnabled" in types:
            raise refuse("macros")
        if part not in archive.namelist() or part_type not in types:
            raise refuse("renamed", extension=extension)
        archives.check_whole(archive)


def _mentions_encryption(file: IO[bytes]) -> bool:
    """Return whether an OLE container has the stream that only protected Office files have."""
    file.seek(0)
    tail = b""
    while piece := file.read(1024 * 1024):
        if "EncryptedPackage".encode("utf-16-le") in tail + piece:
            return True
        tail = piece[-64:]
    return False


def check_odt(file: IO[bytes]) -> None:
    if not file.read(4).startswith(b"PK"):
        raise refuse("renamed", extension="odt")
    with archives.opened(file) as archive:
        kind = archives.read_entry(archive, "mimetype").strip()
        if kind != ODT_TYPE or "content.xml" not in archive.namelist():
            raise refuse("renamed", extension="odt")
        if b"encryption-data" in archives.read_entry(archive, "META-INF/manifest.xml"):
            raise refuse("password")
        archives.check_whole(archive)


def check_txt(file: IO[bytes]) -> None:
    head = file.read(TEXT_BEGINNING)
    text = decode_text(head, cut=len(head) == TEXT_BEGINNING)
    if head.startswith(FOREIGN_HEADERS) or text is None or CONTROLS.search(text):
        raise refuse("renamed", extension="txt")


def decode_text(data: bytes, *, cut: bool = False) -> str | None:
    """Return text in whichever of UTF-8, UTF-16, CP1251 and KOI8-R it was written.

    Args:
        data: the bytes of a text file.
        cut: the bytes are a beginning only, so they may end inside a letter.

    Returns:
        The text, None if the bytes are no text in any of them.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _decode(data, encoding, cut)
    if (text := _decode(data, "utf-8", cut)) is not None:
        return text
    cyrillic = [text for encoding in ("cp1251", "koi8-r") if (text := _decode(data, encoding)) is not None]
    return max(cyrillic, key=_likely_russian, default=None)


def _decode(data: bytes, encoding: str, cut: bool = False) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data, final=not cut)
    except UnicodeDecodeError:
        return None


def _likely_russian(text: str) -> int:
    # Small letters of one encoding are the capitals of the other, and a text has more small ones.
    return sum(text.count(letter) for letter in "оеаинтсрвлкмдпу")


CHECKS: dict[str, Callable[[IO[bytes]], None]] = {
    "pdf": check_pdf,
    "docx": check_docx,
    "odt": check_odt,
    "pptx": check_pptx,
    "txt": check_txt,
}
