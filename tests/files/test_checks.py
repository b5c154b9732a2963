"""Every reason to refuse a document, and what is taken."""

import io
import struct
import zipfile

import pytest
from django.core.exceptions import ValidationError

from files import archives
from files.checks import check_document
from files.refusals import MESSAGES
from tests.files import samples
from tests.files.samples import uploaded

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
TYPES = b'<Types><Override PartName="/word/document.xml" ContentType="x.macroEnabled.main+xml"/></Types>'


def refusal(name, content):
    with pytest.raises(ValidationError) as caught:
        check_document(uploaded(name, content))
    assert caught.value.messages[0]
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("План.pdf", samples.pdf("План")),
        ("План.PDF", samples.pdf("План", "Вторая")),
        ("work.docx", samples.docx("План", table=[["а", "б"]])),
        ("work.odt", samples.odt("План")),
        ("work.pptx", samples.pptx(("План", ""))),
        ("utf8.txt", "План работы".encode()),
        ("utf16.txt", "План работы".encode("utf-16")),
        ("cp1251.txt", "План работы".encode("cp1251")),
        ("koi8.txt", "План работы".encode("koi8-r")),
    ],
)
def test_good_files_are_taken_and_read_from_the_beginning(name, content):
    file = uploaded(name, content)
    checked = check_document(file)
    assert checked.size == len(content)
    assert checked.extension == name.rsplit(".", 1)[1].lower()
    assert checked.name.isascii()
    assert len(checked.hash) == 40
    assert file.tell() == 0


def test_a_pdf_locked_only_against_editing_is_taken():
    assert check_document(uploaded("a.pdf", samples.locked_pdf(""))).content_type == "application/pdf"


def test_nothing_and_too_much(settings):
    assert refusal("a.txt", b"") == "empty"
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 10
    assert refusal("a.txt", b"12345678901") == "too_large"
    assert check_document(uploaded("a.txt", b"1234567890")).size == 10


@pytest.mark.parametrize("name", ["a.exe", "a.docm", "a.html", "a.pdf.js", "without", "a.svg", "a.doc"])
def test_other_extensions_are_refused(name):
    assert refusal(name, b"anything") == "extension"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", samples.docx("x")),
        ("a.pdf", b"MZ" + b"\0" * 2000),
        ("a.docx", samples.pdf("x")),
        ("a.docx", samples.odt("x")),
        ("a.docx", samples.pptx(("x", ""))),
        ("a.docx", OLE),
        ("a.pptx", samples.docx("x")),
        ("a.odt", samples.docx("x")),
        ("a.odt", b"plain words"),
        ("a.txt", samples.pdf("x")),
        ("a.txt", samples.docx("x")),
        ("a.txt", b"text with \x00 inside"),
        ("a.txt", samples.picture()),
        ("a.txt", b"{\\rtf1 words}"),
    ],
)
def test_a_renamed_file_is_known_by_its_content(name, content):
    assert refusal(name, content) == "renamed"


def encrypted_zip():
    content = bytearray(samples.docx("x"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        content[at + offset : at + offset + 2] = struct.pack("<H", 1)
    return bytes(content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", samples.locked_pdf("секрет")),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le")),
        ("a.pptx", OLE + "EncryptedPackage".encode("utf-16-le")),
        ("a.docx", encrypted_zip()),
        (
            "a.odt",
            samples.with_members(
                samples.odt("x"), **{"META-INF/manifest.xml": b"<manifest><encryption-data/></manifest>"}
            ),
        ),
    ],
)
def test_protected_files_are_refused(name, content):
    assert refusal(name, content) == "password"


def forged_sum(content):
    """A DOCX whose document part does not match its checksum."""
    at = content.find(b"PK\x01\x02")
    while b"word/document.xml" not in content[at : at + 80]:
        at = content.find(b"PK\x01\x02", at + 4)
    return content[: at + 16] + b"\1\2\3\4" + content[at + 20 :]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", samples.docx("x" * 1000)[:-300]),
        ("a.docx", samples.docx("x")[:2000]),
        ("a.docx", forged_sum(samples.docx("x"))),
        ("a.odt", samples.odt("x")[:-60]),
        ("a.pdf", b"%PDF-1.4\nnothing more"),
        ("a.pdf", samples.pdf("x")[:60]),
        (
            "a.pdf",
            samples._pdf_file(
                [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]
            ),
        ),
    ],
)
def test_cut_and_damaged_files_are_refused(name, content):
    assert refusal(name, content) == "damaged"


def test_a_bomb_is_refused_by_its_list_without_unpacking(monkeypatch):
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *args, **kwargs: pytest.fail("unpacked"))
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        monkeypatch.undo()
        archive.writestr("word/document.xml", b"\0" * (30 * 1024 * 1024))
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *args, **kwargs: pytest.fail("unpacked"))
    assert refusal("a.docx", bomb.getvalue()) == "bomb"


def test_too_many_members_and_too_much_in_all_are_a_bomb(monkeypatch):
    content = samples.docx("x")
    monkeypatch.setattr(archives, "MAX_MEMBERS", 3)
    assert refusal("a.docx", content) == "bomb"
    monkeypatch.undo()
    monkeypatch.setattr(archives, "MAX_TOTAL", 1000)
    assert refusal("a.docx", content) == "bomb"


def test_a_list_that_lies_about_sizes_does_not_unpack_more(monkeypatch):
    content = samples.docx("x")
    monkeypatch.setattr(archives, "check_list", lambda members: None)
    monkeypatch.setattr(archives, "MAX_TOTAL", 1000)
    assert refusal("a.docx", content) == "bomb"


@pytest.mark.parametrize("inner", ["word/embeddings/pack.zip", "word/media/Setup.EXE"])
def test_archives_and_programs_inside_are_refused(inner):
    assert refusal("a.docx", samples.with_members(samples.docx("x"), **{inner: b"PK"})) == "nested"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", samples.with_members(samples.docx("x"), **{"word/vbaProject.bin": b"macro"})),
        ("a.docx", samples.with_members(samples.docx("x"), **{"[Content_Types].xml": TYPES})),
        ("a.odt", samples.with_members(samples.odt("x"), **{"Basic/Standard/Module1.xml": b"<m/>"})),
    ],
)
def test_macros_are_refused(name, content):
    assert refusal(name, content) == "macros"


def test_every_refusal_has_parameters_for_its_words():
    params = dict.fromkeys(("size", "limit", "extension", "accepted", "name", "pixels"), "x")
    assert all(str(message) % params for message in MESSAGES.values())
