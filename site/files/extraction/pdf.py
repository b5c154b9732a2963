"""PDF files by pypdf."""

import re
import time
from collections.abc import Generator
from typing import IO

from pypdf import PdfReader

from files.refusals import refuse

SECONDS = 60
"""A drawing can take minutes to read; the pages read by then are kept."""


def pdf_lines(file: IO[bytes]) -> Generator[str, None, int]:
    """Yield the text of the pages; return how many pages the file has."""
    reader = PdfReader(file)
    if reader.is_encrypted and not reader.decrypt(""):
        raise refuse("password")
    deadline = time.monotonic() + SECONDS
    pages = len(reader.pages)
    for page in reader.pages:
        if time.monotonic() > deadline:
            break
        text = page.extract_text()
        # A word broken at the end of a line is one word for the search.
        yield re.sub(r"(?<=[^\W\d_])-\n(?=[a-zа-яё])", "", text)
        yield ""
    return pages
