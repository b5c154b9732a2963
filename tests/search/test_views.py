import re

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.document import FileText
from search.evaluation import ndcg, recall
from tests.factories.search import NotePageFactory
from tests.factories.search import SearchDocumentFactory as Document
from tests.search.conftest import fill

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def title_of(response) -> str:
    return re.search(r"<title>(.*?)</title>", response.content.decode(), re.DOTALL).group(1)


@pytest.fixture
def documents(engine):
    attachment = FileText("приложение.pdf", "Дифракция")
    fill(
        engine,
        *(
            Document(title=f"Опыт {n}", facets={"subject": ("physics" if n % 2 else "art",)})
            for n in range(23)
        ),
        Document(title="Портфолио", files=(attachment,), authors=("Соколова Е. В.",)),
    )


def test_results_page_counts_in_title_and_text(client, documents):
    response = client.get("/search/", {"q": "опыт"})
    assert response.status_code == 200
    assert "23" in title_of(response)
    assert "«опыт»" in title_of(response)
    assert response.content.decode().count("<article") == 10
    assert not response.cookies


def test_facets_are_checkboxes_that_keep_their_state(client, documents):
    html = client.get("/search/?q=опыт&subject=physics").content.decode()
    assert '<input type="checkbox" name="subject" value="physics" checked>' in html
    assert '<input type="checkbox" name="subject" value="art">' in html
    assert html.count("<fieldset") >= 3


def test_chips_lead_to_the_search_without_them(client, documents):
    response = client.get("/search/?q=опыт&subject=physics&subject=art&page=2")
    urls = [item.url for item in response.context["applied"]]
    assert len(urls) == 3
    for url in urls:
        assert client.get(f"/search/{url}").status_code == 200
        assert "page=" not in url
    assert client.get(f"/search/{urls[-1]}").context["query"].filters["subject"] in [("physics",), ("art",)]


def test_pages_turn_and_keep_the_search(client, documents):
    response = client.get("/search/?q=опыт&subject=art&subject=physics&page=2")
    html = response.content.decode()
    assert 'rel="next"' in html
    assert 'rel="prev"' in html
    following = re.search(r'href="(\?[^"]*page=3)"', html).group(1).replace("&amp;", "&")
    assert len(client.get(f"/search/{following}").context["results"].hits) == 3
    assert client.get("/search/?q=опыт&page=4").status_code == 404
    assert client.get(f"/search/?q=опыт&page={10**12}").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "", "page=0", "page=-1", "page=two", "page=²", "sort=magic", "subject=none", "year=%00", "type=",
        "q=%00", "q=%FF", "q=" + "%D1%8F" * 1000, "q=%F0%9F%93%9A", "q=%22", "exact=2", "nonsense=1",
        "subject=" + "&subject=".join(map(str, range(200))),
    ],
)  # fmt: skip
def test_any_address_is_answered(client, documents, query):
    assert client.get(f"/search/?{query}").status_code == 200


def test_correction_is_said_and_can_be_refused(client, documents):
    response = client.get("/search/?q=портфолиоо")
    assert response.context["results"].corrected == "портфолио"
    assert client.get(f"/search/{response.context['exact_url']}").context["results"].total == 0


def test_file_of_the_match_is_named(client, documents):
    text = text_of(client.get("/search/?q=дифракция"))
    assert "приложение.pdf" in text
    assert "Соколова Е. В." in text


def test_absence_of_all_words_is_said(client, documents):
    found = client.get("/search/?q=опыт+дифракция").content.decode()
    alone = client.get("/search/?q=дифракция").content.decode()
    assert found.count('role="note"') == alone.count('role="note"') + 1


def test_empty_page_offers_ways_out(client, documents):
    response = client.get("/search/?q=трансцендентность&subject=art")
    assert response.status_code == 200
    html = response.content.decode()
    assert 'class="empty"' in html
    ways = response.context["ways"]
    assert len(ways) >= 3
    assert "subject" not in ways[0][1]
    assert 'value="art" checked' in html


