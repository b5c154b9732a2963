"""Text of every kind of file, and no exception from any of them."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from files.extraction import MAX_CHARACTERS, extract, extract_text, normalised
from tests.files import samples

BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
)


def read(content, kind):
    return extract(io.BytesIO(content), kind)


def test_pdf_with_russian_letters_and_pages():
    found = read(samples.pdf("Сертификат участника", "Вторая страница"), "pdf")
    assert found.text == "Сертификат участника\n\nВторая страница"
    assert (found.pages, found.error) == (2, "")


def test_docx_with_a_table_a_header_and_tabs():
    content = samples.docx("Первый\tабзац", table=[["Класс", "Тема"]], header="Колонтитул")
    assert read(content, "docx").text == "Колонтитул\nПервый абзац\nКласс\nТема"


def test_deleted_text_of_a_docx_is_not_read():
    body = (
        '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>осталось</w:t></w:r>'
        "<w:del><w:r><w:t>убрано</w:t></w:r></w:del><w:r><w:br/><w:t>ниже</w:t></w:r></w:p></w:body></w:document>"
    )
    content = samples.with_members(samples.docx("x"), **{"word/document.xml": body.encode()})
    assert read(content, "docx").text == "осталось\nниже"


def test_odt_with_a_heading_and_cells():
    found = read(samples.odt("Заголовок", "Абзац", cells=["один", "два"]), "odt")
    assert found.text == "Заголовок\nАбзац\nодин\nдва"


def test_pptx_in_the_order_of_slides_with_notes():
    deck = [(f"Слайд {number}", "Слова докладчика" if number == 2 else "") for number in range(1, 12)]
    found = read(samples.pptx(*deck), "pptx")
    assert found.pages == 11
    assert found.text.index("Слайд 2") < found.text.index("Слова докладчика") < found.text.index("Слайд 10")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_txt_in_the_encodings_people_use(encoding):
    words = "Положение о методическом объединении учителей"
    assert read(words.encode(encoding), "txt").text == words


def test_an_entity_bomb_is_an_error_in_words():
    content = samples.with_members(samples.docx("x"), **{"word/document.xml": BOMB})
    found = read(content, "docx")
    assert found.text == ""
    assert found.error


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.4 broken", "pdf"),
        (samples.locked_pdf("секрет"), "pdf"),
        (b"PK broken", "docx"),
        (samples.docx("x")[:-100], "docx"),
        (samples.with_members(samples.pptx(("x", "")), **{"ppt/slides/slide1.xml": b"<a"}), "pptx"),
        (b"words", "rtf"),
    ],
)
def test_bad_content_gives_an_error_and_no_exception(content, kind):
    found = read(content, kind)
    assert found.error
    assert found.pages is None


@pytest.mark.parametrize("kind", ["pdf", "docx", "odt", "pptx", "txt"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(content=st.binary(max_size=300))
def test_any_bytes_at_all(kind, content):
    assert isinstance(read(content, kind).text, str)


def test_the_text_is_limited():
    assert len(read(("слово " * MAX_CHARACTERS).encode(), "txt").text) <= MAX_CHARACTERS
    assert len(read(("я\n" * MAX_CHARACTERS).encode(), "txt").text) <= MAX_CHARACTERS


def test_one_endless_paragraph_is_cut():
    words = "слово " * 200_000
    body = f'<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>'
    content = samples.with_members(samples.docx("x"), **{"word/document.xml": body.encode()})
    found = read(content, "docx")
    assert "\n" in found.text
    assert len(found.text) <= MAX_CHARACTERS
    assert not found.error


def test_a_path_is_as_good_as_a_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("слова", encoding="utf-8")
    assert extract_text(path, "TXT") == "слова"
    assert extract_text(tmp_path / "absent.txt", "txt") == ""


def test_whitespace_is_put_in_order():
    assert normalised(" а\u00a0 б\t\r\n\n\n\n в\u00ad\u200bг \x0c") == "а б\n\nвг"
