"""A folder becomes pages once, and every bad file is named."""

import io

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from files.models import SiteDocument
from knowledge.library.models import LibraryIndexPage, NormativeDocumentPage
from search.models import IndexChange
from tests.factories.library import LibraryIndexPageFactory
from tests.files import samples
from tests.library import regulations

pytestmark = pytest.mark.django_db

STAMP = "УТВЕРЖДЕНО\nПриказ начальника отдела образования\n31.08.2024 № 17\n\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(
        f"{STAMP}Положение о смотре кабинетов\n\n1. Цели\nСмотр.", encoding="cp1251"
    )
    (tmp_path / "b.docx").write_bytes(samples.docx("ПОЛОЖЕНИЕ", "о конкурсе уроков", "1. Цели", "Конкурс."))
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.pdf").write_bytes(samples.pdf("Порядок ведения банка"))
    (tmp_path / ".hidden.txt").write_text("скрыто")
    return tmp_path


def run(folder, *options):
    """Return what was said, what was complained of, and whether it ended well."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("import_library", str(folder), *options, stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), err.getvalue() + str(error), error.returncode
    return out.getvalue(), err.getvalue(), 0


def rows():
    return NormativeDocumentPage.objects.count(), SiteDocument.objects.count(), IndexChange.objects.count()


def test_a_folder_is_published_under_a_list_made_on_the_way(folder, client):
    assert run(folder)[2] == 0
    index = LibraryIndexPage.objects.get()
    assert index.slug == "library"
    assert index.get_parent().specific == Site.objects.get(is_default_site=True).root_page.specific
    pages = NormativeDocumentPage.objects.child_of(index).live()
    assert sorted(page.title for page in pages) == [
        "Положение о конкурсе уроков",
        "Положение о смотре кабинетов",
        "Порядок ведения банка",
    ]
    page = pages.get(source_name="a.txt")
    assert (page.act_number, str(page.act_date), page.issuer) == (
        "17",
        "2024-08-31",
        "Приказ начальника отдела образования",
    )
    assert page.slug == "polozhenie-o-smotre-kabinetov"
    assert page.document.attached_to_id == page.pk
    assert page.document.text.endswith("Смотр.")
    assert IndexChange.objects.filter(page_id=page.pk).exists()
    assert b"".join(client.get(page.document.url).streaming_content).endswith("Смотр.".encode("cp1251"))


def test_the_second_run_changes_nothing(folder):
    run(folder)
    before = rows()
    pages = list(NormativeDocumentPage.objects.values("pk", "latest_revision_id", "last_published_at"))
    assert run(folder)[2] == 0
    assert rows() == before
    assert (
        list(NormativeDocumentPage.objects.values("pk", "latest_revision_id", "last_published_at")) == pages
    )


def test_a_dry_run_writes_nothing_and_says_the_same(folder):
    before = rows(), Page.objects.count()
    said = run(folder, "--dry-run")
    assert (rows(), Page.objects.count()) == before
    assert said[2] == 0
    wet = run(folder)
    assert wet[0].splitlines()[:3] == said[0].splitlines()[:3]


def test_changed_content_of_the_same_name_is_a_new_text_of_the_page(folder):
    run(folder)
    page = NormativeDocumentPage.objects.get(source_name="a.txt")
    page.summary = "Написано редактором"
    page.title = "Исправлено редактором"
    page.save_revision().publish()
    words = f"{STAMP.replace('17', '18')}Положение о смотре\n\n1. Цели\nИначе."
    (folder / "a.txt").write_text(words, encoding="utf-8")
    assert run(folder)[2] == 0
    page.refresh_from_db()
    assert NormativeDocumentPage.objects.count() == 3
    assert page.document.text.endswith("Иначе.")
    assert page.act_number == "18"
    assert (page.title, page.summary) == ("Исправлено редактором", "Написано редактором")
    assert page.live
    assert page.revisions.count() == 3


def test_a_withdrawn_page_is_renewed_and_stays_withdrawn(folder):
    run(folder)
    page = NormativeDocumentPage.objects.get(source_name="a.txt")
    page.unpublish()
    (folder / "a.txt").write_text("Положение о смотре\n\n1. Цели\nИначе.", encoding="utf-8")
    assert run(folder)[2] == 0
    page.refresh_from_db()
    assert not page.live
    assert page.get_latest_revision_as_object().document.text.endswith("Иначе.")


def test_an_editors_unfinished_draft_is_not_lost(folder):
    run(folder)
    page = NormativeDocumentPage.objects.get(source_name="a.txt")
    page.summary = "Черновик"
    page.save_revision()
    (folder / "a.txt").write_text("Положение о смотре\nдругое", encoding="utf-8")
    _, complained, code = run(folder)
    assert code == 1
    assert "a.txt" in complained
    assert page.get_latest_revision_as_object().summary == "Черновик"


def test_bad_files_are_named_and_the_rest_goes_on(folder):
    (folder / "0.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "bad.docx").write_bytes(samples.pdf("x"))
    (folder / "z.csv").write_text("1;2")
    _, complained, code = run(folder)
    assert code == 1
    assert all(name in complained for name in ("0.pdf", "bad.docx", "z.csv"))
    assert NormativeDocumentPage.objects.count() == 3


def test_the_same_content_under_two_names_is_one_page(folder):
    (folder / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    assert run(folder)[2] == 0
    assert NormativeDocumentPage.objects.count() == 3


def test_another_list_can_be_named(folder):
    index = LibraryIndexPageFactory(parent=Site.objects.get(is_default_site=True).root_page, slug="acts")
    assert run(folder, "--under", "acts", "--level", "federal")[2] == 0
    assert set(NormativeDocumentPage.objects.child_of(index).values_list("level", flat=True)) == {"federal"}


def test_an_address_of_another_page_and_an_absent_folder_are_errors(folder):
    root = Site.objects.get(is_default_site=True).root_page
    root.add_child(title="Новости", slug="news")
    assert "news" in run(folder, "--under", "news")[1]
    assert "absent" in run(folder / "absent")[1]
    assert not NormativeDocumentPage.objects.exists()


@regulations.needed
def test_the_five_regulations():
    assert run(regulations.FOLDER)[2] == 0
    pages = {page.source_name[:3]: page for page in NormativeDocumentPage.objects.live()}
    assert len(pages) == 5
    assert pages["004"].title == "Положение о муниципальной методической службе"
    assert pages["003"].act_number == "252"
    assert not any("bookmark" in paragraph.text for page in pages.values() for paragraph in page.paragraphs())
    before = rows()
    assert run(regulations.FOLDER)[2] == 0
    assert rows() == before