def test_without_an_index_the_page_says_so(client, index_dir):
    response = client.get("/search/?q=опыт&page=7")
    assert response.status_code == 200
    assert response.context["results"].degraded
    assert client.get("/search/suggest/?q=опыт").json() == {"suggestions": []}


def test_nothing_typed_or_stored_becomes_markup(client, engine):
    evil = '"><script>alert(1)</script>'
    fill(
        engine,
        Document(title=f"опыт {evil}", text=evil, authors=(evil,), facets={"subject": (evil,)}, type=evil,
                 files=(FileText(evil, "дифракция"),)),
    )  # fmt: skip
    html = client.get("/search/", {"q": f"опыт дифракция {evil}", "subject": evil}).content.decode()
    assert "<script>alert" not in html
    assert "&lt;<mark>script</mark>&gt;" in html


def test_only_reading_is_allowed(client, documents):
    assert client.post("/search/").status_code == 405
    assert client.head("/search/?q=опыт").status_code == 200


def test_suggestions_are_json(client, documents):
    rows = client.get("/search/suggest/?q=портф").json()["suggestions"]
    assert [row["title"] for row in rows] == ["Портфолио"]
    assert set(rows[0]) == {"title", "url", "type"}
    assert len(client.get("/search/suggest/?q=опыт").json()["suggestions"]) == 8
    assert client.get("/search/suggest/").json() == {"suggestions": []}


def test_number_of_sql_queries_does_not_depend_on_results(client, engine):
    NotePageFactory.create_batch(2)

    def queries(url: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    fill(engine, Document(title="Опыт", facets={"subject": ("a",)}))
    client.get("/search/")
    few = queries("/search/?q=опыт&subject=a")
    fill(engine, *(Document(title=f"Опыт {n}", facets={"subject": (f"s{n}", "a")}) for n in range(60)))
    assert queries("/search/?q=опыт&subject=a") == few
    assert few <= 20
    assert queries("/search/suggest/?q=опыт") == 0


class TestEvaluation:
    @pytest.fixture
    def beir(self, tmp_path):
        folder = tmp_path / "beir"
        (folder / "qrels").mkdir(parents=True)
        (folder / "corpus.jsonl").write_text(
            '{"_id": "1", "title": "Оптика", "text": "Опыты со светом"}\n'
            '{"_id": "2", "title": "", "text": "Читательский дневник"}\n\n'
            '{"_id": "3", "text": "Ничего об этом"}\n'
        )
        (folder / "queries.jsonl").write_text(
            '{"_id": "a", "text": "опытами по оптике"}\n{"_id": "b", "text": "читательских дневников"}\n'
            '{"_id": "c", "text": "без оценок"}\n'
        )
        (folder / "qrels" / "test.tsv").write_text(
            "query-id\tcorpus-id\tscore\na\t1\t2\na\t3\t0\nb\t2\t1\nb\t1\t1\n"
        )
        return folder

    def test_command_prints_the_measures(self, beir, capsys, index_dir):
        call_command("evaluate_search", beir)
        shown = dict(line.rsplit(" ", 1) for line in capsys.readouterr().out.splitlines())
        assert shown["queries"] == "2"
        assert shown["documents"] == "3"
        assert float(shown["recall@10"]) == 0.75
        assert float(shown["nDCG@10"]) == pytest.approx((1 + 1 / (1 + 1 / 1.58496)) / 2, abs=1e-3)
        assert float(shown["p95 ms"]) >= float(shown["p50 ms"]) > 0
        assert not index_dir.exists()

    def test_folder_of_something_else_is_refused(self, beir, tmp_path):
        with pytest.raises(CommandError):
            call_command("evaluate_search", tmp_path / "nowhere")
        (beir / "qrels" / "test.tsv").write_text("heading\n")
        with pytest.raises(CommandError):
            call_command("evaluate_search", beir)

    def test_measures(self):
        assert ndcg(["x", "y"], {"y": 1}) == pytest.approx(1 / 1.58496, abs=1e-4)
        assert ndcg([], {}) == 0
        assert recall(["x"], {"x": 1, "y": 1}) == 0.5
        assert recall(["x"], {}) == 0
