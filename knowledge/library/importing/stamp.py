"""The stamp of approval above a title, or the number and date of an order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

OPENING = re.compile(
    r"^(?:утвержд|согласован|принят[оа]?\b|приложение\b|введен|введён|рассмотрен|к приказу)", re.IGNORECASE
)
ORDER = re.compile(r"^(?:приказ|постановлени|распоряжени|решени)", re.IGNORECASE)
NUMBER = re.compile(r"№\s*(?P<number>[\w][\w./-]*)")
NUMERIC_DATE = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
MONTHS = [
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
]
WORDED_DATE = re.compile(rf"[«\"]?(\d{{1,2}})[»\"]?\s+({'|'.join(MONTHS)})\s+(\d{{4}})", re.IGNORECASE)
LONGEST = 10
"""Lines a stamp may take; further down the same words are the document's own text."""
ISSUER_LENGTH = 255


@dataclass(frozen=True)
class Stamp:
    """``length`` is the number of lines the stamp takes at the head of the document."""

    number: str = ""
    dated: date | None = None
    issuer: str = ""
    length: int = 0


def read_stamp(lines: Sequence[str]) -> Stamp:
    """Return what the stamp says; ``lines`` are the document's first non-empty lines."""
    length = _length(lines[:LONGEST])
    words = [_plain(line) for line in lines[:length]]
    text = " ".join(words)
    number = NUMBER.search(text)
    issuer = next((line for line in words if ORDER.match(line)), "")
    return Stamp(
        number=number["number"].strip("./-")[:60] if number else "",
        dated=find_date(text),
        issuer=_without_particulars(issuer)[:ISSUER_LENGTH],
        length=length,
    )


def _length(lines: Sequence[str]) -> int:
    """Return how many lines belong to the stamp: up to its number or date, or to the title."""
    if not lines or not OPENING.match(_plain(lines[0])):
        return 0
    for position, line in enumerate(lines):
        words = _plain(line)
        if position and not (OPENING.match(words) or ORDER.match(words)) and is_title_start(words):
            return position
        if NUMBER.search(words) and find_date(words):
            return position + 1
    dated = [n for n, line in enumerate(lines) if NUMBER.search(_plain(line)) or find_date(_plain(line))]
    return dated[-1] + 1 if dated else 1


def is_title_start(line: str) -> bool:
    from .title import kind_of

    return kind_of(line) is not None


def _plain(line: str) -> str:
    """Return a line without the underscores of a form filled in by hand."""
    return " ".join(line.replace("_", " ").split())


def _without_particulars(line: str) -> str:
    return re.split(r"\s+от\s+[«\"\d]|\s*№", line)[0].strip(" ,.")


def find_date(text: str) -> date | None:
    """Return the first date of a text that is in the calendar."""
    for day, month, year in NUMERIC_DATE.findall(text):
        if found := _date(year, month, day):
            return found
    for day, month, year in WORDED_DATE.findall(text):
        if found := _date(year, MONTHS.index(month.lower()) + 1, day):
            return found
    return None


def _date(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
