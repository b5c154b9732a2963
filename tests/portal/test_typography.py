"""Typography, counting, letters of tiles."""

import pytest
from django.template import Context, Template
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st

from portal.typography import NBSP, abbreviation, initials, typographed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Опыт — сын ошибок", "Опыт~— сын ошибок"),
        ("Работа в школе и дома", "Работа в~школе и~дома"),
        ("приказ № 12", "приказ №~12"),
        ("приказ №12", "приказ №~12"),
        ("2025 г. в г. Сосновске", "2025~г. в~г.~Сосновске"),
        ("Е. В. Соколова", "Е.~В.~Соколова"),
        ("Соколова Е. В.", "Соколова Е.~В."),
        ("2 416 участников", "2~416 участников"),
        ("71 %", "71~%"),
        ("из-за дождя", "из-за дождя"),
        ("Не на", "Не~на"),
        ("", ""),
    ],
)
def test_no_break_spaces(text, expected):
    assert typographed(text) == expected.replace("~", NBSP)


@given(st.text(alphabet="аобвгл №—.19 -", max_size=60))
def test_only_spaces_change_and_twice_changes_nothing(text):
    once = typographed(text)
    assert once.replace(NBSP, "").replace(" ", "") == text.replace(NBSP, "").replace(" ", "")
    assert typographed(once) == once


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Физика", "Фз"),
        ("Математика", "Мт"),
        ("Информатика", "Ин"),
        ("Начальные классы", "НК"),
        ("Химия и биология", "ХБ"),
        ("История", "Ис"),
        ("ИЗО", "Из"),
        ("Яя", "Яя"),
        ("", ""),
    ],
)
def test_letters_of_a_tile(name, letters):
    assert abbreviation(name) == letters


def test_initials():
    assert initials("Соколова Елена Викторовна") == "СЕ"
    assert initials("") == ""


def render(source, **context):
    return Template("{% load interface %}" + source).render(Context(context))


def test_typo_escapes_text_and_keeps_markup():
    assert render("{{ x|typo }}", x="<b>в дом</b>") == "&lt;b&gt;в\u00a0дом&lt;/b&gt;"
    assert render("{{ x|typo }}", x=mark_safe("<b>в дом</b>")) == "<b>в\u00a0дом</b>"


def test_counts_carry_their_words():
    assert render('{{ n|counted:"works" }}', n=1284).startswith("1\u00a0284 ")
    assert render('{{ n|counted:"works" }}', n=None).startswith("0 ")
    with pytest.raises(KeyError):
        render('{{ n|counted:"elephants" }}', n=1)


def test_tiles_take_the_subjects_own_letters_and_colour():
    class Subject:
        abbreviation, area = "Фз", 4

    assert render("{{ x|abbreviation }}{{ x|area }}", x=Subject()) == "Фз4"
    assert render("{{ x|area }}", x="Физика") in "12345"
    assert render("{{ x|abbreviation }}", x=None) == ""


def test_icons_are_in_the_sprite():
    import re
    from pathlib import Path

    from django.conf import settings

    folder = Path(settings.BASE_DIR) / "templates"
    sprite = (folder / "static/img/icons.svg").read_text(encoding="utf-8")
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', sprite))
    used = set()
    for file in folder.rglob("*.html"):
        used |= set(re.findall(r'{% icon "([\w-]+)"', file.read_text(encoding="utf-8")))
    assert used
    assert used <= drawn, used - drawn
    assert 'href="/static/img/icons.svg#eye"' in render('{% icon "eye" %}')
