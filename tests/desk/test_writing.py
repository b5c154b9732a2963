"""A teacher writes at the desk: nothing typed or attached is lost, whatever goes wrong."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document as Docx

from experience_bank.models import ExperiencePage, InnovationPage, MethodicalMaterialPage, WorkPage
from files.models import SiteDocument
from tests.factories.experience_bank import bank_for
from tests.factories.review import make_submittable, make_team

pytestmark = pytest.mark.django_db
CREATE = reverse("desk:create", args=["material"])


def docx(text="Текст вложения", name="работа.docx"):
    file, document = BytesIO(), Docx()
    document.add_paragraph(text)
    document.save(file)
    return SimpleUploadedFile(name, file.getvalue())


@pytest.fixture
def team():
    bank_for(MethodicalMaterialPage)
    return make_team()


@pytest.fixture
def teacher(client, team):
    client.force_login(team.teacher)
    return client


def latest(work):
    """The draft as the database has it, whatever the test still holds."""
    return type(work).objects.get(pk=work.pk).get_latest_revision().as_object()


def fields_of(response):
    """What a browser would send back from the form on the page."""
    form = response.context["form"]
    data = {}
    for bound in form:
        value = bound.value()
        if value not in (None, "", False) and bound.name not in ("files", "cover_file"):
            data[bound.html_name] = [getattr(v, "pk", v) for v in value] if isinstance(value, list) else value
    data["owner_mark"] = response.context["owner_mark"]
    return data


def test_a_draft_may_lack_everything(teacher, team):
    response = teacher.post(CREATE, {"key": str(uuid4())})
    work = MethodicalMaterialPage.objects.get()
    assert response.status_code == 302
    assert response.url == reverse("desk:edit", args=[work.pk])
    assert not work.live
    assert work.owner == team.teacher
    assert [author.educator.user for author in work.authors.all()] == [team.teacher]


@pytest.mark.parametrize(
    ("bank", "model"),
    [("material", MethodicalMaterialPage), ("experience", ExperiencePage), ("innovation", InnovationPage)],
)
def test_every_field_comes_back(teacher, team, bank, model):
    bank_for(model)
    sample = make_submittable(team, model)
    sent = {
        "key": str(uuid4()),
        "title": "Щука и ёж: урок №5 😀",
        "annotation": "<script>alert(1)</script> аннотация",
        "association": team.association.pk,
        "subjects": [subject.pk for subject in sample.subjects.all()],
        "text": "## Начало\n\nПервый абзац\nвторая строка\n\n- раз\n- два\n\n> цитата",
        "tags": "линзы, оптика",
        "grades": "8 класс",
        "links": "https://example.org/opyt",
        "heard_at": "заседание 12 октября, протокол № 3",
        "introduced_at": "Школа № 5, 2025\nГимназия, 2026",
        "author_kind": "person",
        "licence": sample.licence_id,
        "consent": "on",
    }
    response = teacher.post(reverse("desk:create", args=[bank]), sent, follow=True)
    assert response.status_code == 200
    again = fields_of(response)
    for name, value in sent.items():
        if name not in ("key", "consent"):
            assert str(again[name]) == str(value), name
    assert "<script>alert(1)" not in response.text
    work = model.objects.exclude(pk=sample.pk).get()
    assert work.slug.isascii()
    assert work.title == "Щука и ёж: урок №5 😀"


def test_the_same_form_sent_twice_makes_one_work(teacher):
    data = {"key": str(uuid4()), "title": "Один раз"}
    teacher.post(CREATE, data)
    teacher.post(CREATE, data)
    assert WorkPage.objects.count() == 1


def test_a_good_file_stays_when_a_bad_one_is_refused(teacher):
    bad = SimpleUploadedFile("пусто.docx", b"")
    data = {"key": str(uuid4()), "title": "С файлами", "files": [docx(), bad]}
    response = teacher.post(CREATE, data)
    assert response.status_code == 422
    assert "пусто.docx" in response.text
    work = MethodicalMaterialPage.objects.get()
    assert [item.document.title for item in work.attachments.all()] == ["работа"]
    assert work.title == "С файлами"


def test_files_stay_when_a_field_is_refused(teacher):
    data = {"key": str(uuid4()), "title": "т" * 1000, "annotation": "важный текст", "files": [docx()]}
    response = teacher.post(CREATE, data)
    assert response.status_code == 422
    assert "т" * 1000 in response.text
    assert "важный текст" in response.text
    assert SiteDocument.objects.count() == 1
    assert "работа" in response.text
    fixed = {**fields_of(response), "title": "Короче"}
    assert teacher.post(response.context["action"], fixed).status_code == 302
    work = MethodicalMaterialPage.objects.get()
    assert work.title == "Короче"
    assert work.attachments.count() == 1


def test_a_title_of_spaces_is_untitled_and_is_asked_for_at_submission(teacher, team):
    teacher.post(CREATE, {"key": str(uuid4()), "title": "   "})
    work = MethodicalMaterialPage.objects.get()
    response = teacher.post(reverse("desk:submit", args=[work.pk]))
    assert response.status_code == 422
    assert "id_title" in response.text
    assert work.current_workflow_state is None


def test_a_second_window_is_noticed_and_keeps_the_text(teacher, team):
    work = make_submittable(team)
    edit = reverse("desk:edit", args=[work.pk])
    first, second = fields_of(teacher.get(edit)), fields_of(teacher.get(edit))
    assert teacher.post(edit, {**first, "annotation": "из первого окна"}).status_code == 302
    response = teacher.post(edit, {**second, "annotation": "из второго окна"})
    assert response.status_code == 422
    assert "из второго окна" in response.text
    assert latest(work).annotation == "из первого окна"
    again = {**fields_of(response), "annotation": "из второго окна"}
    assert teacher.post(edit, again).status_code == 302
    assert latest(work).annotation == "из второго окна"


def test_autosave_answers_with_the_draft_and_its_version(teacher, team):
    data = {"key": str(uuid4()), "title": "Само сохранилось"}
    answer = teacher.post(CREATE, data, headers={"X-Autosave": "1"}).json()
    work = MethodicalMaterialPage.objects.get()
    assert answer["saved"]
    assert answer["address"] == reverse("desk:edit", args=[work.pk])
    more = {**data, "version": answer["version"], "title": "И ещё раз"}
    assert teacher.post(answer["address"], more, headers={"X-Autosave": "1"}).json()["saved"]
    assert work.revisions.count() == 1, "one person's savings share a revision"
    stale = teacher.post(answer["address"], more, headers={"X-Autosave": "1"})
    assert stale.status_code == 409
    assert not stale.json()["saved"]


def test_the_text_of_an_ended_session_is_there_after_sign_in(client, team):
    client.force_login(team.teacher)
    data = {**fields_of(client.get(CREATE)), "title": "Почти потерянное", "text": "Длинный текст"}
    client.logout()
    response = client.post(CREATE, data)
    assert response.status_code == 302
    assert reverse("account_login") in response.url
    assert WorkPage.objects.count() == 0
    session_cookie = client.cookies["sessionid"].value
    client.force_login(team.teacher)
    assert session_cookie
    response = client.get(CREATE)
    assert "Почти потерянное" in response.text
    assert "Длинный текст" in response.text


def test_another_person_at_the_same_computer_does_not_get_it(client, team):
    client.force_login(team.teacher)
    data = {**fields_of(client.get(CREATE)), "title": "Чужое"}
    client.logout()
    client.post(CREATE, data)
    client.force_login(team.head2)
    assert "Чужое" not in client.get(CREATE).text


def test_autosave_of_an_ended_session_says_so(client, team):
    response = client.post(CREATE, {"title": "x"}, headers={"X-Autosave": "1"})
    assert response.status_code == 401
    assert response.json() == {"saved": False, "signed_out": True}


def test_what_is_under_review_is_not_edited(teacher, team):
    work = make_submittable(team)
    teacher.post(reverse("desk:submit", args=[work.pk]))
    response = teacher.get(reverse("desk:edit", args=[work.pk]))
    assert response.status_code == 302
    before = work.specific.get_latest_revision().pk
    teacher.post(reverse("desk:edit", args=[work.pk]), {"title": "Подмена"})
    work.refresh_from_db()
    assert work.latest_revision_id == before


def test_a_draft_is_its_authors_only(client, team):
    work = make_submittable(team)
    for user in (team.head, team.head2, team.methodist, team.director):
        client.force_login(user)
        for name in ("work", "edit", "preview", "submit"):
            assert client.get(reverse(f"desk:{name}", args=[work.pk])).status_code == 404, (user, name)


def test_only_a_draft_never_submitted_is_deleted(teacher, team):
    work = make_submittable(team)
    teacher.post(reverse("desk:submit", args=[work.pk]))
    teacher.post(reverse("desk:recall", args=[work.pk]))
    teacher.post(reverse("desk:delete", args=[work.pk]))
    assert WorkPage.objects.filter(pk=work.pk).exists()
    fresh = make_submittable(team, title="Свежий черновик")
    teacher.post(reverse("desk:delete", args=[fresh.pk]))
    assert not WorkPage.objects.filter(pk=fresh.pk).exists()


def test_preview_shows_the_draft_to_its_author(teacher, team):
    work = make_submittable(team)
    response = teacher.get(reverse("desk:preview", args=[work.pk]))
    assert response.status_code == 200
    assert "Семь опытов с самодельной линзой" in response.text
    assert "no-store" in response["Cache-Control"]


def test_unknown_bank_is_not_found(teacher):
    assert teacher.get(reverse("desk:create", args=["cookbook"])).status_code == 404


def test_the_later_life_of_a_work_stands_on_its_card(teacher, team):
    work = make_submittable(
        team, links="https://example.org/opyt <script>", introduced_at="Школа № 5, 2025\nГимназия, 2026"
    )
    text = teacher.get(reverse("desk:preview", args=[work.pk])).text
    assert "Школа № 5, 2025; Гимназия, 2026" in text
    assert '<a href="https://example.org/opyt"' in text
    assert "<script>" not in text.replace('<script src="', "")
