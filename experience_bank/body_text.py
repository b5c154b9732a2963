"""A work's text as the desk shows it: plain lines, each kind of block with a mark of its own.

``## `` begins a heading, ``- `` an item of a list, ``> `` a quotation; empty lines part paragraphs.
A block the desk can't write (a picture, formatted text) stands as ``[[block …]]`` and comes back whole.
"""

import re
from typing import Any

from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from .blocks import WorkBody

KEPT = re.compile(r"^\[\[block ([0-9a-f-]{36})[^\]]*\]\]$")
RawBlock = dict[str, Any]
MAX_HEADING = 200


def to_text(body: StreamValue) -> str:
    """Return the blocks as lines."""
    return "\n\n".join(_block_text(block) for block in body)


def _block_text(block: Any) -> str:
    match block.block_type:
        case "heading":
            return f"## {block.value}"
        case "paragraph":
            return str(block.value)
        case "quote":
            return "\n".join(f"> {line}" for line in str(block.value).splitlines())
        case "list":
            return "\n".join(f"- {' '.join(str(item).split())}" for item in block.value)
        case other:
            return f"[[block {block.id} {_('kept as it is')}: {other}]]"


def from_text(text: str, previous: StreamValue | None = None) -> StreamValue:
    """Return the blocks of these lines; kept blocks are taken from ``previous``."""
    kept = {str(raw.get("id")): raw for raw in (previous.get_prep_value() if previous else [])}
    raw: list[RawBlock] = []
    # Word's soft breaks and the like end a line too: they may not hide inside one.
    plain = "\n".join(text.replace("\0", "").splitlines())
    for part in re.split(r"\n\s*\n", plain):
        if part.strip():
            raw.extend(_part_blocks(part.strip("\n"), kept))
    return StreamValue(WorkBody(), raw, is_lazy=True)


def _part_blocks(part: str, kept: dict[str, RawBlock]) -> list[RawBlock]:
    """Return the blocks of one part: runs of lines of the same kind."""
    blocks: list[RawBlock] = []
    for line in part.splitlines():
        kind, value = _line(line)
        last = blocks[-1] if blocks else None
        if kind == "kept":
            if value in kept:
                blocks.append(kept[value])
        elif kind == "list" and last and last["type"] == "list":
            last["value"].append(value)
        elif kind == "list":
            blocks.append({"type": "list", "value": [value]})
        elif kind in {"quote", "paragraph"} and last and last["type"] == kind:
            last["value"] += "\n" + value
        else:
            blocks.append({"type": kind, "value": value})
    return blocks


def _line(line: str) -> tuple[str, str]:
    stripped = line.strip()
    if found := KEPT.match(stripped):
        return "kept", found[1]
    for mark, kind in (("## ", "heading"), ("- ", "list"), ("• ", "list"), ("> ", "quote")):
        if stripped.startswith(mark) and stripped[len(mark) :].strip():
            text = stripped[len(mark) :].strip()
            return (kind, text) if kind != "heading" or len(text) <= MAX_HEADING else ("paragraph", text)
    return "paragraph", stripped
