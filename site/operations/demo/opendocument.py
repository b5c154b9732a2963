"""OpenDocument texts of the sample."""

import io
from typing import Any

from odf import dc, meta
from odf.opendocument import OpenDocumentText
from odf.style import Style, TextProperties
from odf.table import Table as OdfTable
from odf.table import TableCell, TableColumn, TableHeaderRows, TableRow
from odf.text import H, List, ListItem, P

from operations.demo.markup import Bullets, Heading, Table
from operations.demo.word import NOTICE, WRITTEN
from operations.demo.works import Attachment


def odt(attachment: Attachment) -> bytes:
    """Write a text with outline levels, real lists and tables with a header row."""
    document = OpenDocumentText()
    _describe(document, attachment.title)
    document.text.addElement(H(outlinelevel=1, text=attachment.title))
    for block in attachment.blocks:
        if isinstance(block, Heading):
            document.text.addElement(H(outlinelevel=2, text=block.text))
        elif isinstance(block, Bullets):
            document.text.addElement(_list(block))
        elif isinstance(block, Table):
            document.text.addElement(_table(block))
        else:
            document.text.addElement(P(text=block.text))
    document.text.addElement(P(text=NOTICE))
    packed = io.BytesIO()
    document.write(packed)
    return packed.getvalue()


def _describe(document: Any, title: str) -> None:
    written = WRITTEN.isoformat()
    for element in (dc.Title(text=title), dc.Language(text="ru-RU"), dc.Date(text=written)):
        document.meta.addElement(element)
    document.meta.addElement(meta.CreationDate(text=written))
    standard = Style(name="Standard", family="paragraph")
    standard.addElement(TextProperties(language="ru", country="RU", fontsize="11pt"))
    document.styles.addElement(standard)


def _list(block: Bullets) -> Any:
    items = List()
    for text in block.items:
        item = ListItem()
        item.addElement(P(text=text))
        items.addElement(item)
    return items


def _table(block: Table) -> Any:
    table = OdfTable()
    table.addElement(TableColumn(numbercolumnsrepeated=len(block.rows[0])))
    header = TableHeaderRows()
    header.addElement(_row(block.rows[0]))
    table.addElement(header)
    for row in block.rows[1:]:
        table.addElement(_row(row))
    return table


def _row(texts: tuple[str, ...]) -> Any:
    row = TableRow()
    for text in texts:
        cell = TableCell()
        cell.addElement(P(text=text))
        row.addElement(cell)
    return row
