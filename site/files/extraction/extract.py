"""From any accepted kind of file to plain text; a bad file gives an error in words, never an exception."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from files.sniffing import decode_text

from .office import docx_lines, odt_lines, pptx_lines
from .pdf import pdf_lines

logger = logging.getLogger(__name__)

MAX_CHARACTERS = 500_000
MAX_TEXT_BYTES = 4 * MAX_CHARACTERS
Lines = Iterator[str]
"""Paragraphs; a generator's return value is the number of pages or slides, None where there are none."""


@dataclass(frozen=True)
class Extracted:
    """``error`` is empty exactly when the whole file was read; ``text`` may still be empty (a scan)."""

    text: str
    error: str = ""
    pages: int | None = None


def txt_lines(file: IO[bytes]) -> Lines:
    data = file.read(MAX_TEXT_BYTES)
    yield from (decode_text(data, cut=len(data) == MAX_TEXT_BYTES) or "").splitlines()


READERS: dict[str, Callable[[IO[bytes]], Any]] = {
    "pdf": pdf_lines,
    "docx": docx_lines,
    "odt": odt_lines,
    "pptx": pptx_lines,
    "txt": txt_lines,
}


def extract_text(path_or_file: str | Path | IO[bytes], kind: str) -> str:
    """Return the text of a file of ``kind`` (an extension), ``""`` when it cannot be read."""
    return extract(path_or_file, kind).text


def extract(path_or_file: str | Path | IO[bytes], kind: str) -> Extracted:
    """Return at most ``MAX_CHARACTERS`` of normalised text, whatever was read before an error included."""
    reader = READERS.get(kind.lower())
    if reader is None:
        return Extracted("", _("Text of such files is not read."))
    lines: list[str] = []
    error, pages = "", None
    with ExitStack() as stack:
        try:
            file = _opened(path_or_file, stack)
            pages = _collect(reader(file), lines)
        except ValidationError as refused:
            error = refused.messages[0]
        # Libraries for foreign formats fail in every way there is; the document must stay usable.
        except Exception as failure:  # noqa: BLE001
            logger.warning("No text from a %s file: %s", kind, type(failure).__name__)
            error = _("The text could not be read: the file may be damaged.")
    return Extracted(normalised("\n".join(lines)), error, pages)


def _opened(path_or_file: str | Path | IO[bytes], stack: ExitStack) -> IO[bytes]:
    if isinstance(path_or_file, str | Path):
        return stack.enter_context(Path(path_or_file).open("rb"))
    path_or_file.seek(0)
    return path_or_file


def _collect(source: Any, lines: list[str]) -> int | None:
    """Fill ``lines`` up to the limit and return what the generator returned."""
    left = MAX_CHARACTERS
    while left > 0:
        try:
            line = next(source)
        except StopIteration as end:
            return end.value
        lines.append(line[:left])
        left -= len(line) + 1
    return None


def normalised(text: str) -> str:
    """Return text with single spaces, at most one empty line in a row and no invisible characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = re.sub(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]", "", text)
    text = re.sub(r"[^\S\n]+|[\x00-\x08\x0e-\x1f]", " ", text)
    text = re.sub(r" ?\n ?", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
