"""A crowded bank within seconds: the rows that publishing leaves, without publishing."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from experience_bank.models import BankEntry, MethodicalMaterialPage, WorkAuthor, WorkPage
from knowledge.people.models import Organisation
from knowledge.vocabularies.models import EducationLevel, Subject
from review.models import Recommendation, ReviewCase

from .accounts import UserFactory
from .experience_bank import bank_for, make_educator, make_organisation

WORDS = 7
"""Of each vocabulary; works have them in turn, so no two neighbours are alike."""
BATCH = 500


def many_works(
    number: int, model: type[Any] = MethodicalMaterialPage, associations: Sequence[Any] = ()
) -> list[int]:
    """Publish so many works of one bank and return their keys, oldest first.

    They have authors, subjects, levels, numbers in the register, and every third one a recommendation;
    they have no revisions. May be called again for more.
    """
    parent = bank_for(model)
    parent.refresh_from_db()
    keys = _pages(number, model, parent)
    kind = next(name for name in model.OWN_FIELDS if name.endswith(("_type", "_kind")))
    kinds = _words(model._meta.get_field(kind).related_model, "kind")
    organisations = [make_organisation(f"Школа № {n}") for n in range(WORDS)]
    rows = [WorkPage(page_ptr_id=key, **_card(i, associations, organisations)) for i, key in enumerate(keys)]
    _insert(WorkPage, rows)
    _insert(model, [model(workpage_ptr_id=k, **{kind: kinds[i % WORDS]}) for i, k in enumerate(keys)])
    _parts(keys, organisations)
    _records(keys, model)
    return keys


def _pages(number: int, model: type[Any], parent: Any) -> list[int]:
    owner, now = UserFactory(), timezone.now()
    shared = {
        "content_type": ContentType.objects.get_for_model(model),
        "depth": parent.depth + 1,
        "locale_id": parent.locale_id,
        "owner": owner,
        "live": True,
    }
    pages = []
    for i in range(number):
        place = parent.numchild + i + 1
        title = f"Опыт {place} по оптике для восьмого класса"
        moment = now - dt.timedelta(days=2 * (number - i))
        pages.append(
            Page(
                **shared,
                title=title,
                draft_title=title,
                slug=f"opyt-{place}",
                path=Page._get_path(parent.path, parent.depth + 1, place),
                url_path=f"{parent.url_path}opyt-{place}/",
                translation_key=uuid4(),
                first_published_at=moment,
                last_published_at=moment,
            )
        )
    Page.objects.bulk_create(pages, batch_size=BATCH)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + number)
    return [page.pk for page in pages]


def _card(i: int, associations: Sequence[Any], organisations: list[Organisation]) -> dict[str, Any]:
    kinds = WorkPage.AuthorKind
    kind = (kinds.PERSON, kinds.PERSON, kinds.ORGANISATION, kinds.ASSOCIATION)[i % 4]
    return {
        "annotation": f"Семь опытов номер {i} с самодельной линзой, с карточками и ответами.",
        "grades": f"{5 + i % WORDS} класс",
        "author_kind": kind,
        "organisation": organisations[i % WORDS] if kind == kinds.ORGANISATION else None,
        "association": associations[i % len(associations)] if associations else None,
        "consent": True,
    }


def _insert(model: type[Any], rows: list[Any]) -> None:
    # bulk_create refuses a child table; each of the tables is filled by itself here.
    model._base_manager.all()._batched_insert(rows, model._meta.local_concrete_fields, BATCH)


def _words(model: type[Any], slug: str) -> list[Any]:
    make = model.objects.get_or_create
    return [make(slug=f"{slug}-{n}", defaults={"name": f"Слово {slug} {n}"})[0] for n in range(WORDS)]


def _parts(keys: list[int], organisations: list[Organisation]) -> None:
    people = [make_educator(f"Соколова{n}", organisation=organisations[n]) for n in range(WORDS)]
    authors = [
        WorkAuthor(page_id=key, educator=people[(i + shift) % WORDS], sort_order=shift)
        for i, key in enumerate(keys)
        for shift in range(1 + i % 3)
    ]
    WorkAuthor.objects.bulk_create(authors, batch_size=BATCH)
    for name, model, many in (("subjects", Subject, 2), ("levels", EducationLevel, 1)):
        words, through = _words(model, name), WorkPage._meta.get_field(name).remote_field.through
        field = f"{model._meta.model_name}_id"
        rows = [
            through(workpage_id=key, **{field: words[(i + shift) % WORDS].pk})
            for i, key in enumerate(keys)
            for shift in range(many)
        ]
        through.objects.bulk_create(rows, batch_size=BATCH)


def _records(keys: list[int], model: type[Any]) -> None:
    now, reviewer = timezone.now(), UserFactory(last_name="Орлова")
    series, before = model.SERIES, BankEntry.objects.filter(series=model.SERIES).count()
    entries = [
        BankEntry(
            work_id=key,
            series=series,
            year=now.year,
            sequence=before + i,
            number=f"{series}-{now.year}-{before + i:04d}",
            registered_on=now.date(),
        )
        for i, key in enumerate(keys, 1)
    ]
    BankEntry.objects.bulk_create(entries, batch_size=BATCH)
    state = ReviewCase.State.PUBLISHED
    cases = [ReviewCase(page_id=key, since=now, submitted_at=now, state=state) for key in keys]
    ReviewCase.objects.bulk_create(cases, batch_size=BATCH)
    said = {
        "reviewer": reviewer,
        "reviewer_name": reviewer.get_full_name(),
        "office": "head",
        "office_held": "руководитель объединения",
        "verdict": Recommendation.Verdict.RECOMMENDED,
        "grounds": "Проверено на уроках.",
        "for_site": True,
        "decided_at": now,
    }
    Recommendation.objects.bulk_create([Recommendation(page_id=k, **said) for k in keys[::3]])
