"""Makes the sample attachments; the same data gives the same bytes.

Only .odt differs now and then: odfpy declares every namespace it has met since the process began.
"""

import io
import textwrap
import zipfile
from collections.abc import Callable

from operations.demo.markup import Bullets, Heading, Table
from operations.demo.opendocument import odt
from operations.demo.pdf import pdf
from operations.demo.slides import pptx
from operations.demo.word import docx
from operations.demo.works import Attachment

LINE_WIDTH = 90
SETTLED = (2026, 9, 1, 9, 0, 0)


def make(attachment: Attachment) -> bytes:
    """Write the file that an attachment describes.

    Returns:
        The whole file; its name is `attachment.filename`.
    """
    data = MAKERS[attachment.kind](attachment)
    return data if attachment.kind in ("pdf", "txt") else settle(data)


def txt(attachment: Attachment) -> bytes:
    """Plain UTF-8 text with Windows line ends, as office machines expect it."""
    lines = [attachment.title.upper(), ""]
    for block in attachment.blocks:
        if isinstance(block, Heading):
            lines += [block.text, "-" * len(block.text)]
        elif isinstance(block, Bullets):
            lines += [line for item in block.items for line in _wrapped(item, "- ")]
        elif isinstance(block, Table):
            lines += [" | ".join(row) for row in block.rows]
        else:
            lines += _wrapped(block.text, "")
        lines.append("")
    return "\r\n".join(lines).encode("utf-8")


def settle(archive: bytes) -> bytes:
    """Pack an office file anew with a fixed time, since its library stamps the moment of writing."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w") as new:
        for item in old.infolist():
            fixed = zipfile.ZipInfo(item.filename, SETTLED)
            # An OpenDocument's «mimetype» must stay first and uncompressed, or readers refuse the file.
            fixed.compress_type = item.compress_type
            new.writestr(fixed, old.read(item))
    return packed.getvalue()


def _wrapped(text: str, mark: str) -> list[str]:
    return textwrap.wrap(text, LINE_WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))


MAKERS: dict[str, Callable[[Attachment], bytes]] = {
    "docx": docx,
    "pdf": pdf,
    "pptx": pptx,
    "odt": odt,
    "txt": txt,
}
