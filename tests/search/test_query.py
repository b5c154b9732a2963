import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query import MOST_WORDS, SearchQuery, clean, plan, replace_words
from search.service import search, suggest
from tests.factories.search import SearchDocumentFactory
from tests.search.conftest import fill


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1000, "слово " * 300, '"' * 50, "«»", '"незакрытая', "AND OR NOT", "title:* +(-)^~!?[]{}\\/",
        "\x00",
        "оптика\x00свет", "📚🎓", "и в на", "%", "'; DROP TABLE", "\u0301\u0301", "ß İ ǆ", "1/0", "\ud83d",
    ],
)  # fmt: skip
def test_any_text_is_safe(engine, text):
    fill(engine, SearchDocumentFactory(title="Слово об оптике"))
    search(SearchQuery(text))
    search(SearchQuery(text, filters={"subject": (text,)}, sort=text))
    suggest(text)


@given(st.text(max_size=200))
def test_plan_never_fails(text):
    made = plan(text)
    assert made.everything == (clean(text) == "")
    assert len(made.order) <= MOST_WORDS


def test_quotes_of_every_kind_make_phrases():
    for text in ('"план урока"', "«план урока»", "“план урока”", "„план урока“"):
        assert plan(text).quoted == (("план", "урок"),)
    assert plan('"план урока').quoted == ()


def test_only_stop_words_are_looked_for_literally():
    assert plan("и не только").literal is False
    assert plan("и то же").literal is True
    assert plan("!?").nothing


def test_replace_words_keeps_everything_else():
    assert replace_words('Оптека, "и свет"', {"оптека": "оптика"}) == 'оптика, "и свет"'


def test_first_page_starts_at_zero_whatever_is_asked():
    assert SearchQuery(page=-5).start == 0
    assert SearchQuery(page=3, per_page=20).start == 40
