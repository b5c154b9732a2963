"""What a search finds and how it is counted, on the embedded engine itself."""

import datetime as dt

import pytest

from search.document import FileText
from search.query import SearchQuery
from search.registry import register_facet
from search.service import search, suggest
from tests.factories.search import SearchDocumentFactory as Document
from tests.search.conftest import fill


def titles(text: str, **options) -> list[str]:
    return [hit.document.title for hit in search(SearchQuery(text, **options)).hits]


@pytest.mark.parametrize(
    "texts",
    [
        (
            "ИКТ",
            "икт",
            "информационно-коммуникационные технологии",
            "Информационно-коммуникационных технологий",
        ),
        ("учёба", "учеба", "учебой"),
        ("лучший опыт", "лучшие практики", "положительный опыт", "передового опыта"),
    ],
)
def test_equivalents_have_the_same_hits(engine, texts):
    fill(
        engine,
        Document(title="Применение ИКТ на уроке"),
        Document(title="Урок", text="Здесь есть информационно-коммуникационные технологии."),
        Document(title="Технологии в столярной мастерской"),
        Document(title="Учёба в радость"),
        Document(title="О пользе учебы"),
        Document(title="Лучшие практики района"),
        Document(title="Обобщаем положительный опыт"),
        Document(title="Опыт с маятником"),
    )
    found = [sorted(titles(text)) for text in texts]
    assert len(found[0]) == 2
    assert all(one == found[0] for one in found)


def test_ambiguous_abbreviations_are_found_exactly(engine):
    fill(engine, Document(title="Положение об МО"), Document(title="Методическое объединение учителей"))
    assert titles("МО") == ["Положение об МО"]


def test_query_of_a_known_phrase_still_finds_with_other_words(engine):
    fill(engine, Document(title="ИКТ и наставничество"), Document(title="Наставничество"))
    assert titles("наставничество, информационно-коммуникационные технологии")[0] == "ИКТ и наставничество"


def test_any_word_finds_but_all_words_come_first_and_absence_is_said(engine):
    fill(engine, Document(title="Лабораторная работа"), Document(title="Работа по оптике лабораторная"))
    found = search(SearchQuery("лабораторная по оптике"))
    assert found.total == 2
    assert found.all_words
    assert found.hits[0].document.title == "Работа по оптике лабораторная"
    assert not search(SearchQuery("оптика скрипка")).all_words


def test_phrase_narrows(engine):
    fill(engine, Document(title="План урока"), Document(title="Урок по плану города"), Document(title="План"))
    assert titles('"план урока"') == ["План урока"]
    assert len(titles("план урока")) == 3
    assert titles('"плана городской урок"') == []
    assert titles('"план урока" "план города"') == []


def test_nearness_and_exact_form_lift(engine):
    fill(
        engine,
        Document(title="А", text="читательский обычный бумажный школьный летний дневник"),
        Document(title="Б", text="летний обычный бумажный школьный читательский дневник"),
    )
    assert titles("читательский дневник") == ["Б", "А"]
    fill(engine, Document(title="А", text="дневники"), Document(title="Б", text="дневник"))
    assert titles("дневник") == ["Б", "А"]


def test_newer_comes_first_among_equals(engine):
    fill(
        engine,
        Document(title="Старая", text="оптика", date=dt.date(2015, 9, 1)),
        Document(title="Новая", text="оптика", date=dt.date(2025, 9, 1)),
        Document(title="Без даты", text="оптика", date=None),
    )
    assert titles("оптика")[0] == "Новая"
    assert titles("оптика", sort="title") == ["Без даты", "Новая", "Старая"]
    assert titles("оптика", sort="date") == ["Новая", "Старая", "Без даты"]


def test_authors_and_files_are_found(engine):
    fill(
        engine,
        Document(title="А", authors=("Соколова Е. В.",)),
        Document(title="Б", files=(FileText("Программа_кружка.pdf", "Дифракция света"),)),
    )
    assert titles("Соколовой") == ["А"]
    assert titles("дифракции") == ["Б"]
    assert titles("программы кружков") == ["Б"]


def test_file_of_the_match_is_named(engine):
    files = (FileText("первый.pdf", "О погоде"), FileText("второй.pdf", "Опыты по дифракции света"))
    fill(engine, Document(title="Свет", text="Опыты со светом", files=files))
    (hit,) = search(SearchQuery("дифракция")).hits
    assert hit.file is not None
    assert hit.file.name == "второй.pdf"
    assert "<mark>дифракции</mark>" in hit.file.snippet_html
    (hit,) = search(SearchQuery("опыты")).hits
    assert hit.file is None


