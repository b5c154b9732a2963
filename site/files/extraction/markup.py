"""Paragraphs of XML parts, read as a stream: no tree is built and no entity is ever opened."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

PIECE = 64 * 1024
LONGEST = 100_000
"""Characters of one paragraph; a longer one is cut, or a forged file would gather in memory unseen."""


class ForbiddenMarkupError(ValueError):
    """The part declares a document type: office files never do, entity bombs must."""


@dataclass(frozen=True)
class Vocabulary:
    """Local names of one format's elements."""

    paragraphs: frozenset[str]
    texts: frozenset[str]
    """Elements whose characters count; empty means all characters inside a paragraph."""
    breaks: frozenset[str] = frozenset()
    gaps: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()


class _Reader:
    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.lines: list[str] = []
        self.line: list[str] = []
        self.paragraphs = self.texts = self.skipped = self.length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local in self.words.skipped:
            self.skipped += 1
        elif local in self.words.paragraphs:
            self.flush()
            self.paragraphs += 1
        elif local in self.words.breaks:
            self.flush()
        elif local in self.words.gaps:
            self.line.append(" ")
        if local in self.words.texts:
            self.texts += 1

    def end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if local in self.words.skipped:
            self.skipped -= 1
        elif local in self.words.paragraphs:
            self.flush()
            self.paragraphs -= 1
        if local in self.words.texts:
            self.texts -= 1

    def characters(self, data: str) -> None:
        inside = self.texts if self.words.texts else self.paragraphs
        if inside and not self.skipped:
            self.line.append(data)
            self.length += len(data)
            if self.length > LONGEST:
                self.flush()

    def flush(self) -> None:
        if self.line:
            self.lines.append("".join(self.line))
            self.line, self.length = [], 0


def _refuse_doctype(*args: object) -> None:
    raise ForbiddenMarkupError


def paragraphs(part: IO[bytes], words: Vocabulary) -> Iterator[str]:
    """Yield the paragraphs of one XML part.

    Raises:
        ForbiddenMarkupError: the part declares a document type.
        expat.ExpatError: the part is not well-formed.
    """
    reader = _Reader(words)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    while piece := part.read(PIECE):
        parser.Parse(piece, False)
        yield from reader.lines
        reader.lines.clear()
    parser.Parse(b"", True)
    reader.flush()
    yield from reader.lines
