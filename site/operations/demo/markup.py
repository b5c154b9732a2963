"""The tiny markup of sample texts, so that long Russian texts stay readable in YAML.

A block ends at an empty line. `## ` opens a heading, lines with `- ` are a list, `> ` is a quote, lines
with `|` are rows of a table (its first row is the header); anything else is a paragraph, where line
breaks are spaces.
"""

from typing import Literal, NamedTuple


class Heading(NamedTuple):
    text: str
    kind: Literal["heading"] = "heading"


class Paragraph(NamedTuple):
    text: str
    kind: Literal["text"] = "text"


class Bullets(NamedTuple):
    items: tuple[str, ...]
    kind: Literal["list"] = "list"


class Quote(NamedTuple):
    text: str
    kind: Literal["quote"] = "quote"


class Table(NamedTuple):
    rows: tuple[tuple[str, ...], ...]
    kind: Literal["table"] = "table"


Block = Heading | Paragraph | Bullets | Quote | Table


def parse(source: str) -> tuple[Block, ...]:
    """Split a text into typed blocks.

    Raises:
        ValueError: a list is broken by a line of another kind, or rows of a table differ in length.
    """
    chunks = [chunk.strip() for chunk in source.split("\n\n")]
    return tuple(_block(chunk.splitlines()) for chunk in chunks if chunk)


def plain(blocks: tuple[Block, ...]) -> str:
    """All words of the blocks, a line for each paragraph, item or row."""
    return "\n".join(line for block in blocks for line in lines_of(block))


def lines_of(block: Block) -> tuple[str, ...]:
    if isinstance(block, Bullets):
        return block.items
    if isinstance(block, Table):
        return tuple(" | ".join(row) for row in block.rows)
    return (block.text,)


def _block(lines: list[str]) -> Block:
    first = lines[0]
    if first.startswith("## "):
        if len(lines) > 1:
            raise ValueError(f"an empty line is missing after the heading: {first}")
        return Heading(first[3:].strip())
    if first.startswith("- "):
        return Bullets(tuple(_marked(lines, "- ")))
    if first.startswith("> "):
        return Quote(" ".join(_marked(lines, "> ")))
    if first.startswith("|"):
        return _table(lines)
    return Paragraph(" ".join(line.strip() for line in lines))


def _marked(lines: list[str], mark: str) -> list[str]:
    stray = next((line for line in lines if not line.startswith(mark)), None)
    if stray is not None:
        raise ValueError(f"a line without «{mark}» inside its block: {stray}")
    return [line.removeprefix(mark).strip() for line in lines]


def _table(lines: list[str]) -> Table:
    rows = tuple(tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in lines)
    if len({len(row) for row in rows}) > 1:
        raise ValueError(f"rows of unequal length in the table: {lines[0]}")
    return Table(rows)
