"""Text taken out of a file, made readable."""

import re
from typing import NamedTuple

ARTEFACT = re.compile(r"\[(?:bookmark|image|footnote|endnote|comment|field)\b[^\]\n]*\]", re.IGNORECASE)
"""Traces that converters leave: «[bookmark: _GoBack]»."""
SECTION = re.compile(
    r"^(?:(?:ГЛАВА|РАЗДЕЛ|Глава|Раздел|Приложение)\s+\S+|[IVXLCІХ]+\s*[.)]|\d{1,2}\s*[.)](?!\s*\d))\s*(?P<words>.*)$"
)
ITEM = re.compile(r"^[-–—·•*▪]\s*")
LONGEST_HEADING = 120


class Paragraph(NamedTuple):
    """``kind`` is ``heading``, ``item`` or ``text``."""

    kind: str
    text: str


def cleaned(text: str) -> str:
    """Return text without converters' traces, its lines stripped."""
    return "\n".join(line.strip() for line in ARTEFACT.sub("", text).split("\n"))


def is_section(line: str) -> bool:
    """Return whether a line opens a section: «I. Общие положения», «ГЛАВА 2», «3. Состав».

    Numbered sentences look alike but are long or end like sentences.
    """
    match = SECTION.match(line)
    if match is None or len(line) > LONGEST_HEADING:
        return False
    return not line.rstrip().endswith((".", ";", ",", ":")) or not match["words"]


def paragraphs(text: str) -> list[Paragraph]:
    found = []
    for line in cleaned(text).split("\n"):
        if not line:
            continue
        if is_section(line):
            found.append(Paragraph("heading", line))
        elif ITEM.match(line):
            found.append(Paragraph("item", ITEM.sub("", line)))
        else:
            found.append(Paragraph("text", line))
    return found
