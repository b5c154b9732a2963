import pytest

from search.analysis import STOP, fold, stem, stems, words
from search.synonyms import concepts


@pytest.mark.parametrize(
    "forms",
    [
        ("работа", "работы", "работе", "работами", "Работах"),
        ("учёба", "учеба", "УЧЁБЫ", "учебой"),
        ("наставничество", "наставничества", "наставничеством"),
        ("во\u0301лки", "волки", "вол\u00adки"),
        ("опыт", "опыта", "опыту", "опытом", "опыте", "опыты", "опытов", "опытах"),
        ("материал", "материала", "материалы", "материалов", "материалам"),
        ("экзамен", "экзамена", "экзаменов", "экзамене"),
        ("лицей", "лицея", "лицею", "лицеем", "лицее", "лицеи", "лицеев"),
        ("система", "систему", "систем", "системы"),
        ("норматив", "норматива", "нормативы", "нормативов"),
        ("организация", "организации", "организацией"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms):
    assert len({tuple(stems(form)) for form in forms}) == 1


def test_words_divide_at_hyphens_and_signs():
    assert words("Учебно-методический комплект №5, «5-й класс»; план_2024.docx") == [
        "учебно", "методический", "комплект", "5", "5", "й", "класс", "план", "2024", "docx",
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["доу", "иом", "оо", "гиа", "румо", "moodle", "2024", "мо", "уо", "пк"])
def test_abbreviations_latin_words_and_numbers_stay(word):
    assert stem(word) == word


def test_repaired_roots_do_not_swallow_other_words():
    assert stem("лице") == stem("лицо")
    assert stem("актив") != stem("акт")
    assert stem("менее") != stem("меню")
    assert stem("более") != stem("болел")


def test_abbreviations_do_not_fall_into_common_words():
    assert stem("доу") != stem("до")
    assert stem("удо") != stem("удой")


def test_stop_words_leave_the_stems_but_negations_stay():
    assert stems("Урок без оценок и не для всех") == [stem("урок"), "без", stem("оценок"), "не"]
    assert not {"не", "без", "нет"} & STOP


def test_fold_keeps_everything_but_case_accents_and_yo():
    assert fold("Ёж, СТО\u0301Л!") == "еж, стол!"


def test_long_scraps_are_cut():
    assert len(words("щ" * 500)[0]) == 40


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ИКТ", "информационно-коммуникационные технологии"),
        ("ИКТ", "информационно-коммуникационных технологиях"),
        ("лучший опыт", "передового опыта"),
        ("ЦОР", "электронный образовательный ресурс"),
        ("детские сады", "ДОУ"),
        ("отзыв", "рецензии"),
        ("РУМО", "районное учебно-методическое объединение"),
    ],
)
def test_equivalents_are_one_concept(one, other):
    assert concepts(stems(one)) == concepts(stems(other))
    assert concepts(stems(one))[0].expanded


@pytest.mark.parametrize("word", ["МО", "УО", "ПК", "УМО", "кабинет"])
def test_ambiguous_words_are_never_expanded(word):
    (concept,) = concepts(stems(word))
    assert concept.variants == ((stem(fold(word)),),)


def test_teaching_kit_is_never_a_cabinet():
    (concept,) = concepts(stems("УМК"))
    assert stem("кабинет") not in {root for variant in concept.variants for root in variant}


def test_phrase_inside_a_query_is_found_the_longest_first():
    found = concepts(stems("программа дошкольного образовательного учреждения летом"))
    assert [concept.expanded for concept in found] == [False, True, False]
    assert ("доу",) in found[1].variants
