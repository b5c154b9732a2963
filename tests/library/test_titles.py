"""Titles, stamps and kinds read from the first lines of a document."""

from datetime import date

import pytest

from knowledge.library.body import is_section, paragraphs
from knowledge.library.choices import Kind
from knowledge.library.importing.act import read_act

BODY = "\n\n1. Общие положения\n1.1. Методическое объединение учителей (ММО) работает. ММО собирается.\n"


@pytest.mark.parametrize(
    ("head", "title", "kind"),
    [
        (
            " Положение \n\nо районном объединении \nучителей музыки",
            "Положение о районном объединении учителей музыки",
            Kind.REGULATION,
        ),
        (
            "ПОЛОЖЕНИЕ\nо конкурсе педагогов  г. Заречного",
            "Положение о конкурсе педагогов г. Заречного",
            Kind.REGULATION,
        ),
        (
            "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ\nРУКОВОДИТЕЛЯ ОБЪЕДИНЕНИЯ (РМО)",
            "Должностная инструкция руководителя объединения (РМО)",
            Kind.JOB_DESCRIPTION,
        ),
        ("ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ\n\nметодиста", "Должностная инструкция методиста", Kind.JOB_DESCRIPTION),
        ("ПОЛОЖЕНИЕ О ГОРОДСКОЙ СЛУЖБЕ", "Положение о городской службе", Kind.REGULATION),
        ("ПОЛОЖЕНИЕ ОБ ММО УЧИТЕЛЕЙ", "Положение об ММО учителей", Kind.REGULATION),
        ("[bookmark: _GoBack]Порядок ведения банка", "Порядок ведения банка", Kind.PROCEDURE),
        ("План работы\nОбъединение собирается каждый месяц.", "План работы", Kind.PLAN),
        (
            "Методические рекомендации\n\nпо проведению уроков",
            "Методические рекомендации",
            Kind.RECOMMENDATIONS,
        ),
        ("О порядке заполнения карты", "О порядке заполнения карты", Kind.OTHER),
    ],
)
def test_titles_in_one_and_many_lines(head, title, kind):
    act = read_act(head + BODY, "имя файла")
    assert (act.title, act.kind) == (title, kind)
    assert (act.number, act.dated, act.issuer) == ("", None, "")


def test_a_name_of_a_town_in_capitals_is_learnt_from_the_text():
    act = read_act(
        "ПОЛОЖЕНИЕ\nО СЛУЖБЕ ГОРОДА КЛЁНОВА\n1. Цели\nВ городе Клёнова служба есть. Жители Клёнова рады.", ""
    )
    assert act.title == "Положение о службе города Клёнова"


@pytest.mark.parametrize(
    ("head", "number", "dated", "issuer"),
    [
        (
            " УТВЕРЖДЕНО  Приложение 1\n\nПриказ начальника отдела образования\n_31.08.2023___ № __252__\n\n",
            "252",
            date(2023, 8, 31),
            "Приказ начальника отдела образования",
        ),
        ("УТВЕРЖДАЮ\nДиректор центра\n«5» сентября 2024 г.\n\n", "", date(2024, 9, 5), ""),
        (
            "Утверждено\nприказом управления от 12.01.2022 № 14/1-О\n",
            "14/1-О",
            date(2022, 1, 12),
            "приказом управления",
        ),
        ("Приложение 2\nк приказу от 45.13.2022 № 7\n", "7", None, ""),
        ("УТВЕРЖДЕНО\n", "", None, ""),
    ],
)
def test_the_stamp_above_the_title(head, number, dated, issuer):
    act = read_act(f"{head}Положение о смотре кабинетов{BODY}", "")
    assert act.title == "Положение о смотре кабинетов"
    assert (act.number, act.dated, act.issuer) == (number, dated, issuer)


def test_a_stamp_with_its_parts_apart_and_without_a_title_known():
    act = read_act("УТВЕРЖДЕНО\n№ 5\nдиректором\n12.03.2024\nО порядке дежурства\n\n1. Цели\nДежурят.", "")
    assert (act.title, act.number, act.dated) == ("О порядке дежурства", "5", date(2024, 3, 12))


def test_an_order_bears_its_own_number():
    act = read_act("ПРИКАЗ\nот 02.09.2024 № 118\nг. Заречный\n\nО создании объединения\n\nПриказываю:", "")
    assert (act.kind, act.number, act.dated) == (Kind.ORDER, "118", date(2024, 9, 2))


def test_a_document_without_words_is_called_by_its_file():
    assert read_act("", "Скан 12").title == "Скан 12"
    assert read_act("\n1. Общие положения\n2. Цели", "Скан 12").title == "Скан 12"


@pytest.mark.parametrize(
    "line", ["I. Общие положения", "ГЛАВА 1", "2. Цель и задачи", "III. Функции", "Раздел 4 Права"]
)
def test_sections(line):
    assert is_section(line)


@pytest.mark.parametrize(
    "line", ["1. Объединение создаётся приказом.", "1.1. Общие слова", "2023 год", "Главное дело", ""]
)
def test_sentences_are_no_sections(line):
    assert not is_section(line)


def test_paragraphs_for_reading():
    found = paragraphs("I. Цели\n\n[bookmark: x]Первое дело.\n- учить;\n· дружить.")
    assert [tuple(one) for one in found] == [
        ("heading", "I. Цели"),
        ("text", "Первое дело."),
        ("item", "учить;"),
        ("item", "дружить."),
    ]
