"""What readers of the banks see: lists, a work, its files, its reference, its document for the search."""

import datetime as dt
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction

from experience_bank.models import MethodicalMaterialPage
from files.models import SiteDocument
from knowledge.people.models import EducatorRecord
from knowledge.vocabularies.models import MaterialType, Subject
from review.actions import Submit
from search.models import IndexChange
from tests.factories.accounts import UserFactory
from tests.factories.experience_bank import bank_for, make_educator, make_work, recommend
from tests.factories.review import make_submittable, make_team

pytestmark = pytest.mark.django_db
QUERIES = 25


@pytest.fixture
def subjects():
    return [
        Subject.objects.create(name=name, slug=slug)
        for name, slug in (("Физика", "fizika"), ("Химия", "himiya"))
    ]


@pytest.fixture
def bank():
    return bank_for(MethodicalMaterialPage)


def counts(response, name):
    facet = next(facet for facet in response.context["facets"] if facet.name == name)
    return {value.value: value.count for value in facet.values}


def published(**fields):
    return make_work(state="published", **fields)


def copies(work, number, start=0):
    """Add live works past treebeard, so that a large bank is made quickly."""
    parent = work.get_parent()
    for index in range(start, number):
        copy = MethodicalMaterialPage.objects.get(pk=work.pk)
        copy.pk = copy.id = copy.page_ptr_id = copy.workpage_ptr_id = None
        copy.path = parent.path + f"{index + 100:04d}"
        copy.slug, copy.url_path, copy.numchild = f"kopiya-{index}", f"{work.url_path}{index}/", 0
        copy.translation_key = uuid4()
        copy._state.adding = True
        copy.save(clean=False)


def test_values_of_a_filter_widen_and_filters_narrow(client, bank, subjects):
    kind = MaterialType.objects.create(name="Конспект", slug="konspekt")
    other = MaterialType.objects.create(name="Программа", slug="programma")
    first = published(subjects=[subjects[0]], material_type=kind)
    second = published(subjects=[subjects[1]], material_type=other)
    published(material_type=other)
    wide = client.get(bank.url, {"subject": ["fizika", "himiya"]})
    assert {row["title"] for row in wide.context["rows"]} == {first.title, second.title}
    narrow = client.get(bank.url, {"subject": ["fizika", "himiya"], "kind": "konspekt"})
    assert [row["title"] for row in narrow.context["rows"]] == [first.title]
    assert counts(narrow, "subject") == {"fizika": 1, "himiya": 0}, "counts stand under the other filters"
    assert counts(narrow, "kind") == {"konspekt": 1, "programma": 1}


def test_a_work_of_two_subjects_counts_once(client, bank, subjects):
    published(subjects=subjects)
    response = client.get(bank.url, {"subject": ["fizika", "himiya"]})
    assert response.context["total"] == 1


def test_unknown_values_are_ignored(client, bank, subjects):
    published(subjects=subjects)
    asked = {"subject": "net", "year": "20x6", "sort": "drop table", "page": "abc", "nothing": "1"}
    response = client.get(bank.url, asked)
    assert response.context["total"] == 1
    assert response.context["applied"] == []


@pytest.mark.parametrize("page", ["2", "0", "-1", "99999999999999999999"])
def test_beyond_the_end_there_is_nothing(client, bank, page):
    published()
    assert client.get(bank.url, {"page": page}).status_code == 404


def test_drafts_are_not_listed(client, bank):
    make_work()
    response = client.get(bank.url)
    assert response.context["total"] == 0


def test_queries_do_not_grow_with_the_bank(client, bank, subjects, django_assert_max_num_queries):
    work = published(subjects=subjects, authors=[make_educator()])
    copies(work, 40)
    client.get(bank.url)
    with django_assert_max_num_queries(QUERIES) as few:
        client.get(bank.url, {"subject": "fizika"})
    copies(work, 400, start=40)
    with django_assert_max_num_queries(QUERIES) as many:
        response = client.get(bank.url, {"subject": "fizika"})
    assert response.status_code == 200
    assert len(many) == len(few)
    assert MethodicalMaterialPage.objects.live().count() == 401


def test_a_works_page_takes_few_queries(client, subjects, django_assert_max_num_queries):
    work = published(subjects=subjects, authors=[make_educator(), make_educator("Громов")], tags=["оптика"])
    recommend(work)
    for _number in range(5):
        published(subjects=subjects, authors=[make_educator()])
    client.get(work.url)
    with django_assert_max_num_queries(QUERIES):
        assert len(client.get(work.url).context["similar"]) == 4


def test_no_field_lets_a_script_through(client):
    evil = "<script>alert(1)</script>"
    work = published(
        title=evil,
        annotation=evil,
        grades=evil,
        tags=[evil],
        authors=[make_educator(evil, position=evil)],
        body=[("heading", evil), ("paragraph", evil), ("list", [evil]), ("quote", evil)],
    )
    recommend(
        work, grounds=evil, office_held=evil, minutes_number=evil[:40], minutes_date=dt.date(2026, 1, 2)
    )
    for address in (work.url, work.get_parent().url):
        text = client.get(address).content.decode()
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert" in text


