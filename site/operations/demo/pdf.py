"""Tagged PDF files of the sample, set by Typst: no system library and no system font."""

import json
from datetime import UTC
from pathlib import Path
from typing import Any

import typst

from operations.demo.markup import Block, Bullets, Table
from operations.demo.word import NOTICE, WRITTEN
from operations.demo.works import Attachment

TEMPLATE = Path(__file__).with_name("attachment.typ")


def pdf(attachment: Attachment) -> bytes:
    """Set the blocks as PDF/UA: title, language, headings, lists and tables are tagged.

    Texts travel as data, never as Typst source, so no character of theirs can act as markup.
    """
    told = {
        "title": attachment.title,
        "notice": NOTICE,
        "blocks": [_data(block) for block in attachment.blocks],
    }
    return typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"told": json.dumps(told, ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=WRITTEN.replace(tzinfo=UTC),
    )


def _data(block: Block) -> dict[str, Any]:
    if isinstance(block, Bullets):
        return {"kind": "list", "items": block.items}
    if isinstance(block, Table):
        return {"kind": "table", "rows": block.rows}
    return {"kind": block.kind, "text": block.text}
