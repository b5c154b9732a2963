"""Files and pictures of the sample: they open again, hold their text and are tagged."""

import io
import re
import time
import zipfile
from pathlib import Path

import pytest
from docx import Document
from odf.opendocument import load
from odf.teletype import extractText
from PIL import Image
from pptx import Presentation
from pydantic import ValidationError
from pypdf import PdfReader

from operations.demo import canvas
from operations.demo.base import Picture
from operations.demo.content import Content, load_content
from operations.demo.files import make
from operations.demo.markup import plain
from operations.demo.pictures import draw
from operations.demo.works import Attachment


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


def files_of(content: Content) -> list[Attachment]:
    return [
        *(file for work in content.works for file in work.attachments),
        *(act.file for act in content.library),
    ]


def test_bars_without_values_are_refused():
    with pytest.raises(ValidationError):
        Picture(kind="bars", title="x", alt="x", labels=("a",))


def read_back(kind: str, data: bytes) -> str:
    packed = io.BytesIO(data)
    if kind == "pdf":
        return "\n".join(page.extract_text() for page in PdfReader(packed).pages)
    if kind == "docx":
        document = Document(packed)
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    if kind == "pptx":
        shapes = [shape for slide in Presentation(packed).slides for shape in slide.shapes]
        return "\n".join(shape.text_frame.text for shape in shapes)
    return extractText(load(packed).text) if kind == "odt" else data.decode("utf-8")


@pytest.mark.parametrize("kind", ["docx", "pdf", "pptx", "odt", "txt"])
def test_files_open_again_and_hold_their_text(content, kind):
    files = [file for file in files_of(content) if file.kind == kind]
    assert files
    for file in files:
        # A PDF breaks words at line ends and a text file wraps them, so only letters and digits are compared.
        found = re.sub(r"[\W_]", "", read_back(kind, make(file)))
        for line in plain(file.blocks).splitlines():
            for part in line.split(" | "):
                assert re.sub(r"[\W_]", "", part) in found, f"{file.filename}: {part}"


@pytest.mark.parametrize("kind", ["docx", "pdf", "pptx", "odt", "txt"])
def test_every_block_survives_in_every_kind(kind):
    source = (
        "Вступление #не *разметка*\n\n## Глава\n\n> Слово\n\n- пункт\n\n| Шапка | Вторая |\n| клетка |  |"
    )
    data = make(Attachment(kind=kind, name="all-blocks", title="Всё сразу", content=source))
    found = read_back(kind, data)
    for text in ("Всё сразу", "#не *разметка*", "Глава", "Слово", "пункт", "Шапка", "клетка"):
        assert text.lower() in found.lower(), text


def test_files_are_the_same_every_time(content):
    for kind in ("docx", "pdf", "pptx", "txt"):
        file = next(file for file in files_of(content) if file.kind == kind)
        assert make(file) == make(file), kind


def test_pdf_is_tagged_titled_and_russian(content):
    file = next(file for file in files_of(content) if file.kind == "pdf")
    root = PdfReader(io.BytesIO(make(file))).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("ru")
    assert PdfReader(io.BytesIO(make(file))).metadata.title == file.title


def test_opendocument_keeps_its_type_first_and_plain(content):
    file = next(file for file in files_of(content) if file.kind == "odt")
    first = zipfile.ZipFile(io.BytesIO(make(file))).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_pictures_are_drawn_with_an_alternative(content):
    pictures = [item.picture for item in (*content.works, *content.news) if item.picture]
    assert len(pictures) >= 10
    for picture in pictures:
        image = Image.open(io.BytesIO(draw(picture)))
        assert image.size == (1200, 800)
        assert len(image.getcolors(256) or []) > 3
        assert 20 <= len(picture.alt) <= 160


def test_pictures_do_without_words_where_no_font_opens(content, monkeypatch):
    monkeypatch.setattr(canvas, "FONT", Path("/nowhere.woff2"))
    canvas.font.cache_clear()
    picture = next(work.picture for work in content.works if work.picture)
    assert Image.open(io.BytesIO(draw(picture))).size == (1200, 800)
    canvas.font.cache_clear()


def test_the_whole_set_is_made_quickly(content):
    started = time.perf_counter()
    for file in files_of(content):
        make(file)
    for item in (*content.works, *content.news):
        if item.picture:
            draw(item.picture)
    assert time.perf_counter() - started < 20