@pytest.mark.parametrize(
    ("number", "begins", "names"),
    [
        (1, "Абова, Е. В. Опыты / Е. В. Абова. — ", True),
        (2, "Абова, Е. В. Опыты / Е. В. Абова, Е. В. Бобова. — ", True),
        (4, "Опыты / Е. В. Абова, Е. В. Бобова, Е. В. Вовова, Е. В. Гогова. — ", True),
        (5, "Опыты / Е. В. Абова, Е. В. Бобова, Е. В. Вовова [и др.]. — ", False),
    ],
)
def test_the_reference_names_authors_by_the_standard(client, number, begins, names):
    people = [make_educator(surname) for surname in ("Абова", "Бобова", "Вовова", "Гогова", "Додова")][
        :number
    ]
    work = published(title="Опыты", authors=people)
    text = client.get(work.url).context["citation"]
    assert text.startswith(begins)
    assert ("[и др.]" in text) is not names
    assert work.entry.number in text
    assert f"{work.url} (" in text
    assert timezone.localdate().strftime("%d.%m.%Y") in text


def test_an_organisation_may_be_the_author(client):
    educator = make_educator()
    work = published(title="Опыты", author_kind="organisation", organisation=educator.organisation)
    text = client.get(work.url).context["citation"]
    assert text.startswith(f"Опыты / {educator.organisation.name}. — ")


def test_the_document_of_the_search_holds_no_personal_data():
    educator = make_educator()
    EducatorRecord.objects.create(
        educator=educator, birth_date=dt.date(1971, 2, 3), speciality="астрофизика", category="highest"
    )
    work = published(authors=[educator], tags=["оптика"], body=[("paragraph", "Линза из капли")])
    document = MethodicalMaterialPage.search_queryset().get().search_document()
    assert "Линза из капли" in document.text
    assert "оптика" in document.text
    assert document.authors == ("Соколова Е. В.",)
    assert document.date == timezone.localdate(work.first_published_at)
    for secret in ("1971", "астрофизика", "highest", "example.org"):
        assert secret not in repr(document)


def test_names_stay_out_of_the_index_without_consent():
    published(authors=[make_educator()], consent=False)
    assert "Соколова" not in repr(MethodicalMaterialPage.search_queryset().get().search_document())


def test_a_renamed_subject_sends_its_works_to_the_index_again(subjects):
    work, draft = published(subjects=[subjects[0]]), make_work(subjects=[subjects[0]])
    IndexChange.objects.all().delete()
    subjects[0].name = "Физика и астрономия"
    subjects[0].save()
    assert list(IndexChange.objects.values_list("page_id", flat=True)) == [work.pk]
    assert draft.pk != work.pk


def file_of(work, user):
    document = SiteDocument(title="Файл", attached_to_id=work.pk, uploaded_by_user=user)
    document.file.save("fajl.txt", ContentFile("Текст файла".encode()))
    document.save()
    return document


def answer(client, document, user=None):
    client.logout()
    if user is not None:
        client.force_login(user)
    response = client.get(reverse("wagtaildocs_serve", args=[document.pk, document.filename]))
    b"".join(response)  # reading to the end closes the file and leaves the connection open
    return response.status_code


def attach(work, document):
    from experience_bank.models import WorkAttachment

    work.attachments.add(WorkAttachment(document=document))
    work.save_revision(user=work.owner)
    work.save()


def test_a_files_way_from_the_draft_to_withdrawal(client):
    team = make_team()
    work = make_submittable(team)
    document = file_of(work, UserFactory())
    attach(work, document)
    other = UserFactory()
    for user in (None, other, team.head, team.head2, team.methodist):
        assert answer(client, document, user) == 404, user
    assert answer(client, document, team.teacher) == 200
    work.refresh_from_db()
    Submit(work, team.teacher).execute()
    for user, status in (
        (None, 404),
        (other, 404),
        (team.head2, 404),
        (team.head, 200),
        (team.methodist, 200),
        (team.teacher, 200),
    ):
        assert answer(client, document, user) == status, user
    work.latest_revision.publish(skip_permission_checks=True)
    assert answer(client, document) == 200
    work.refresh_from_db()
    UnpublishPageAction(work).execute(skip_permission_checks=True)
    assert answer(client, document) == 404


def test_a_file_taken_out_of_the_published_text_is_closed(client):
    work = make_work(author=UserFactory())
    document = file_of(work, UserFactory())
    attach(work, document)
    work.latest_revision.publish(skip_permission_checks=True)
    assert answer(client, document) == 200
    draft = work.get_latest_revision_as_object()
    draft.attachments.set([])
    draft.save_revision().publish(skip_permission_checks=True)
    assert answer(client, document) == 404
