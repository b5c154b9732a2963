"""Files of every kind made on the spot, good and bad; the words in them are ours."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from odf.opendocument import OpenDocumentText
from odf.table import Table, TableCell, TableRow
from odf.text import H, P
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader, PdfWriter


def uploaded(name, content):
    return SimpleUploadedFile(name, content)


def pdf(*pages):
    """A PDF with one line of Russian on each page (none means one empty page)."""
    codes = {chr(code): 128 + number for number, code in enumerate([*range(0x410, 0x450), 0x401, 0x451])}
    differences = " ".join(f"/uni{ord(char):04X}" for char in codes)
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b""]
    encoding = f"<< /Differences [128 {differences}] >>"
    font = f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {encoding} >>"
    bodies[2] = font.encode()
    kids = []
    for words in pages or [""]:
        line = bytes(codes.get(char, ord(char) if ord(char) < 128 else 63) for char in words)
        stream = b"BT /F1 14 Tf 50 700 Td (" + line + b") Tj ET"
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(bodies)
        )
        kids.append(b"%d 0 R" % len(bodies))
    bodies[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _pdf_file(bodies)


def _pdf_file(bodies):
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, start)
    return bytes(out)


def locked_pdf(user_password, owner_password="владелец"):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("secret"))))
    writer.encrypt(user_password, owner_password, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx(*paragraphs, table=(), header=""):
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    for row in table:
        cells = document.add_table(rows=1, cols=len(row)).rows[0].cells
        for cell, words in zip(cells, row, strict=True):
            cell.text = words
    if header:
        document.sections[0].header.paragraphs[0].text = header
    return _saved(document)


def pptx(*slides):
    """Slides as pairs: title, speaker's notes."""
    deck = Presentation()
    for title, notes in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = title
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
    return _saved(deck)


def odt(heading, *paragraphs, cells=()):
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text=heading))
    for words in paragraphs:
        document.text.addElement(P(text=words))
    if cells:
        table = Table()
        row = TableRow()
        for words in cells:
            cell = TableCell()
            cell.addElement(P(text=words))
            row.addElement(cell)
        table.addElement(row)
        document.text.addElement(table)
    return _saved(document)


def _saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_members(archive, **changes):
    """A copy of a ZIP: ``changes`` maps member names to new bytes, None takes a member away."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename not in changes:
                new.writestr(info, old.read(info.filename))
        for name, content in changes.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def picture(kind="JPEG", size=(60, 40), **options):
    out = io.BytesIO()
    Image.new("RGB", size, "seagreen").save(out, kind, **options)
    return out.getvalue()


def picture_with_place():
    """A JPEG that lies on its side and tells where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "Камера"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (55.0, 45.0, 1.0)
    return picture(exif=exif, comment=b"home address")
