"""What is said of a work in the index is said anew when the words it borrows change."""

import pytest

from experience_bank.models import ExperiencePage, InnovationPage, MethodicalMaterialPage
from experience_bank.rows import made_by
from files.signals import text_extracted
from knowledge.vocabularies.models import ExperienceKind, InnovationKind, MaterialType, Stage, Subject
from search.models import IndexChange
from tests.factories.associations import make_association
from tests.factories.experience_bank import make_educator, make_work
from tests.factories.library import SiteDocumentFactory

pytestmark = pytest.mark.django_db
WORDS = [
    (Subject, MethodicalMaterialPage, "subjects"),
    (MaterialType, MethodicalMaterialPage, "material_type"),
    (ExperienceKind, ExperiencePage, "experience_kind"),
    (InnovationKind, InnovationPage, "innovation_kind"),
    (Stage, ExperiencePage, "stage"),
    (Stage, InnovationPage, "stage"),
]


def queued():
    return set(IndexChange.objects.values_list("page_id", flat=True))


@pytest.mark.parametrize(("vocabulary", "model", "field"), WORDS)
def test_a_renamed_word_queues_the_published_works_that_have_it(vocabulary, model, field):
    track = {"track": model.search_type} if vocabulary is Stage else {}
    word = vocabulary.objects.create(name="Слово", slug="slovo", **track)
    value = [word] if field == "subjects" else word
    work = make_work(model, state="published", **{field: value})
    make_work(model, **{field: value})
    make_work(model, state="published")
    IndexChange.objects.all().delete()
    word.name = "Новое слово"
    word.save()
    assert queued() == {work.pk}
    assert "Новое слово" in model.search_queryset().get(pk=work.pk).search_document().text


def test_a_new_word_queues_nothing():
    make_work(state="published")
    IndexChange.objects.all().delete()
    Subject.objects.create(name="Слово", slug="slovo")
    assert queued() == set()


def test_a_renamed_association_and_author_queue_their_works():
    association, person = make_association(), make_educator()
    work = make_work(state="published", association=association, authors=[person])
    make_work(state="published")
    IndexChange.objects.all().delete()
    association.title = "Объединение учителей естествознания"
    association.save_revision().publish(skip_permission_checks=True)
    assert work.pk in queued()
    assert queued() <= {work.pk, association.pk}
    IndexChange.objects.all().delete()
    person.surname = "Новикова"
    person.save()
    assert queued() == {work.pk}


def test_the_text_of_a_file_comes_later_than_its_work():
    document = SiteDocumentFactory()
    work = make_work(state="published", attachments=[(document, "Карточки")])
    make_work(attachments=[document])
    IndexChange.objects.all().delete()
    type(document).objects.filter(pk=document.pk).update(text="Дифракция на нити")
    text_extracted.send(sender=type(document), document=document)
    assert queued() == {work.pk}
    (file,) = MethodicalMaterialPage.search_queryset().get().search_document().files
    assert (file.name, file.text) == ("Карточки", "Дифракция на нити")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "Объединение физиков"),
        (1, "Соколова0 Е. В., Школа № 7"),
        (2, "Соколова0 Е. В., Соколова1 Е. В."),
        (3, "Соколова0 Е. В., Соколова1 Е. В."),
    ],
)
def test_a_row_names_at_most_two_people(number, said):
    people = [make_educator(f"Соколова{n}") for n in range(number)]
    work = make_work(authors=people, association=make_association(title="Объединение физиков"))
    assert made_by(work).startswith(said)
    assert "Соколова2" not in made_by(work)


def test_a_row_names_the_organisation_or_the_association_whose_work_it_is():
    person, association = make_educator(), make_association(title="Объединение физиков")
    kinds = {"organisation": "Школа № 7", "association": "Объединение физиков"}
    for kind, said in kinds.items():
        fields = {"organisation": person.organisation, "association": association, "authors": [person]}
        assert made_by(make_work(author_kind=kind, **fields)) == said