class TestFacets:
    @pytest.fixture(autouse=True)
    def _documents(self, engine):
        fill(
            engine,
            Document(
                title="Свет", facets={"subject": ("physics",)}, type="material", date=dt.date(2024, 1, 1)
            ),
            Document(title="Свет и тень", facets={"subject": ("physics", "art")}, type="experience"),
            Document(title="Свет в стихах", facets={"subject": ("literature",)}, type="material"),
            Document(title="Тень", facets={"subject": ("art",)}, type="material"),
        )

    def counts(self, text, **filters):
        found = search(SearchQuery(text, filters=filters))
        return found.total, {
            name: {value.value: value.count for value in facet.values} for name, facet in found.facets.items()
        }

    def test_every_value_is_counted(self):
        total, counts = self.counts("свет")
        assert total == 3
        assert counts["subject"] == {"physics": 2, "art": 1, "literature": 1}
        assert counts["type"] == {"material": 2, "experience": 1}
        assert list(counts["year"]) == ["2025", "2024"]

    def test_values_of_a_facet_add_up_and_are_counted_under_the_others(self):
        total, counts = self.counts("свет", subject=("physics", "literature"), type=("material",))
        assert total == 2
        assert counts["subject"] == {"physics": 1, "literature": 1}
        assert counts["type"] == {"material": 2, "experience": 1}

    def test_chosen_value_stays_at_zero(self):
        found = search(SearchQuery("тень", filters={"subject": ("physics",), "type": ("material",)}))
        assert found.total == 0
        chosen = [value for value in found.facets["subject"].values if value.selected]
        assert [(value.value, value.count) for value in chosen] == [("physics", 0)]

    def test_unknown_values_and_names_are_ignored(self):
        assert self.counts("свет", subject=("alchemy",), colour=("red",))[0] == 3
        assert self.counts("свет", subject=("alchemy", "art"))[0] == 1

    def test_value_that_a_room_knows_is_kept_though_nothing_has_it(self):
        names = {"physics": "Физика", "alchemy": "Алхимия"}
        register_facet(
            "subject", label="Предмет", labels=lambda values: {v: names[v] for v in values if v in names}
        )
        found = search(SearchQuery("свет", filters={"subject": ("alchemy",)}))
        assert found.total == 0
        assert found.facets["subject"].selected[0].label == "Алхимия"
        assert "Физика" in [value.label for value in found.facets["subject"].values]


class TestCorrection:
    @pytest.fixture(autouse=True)
    def _documents(self, engine):
        fill(
            engine,
            Document(title="Лабораторные работы по оптике"),
            Document(title="Наставничество молодых педагогов"),
            Document(title="Портфолио наставника", text="Методрекомендации Moodle"),
        )

    @pytest.mark.parametrize(
        ("typed", "shown"),
        [
            ("наставничесво", "наставничество"),
            ("лаборатонрые", "лабораторные"),
            ("портфолиоо", "портфолио"),
            ("пертфолио наставника", "портфолио наставника"),
            ("оптека", "оптике"),
            ("moodla", "moodle"),
        ],
    )
    def test_one_slip_is_corrected_and_said(self, typed, shown):
        found = search(SearchQuery(typed))
        assert found.corrected == shown
        assert found.total >= 1

    def test_known_words_and_exact_queries_stay(self):
        assert search(SearchQuery("оптика")).corrected is None
        assert search(SearchQuery("наставничеством")).corrected is None
        exact = search(SearchQuery("наставничесво", exact=True))
        assert (exact.corrected, exact.total) == (None, 0)

    def test_far_words_numbers_and_short_words_stay(self):
        for text in ("трансцендентность", "287", "опт", "методические рекомендации"):
            assert search(SearchQuery(text)).corrected is None

    def test_correction_that_finds_nothing_is_not_made(self):
        found = search(SearchQuery('наставничесво "которого нет"'))
        assert (found.corrected, found.total) == (None, 0)


class TestSuggestions:
    def test_titles_that_begin_so(self, engine):
        fill(
            engine,
            Document(title="Лабораторные работы", url="/a/"),
            Document(title="Ёлка в лаборатории", url="/b/"),
            Document(title="Работа", text="лаборатория", url="/c/"),
        )
        assert {one.url for one in suggest("лаб")} == {"/a/", "/b/"}
        assert [one.url for one in suggest("Лабораторные раб")] == ["/a/"]
        assert [one.url for one in suggest("елк")] == ["/b/"]
        assert suggest("скрипка") == []
        assert suggest(" ") == []

    def test_eight_at_most(self, engine):
        fill(engine, *(Document(title=f"Урок {n}") for n in range(20)))
        assert len(suggest("урок")) == 8


def test_without_an_index_the_answer_is_empty_and_says_so(index_dir):
    found = search(SearchQuery("свет"))
    assert (found.degraded, found.total, found.hits) == (True, 0, ())
    assert suggest("свет") == []


def test_damaged_index_degrades(engine):
    folder = engine.folders.current()
    (folder / "meta.json").write_text("{}")
    assert search(SearchQuery("свет")).degraded


def test_empty_query_lists_everything_newest_first(engine):
    fill(
        engine,
        Document(title="Старая", date=dt.date(2020, 1, 1)),
        Document(title="Новая", date=dt.date(2025, 1, 1)),
    )
    assert titles("") == ["Новая", "Старая"]


def test_depth_is_bounded(engine):
    fill(engine, *(Document() for _ in range(15)))
    assert len(search(SearchQuery("работа", page=2)).hits) == 5
    assert search(SearchQuery("работа", page=10**9)).hits == ()
    assert search(SearchQuery("работа")).pages == 2
