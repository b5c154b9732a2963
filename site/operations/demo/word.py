"""Word documents of the sample."""

import io
from datetime import datetime
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from operations.demo.markup import Bullets, Heading, Quote, Table
from operations.demo.works import Attachment

WRITTEN = datetime(2026, 9, 1, 9, 0)
NOTICE = "Образец. Город Заречинск, имена и организации вымышлены."


def docx(attachment: Attachment) -> bytes:
    """Write headings, lists and tables with real styles, so that screen readers find them."""
    document = Document()
    _describe(document, attachment.title)
    document.add_heading(attachment.title, 0)
    for block in attachment.blocks:
        if isinstance(block, Heading):
            document.add_heading(block.text, 1)
        elif isinstance(block, Bullets):
            for item in block.items:
                document.add_paragraph(item, style="List Bullet")
        elif isinstance(block, Table):
            _table(document, block)
        else:
            document.add_paragraph(block.text, style="Quote" if isinstance(block, Quote) else None)
    document.sections[0].footer.paragraphs[0].text = NOTICE
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _describe(document: Any, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "Методический центр (образец)", "ru-RU"
    properties.comments, properties.last_modified_by = "", ""
    properties.created = properties.modified = WRITTEN
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    fonts = normal.element.get_or_add_rPr()
    language = fonts.makeelement(qn("w:lang"), {qn("w:val"): "ru-RU"})
    fonts.append(language)


def _table(document: Any, block: Table) -> None:
    table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    for number, row in enumerate(block.rows):
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
            if number == 0 and text:
                cell.paragraphs[0].runs[0].bold = True
    first = table.rows[0]._tr.get_or_add_trPr()
    first.append(first.makeelement(qn("w:tblHeader"), {}))
    document.add_paragraph()
