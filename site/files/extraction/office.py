"""Word, presentation and OpenDocument files."""

import re
import zipfile
from collections.abc import Generator
from typing import IO

from files import archives

from .markup import Vocabulary, paragraphs

WORD = Vocabulary(
    paragraphs=frozenset({"p"}),
    texts=frozenset({"t"}),
    breaks=frozenset({"br", "cr"}),
    gaps=frozenset({"tab"}),
    # A drawing stands in the file twice, for new and for old programs.
    skipped=frozenset({"Fallback", "del", "pPr"}),
)
DRAWING = Vocabulary(
    paragraphs=frozenset({"p"}), texts=frozenset({"t"}), breaks=frozenset({"br"}), gaps=frozenset({"tab"})
)
OPEN_TEXT = Vocabulary(
    paragraphs=frozenset({"p", "h"}),
    texts=frozenset(),
    breaks=frozenset({"line-break"}),
    gaps=frozenset({"tab", "s"}),
    skipped=frozenset({"tracked-changes", "annotation", "automatic-styles", "master-styles"}),
)
WORD_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
SLIDE = re.compile(r"^ppt/slides/slide(\d+)\.xml$")
NOTES_OF_SLIDE = re.compile(rb"notesSlides/(notesSlide\d+\.xml)\"")


def docx_lines(file: IO[bytes]) -> Generator[str, None, None]:
    """Yield headers, the body with its tables, then notes."""
    with archives.opened(file) as archive:
        names = sorted(archive.namelist())
        headers = [name for name in names if re.match(r"word/header\d*\.xml$", name)]
        for name in [*headers, "word/document.xml", *(note for note in WORD_NOTES if note in names)]:
            yield from _part(archive, name, WORD)


def pptx_lines(file: IO[bytes]) -> Generator[str, None, int]:
    """Yield the slides in order, each with the speaker's notes; return how many there are."""
    with archives.opened(file) as archive:
        names = set(archive.namelist())
        numbers = sorted(int(match[1]) for name in names if (match := SLIDE.match(name)))
        for number in numbers:
            yield from _part(archive, f"ppt/slides/slide{number}.xml", DRAWING)
            # Notes are numbered by themselves: only the slide's relations say which are its own.
            links = archives.read_entry(archive, f"ppt/slides/_rels/slide{number}.xml.rels")
            if (notes := NOTES_OF_SLIDE.search(links)) and f"ppt/notesSlides/{notes[1].decode()}" in names:
                yield from _part(archive, f"ppt/notesSlides/{notes[1].decode()}", DRAWING)
            yield ""
    return len(numbers)


def odt_lines(file: IO[bytes]) -> Generator[str, None, None]:
    with archives.opened(file) as archive:
        yield from _part(archive, "content.xml", OPEN_TEXT)


def _part(archive: zipfile.ZipFile, name: str, words: Vocabulary) -> Generator[str, None, None]:
    with archive.open(name) as part:
        yield from paragraphs(part, words)
