"""A work's text goes to the desk as lines and comes back as the same blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.blocks import StreamValue

from experience_bank.blocks import WorkBody
from experience_bank.body_text import MAX_HEADING, from_text, to_text

IDENTIFIER = "0f4a7a52-6a0b-4f0e-9a55-0b3f0f7a7a11"
RICH = {"type": "rich_text", "value": "<p><b>Важно</b></p>", "id": IDENTIFIER}


def blocks(body):
    """Kinds and values, lists as plain words."""
    return [
        (
            block.block_type,
            [str(item) for item in block.value] if block.block_type == "list" else str(block.value),
        )
        for block in body
    ]


def read(text, previous=None):
    return blocks(from_text(text, previous))


def test_marks_make_blocks():
    text = "## Ход урока\n\nПервый абзац\nвторая строка\n\n- раз\n• два\n\n> слова\n> дальше"
    assert read(text) == [
        ("heading", "Ход урока"),
        ("paragraph", "Первый абзац\nвторая строка"),
        ("list", ["раз", "два"]),
        ("quote", "слова\nдальше"),
    ]


def test_kinds_change_within_one_part():
    assert [kind for kind, _value in read("Возьмите:\n- каплю\n- нить\nи смотрите")] == [
        "paragraph",
        "list",
        "paragraph",
    ]


@pytest.mark.parametrize("text", ["", "  \n \n\t\n", "\0"])
def test_nothing_makes_no_blocks(text):
    assert read(text) == []


@pytest.mark.parametrize("text", ["##", "- ", ">", "#Хештег", "-5 °C", "1. Первый"])
def test_what_only_resembles_a_mark_is_a_paragraph(text):
    assert read(text) == [("paragraph", text.strip())]


def test_a_heading_too_long_for_its_block_is_a_paragraph():
    assert read("## " + "я" * MAX_HEADING)[0][0] == "heading"
    assert read("## " + "я" * (MAX_HEADING + 1)) == [("paragraph", "я" * (MAX_HEADING + 1))]


def test_a_block_the_desk_cannot_write_comes_back_whole_and_in_its_place():
    body = StreamValue(
        WorkBody(),
        [{"type": "paragraph", "value": "До"}, RICH, {"type": "paragraph", "value": "После"}],
        is_lazy=True,
    )
    text = to_text(body)
    assert "Важно" not in text
    back = from_text(text.replace("До", "Раньше"), body)
    assert [block.block_type for block in back] == ["paragraph", "rich_text", "paragraph"]
    assert back.get_prep_value()[1] == RICH
    assert str(back[0].value) == "Раньше"


def test_a_deleted_mark_deletes_its_block_and_a_forged_one_brings_nothing():
    body = StreamValue(WorkBody(), [RICH], is_lazy=True)
    assert read("Только слова", body) == [("paragraph", "Только слова")]
    assert read(f"[[block {IDENTIFIER} kept]]") == []


words = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=40).map(
    lambda text: "я" + " ".join(text.split())
)
"""A line that begins with a letter, so that it is no mark."""
lines = st.lists(words, min_size=1, max_size=3).map("\n".join)
block_of = st.one_of(
    st.tuples(st.just("heading"), words),
    st.tuples(st.sampled_from(["paragraph", "quote"]), lines),
    st.tuples(
        st.just("list"),
        st.lists(words.map(lambda item: {"type": "item", "value": item}), min_size=1, max_size=3),
    ),
)


@given(st.lists(block_of, max_size=6))
def test_blocks_survive_the_way_there_and_back(made):
    body = StreamValue(WorkBody(), [{"type": kind, "value": value} for kind, value in made], is_lazy=True)
    assert blocks(from_text(to_text(body), body)) == blocks(body)


@given(st.text(max_size=300))
def test_any_text_is_read_and_settles_at_once(text):
    once = to_text(from_text(text))
    assert to_text(from_text(once)) == once
