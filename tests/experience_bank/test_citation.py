"""The reference to a work, word for word as GOST R 7.0.100-2018 has it."""

import datetime as dt

import pytest
from django.utils import timezone

from experience_bank.citation import cite
from knowledge.vocabularies.models import MaterialType
from tests.factories.associations import make_association
from tests.factories.experience_bank import make_educator, make_work
from tests.factories.portal import make_home, make_settings

pytestmark = pytest.mark.django_db
TAIL = ". — Текст : электронный // Методическая служба : [сайт]. — 2026. — № ММ-2026-0001. — URL: "
TAIL += "https://example.org/opyty/ (дата обращения: 22.11.2026)."


def reference(authors=(), **fields):
    work = make_work(state="published", authors=list(authors), **fields)
    work.first_published_at = timezone.make_aware(dt.datetime(2026, 3, 5))
    work.entry.number = "ММ-2026-0001"
    address = "https://example.org/opyty/"
    return cite(work, list(authors), "Методическая служба", address, dt.date(2026, 11, 22))


def test_the_whole_record():
    kind = MaterialType.objects.create(name="Методическая разработка", slug="lesson")
    people = [make_educator(), make_educator("Громов", "Пётр", patronymic="Андреевич")]
    text = reference(people, title="Лабораторные работы по оптике.", material_type=kind)
    title = "Лабораторные работы по оптике : методическая разработка"
    assert text == f"Соколова, Е. В. {title} / Е. В. Соколова, П. А. Громов{TAIL}"


def test_an_association_is_named_after_the_slash():
    association = make_association(title="Объединение учителей физики")
    text = reference([make_educator()], title="Опыты", author_kind="association", association=association)
    assert text == "Опыты / Объединение учителей физики" + TAIL


def test_a_work_of_nobody_begins_with_its_title():
    assert reference(title="Опыты") == "Опыты" + TAIL


@pytest.mark.parametrize(
    ("name", "patronymic", "heading"),
    [("Анна-Мария", "", "Ким Сун, А.-М."), ("Олег", "", "Ким Сун, О."), ("О.", "П.", "Ким Сун, О. П.")],
)
def test_names_of_every_make(name, patronymic, heading):
    text = reference([make_educator("Ким Сун", name, patronymic=patronymic)], title="Опыты")
    assert text.startswith(f"{heading} Опыты / {heading.split(', ')[1]} Ким Сун. — ")


def test_the_page_cites_the_service_by_the_name_in_its_settings(client):
    make_home()
    make_settings(name="Методическая служба", town_genitive="города Сосновска")
    work = make_work(state="published", title="Опыты")
    assert (
        "Опыты. — Текст : электронный // Методическая служба города Сосновска : [сайт]. — "
        in (client.get(work.url).context["citation"])
    )
