"""What the text of a document says about the document itself."""

from dataclasses import dataclass
from datetime import date

from knowledge.library.body import cleaned
from knowledge.library.choices import Kind

from .stamp import Stamp, read_stamp
from .title import SEARCHED, read_title


@dataclass(frozen=True)
class Act:
    """Particulars of a document; empty where its text is silent."""

    title: str
    kind: Kind
    number: str = ""
    dated: date | None = None
    issuer: str = ""


def read_act(text: str, fallback: str) -> Act:
    """Return the particulars at the head of ``text``; ``fallback`` is the title if there are no words."""
    lines = cleaned(text).split("\n")
    filled = [number for number, line in enumerate(lines) if line][: SEARCHED * 2]
    stamp = read_stamp([lines[number] for number in filled])
    after = filled[stamp.length] if stamp.length < len(filled) else 0
    title, kind = read_title(lines[after:], text)
    if kind is Kind.ORDER and not stamp.length:
        stamp = _of_order([lines[number] for number in filled])
    return Act(title or fallback, kind, stamp.number, stamp.dated, stamp.issuer)


def _of_order(lines: list[str]) -> Stamp:
    """Return number and date of a document that is an order itself: they stand under its heading."""
    return read_stamp(["Утверждено", *lines])
