"""A team around one association and a work that may be submitted."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from accounts.roles import Role
from experience_bank.models import MethodicalMaterialPage
from knowledge.vocabularies.models import Licence, MaterialType, Subject
from review.actions import Publish, Recommend, Submit

from .accounts import UserFactory
from .associations import make_association
from .experience_bank import make_work

VOTES: dict[str, Any] = {
    "minutes_number": "3",
    "minutes_date": dt.date(2026, 10, 12),
    "votes_for": 9,
    "votes_against": 1,
    "votes_abstained": 1,
    "head_vote": "for",
}
TEXT = [{"type": "paragraph", "value": "Семь опытов с самодельной линзой для восьмого класса."}]


@dataclass
class Team:
    """People around an association: its own and those of another one."""

    association: Any
    other: Any
    teacher: User
    head: User
    head2: User
    curator: User
    methodist: User
    director: User


def make_team(profile: Any = "pechora") -> Team:
    """Make an association under a profile and another one beside it, with everybody who acts."""
    teacher = UserFactory(username="teacher", last_name="Ильина", roles=[Role.TEACHER])
    head = UserFactory(username="head", last_name="Громова", roles=[Role.HEAD])
    head2 = UserFactory(username="head2", last_name="Яковлева", roles=[Role.HEAD])
    curator = UserFactory(username="curator", last_name="Дроздова")
    methodist = UserFactory(username="methodist", last_name="Мельник", roles=[Role.METHODIST])
    director = UserFactory(username="director", last_name="Туманов", roles=[Role.DIRECTOR])
    association = make_association(profile, head=head, members=[teacher, head], curator=curator)
    other = make_association(profile, head=head2)
    return Team(association, other, teacher, head, head2, curator, methodist, director)


def make_submittable(team: Team, model: type = MethodicalMaterialPage, **fields: Any) -> Any:
    """Make a draft of the team's teacher that lacks nothing."""
    subject, _ = Subject.objects.get_or_create(slug="physics", defaults={"name": "Физика"})
    licence, _ = Licence.objects.get_or_create(
        slug="cc-by", defaults={"name": "CC BY", "statement": "Можно использовать с указанием авторов."}
    )
    if model is MethodicalMaterialPage and "material_type" not in fields:
        fields["material_type"], _ = MaterialType.objects.get_or_create(
            slug="guidelines", defaults={"name": "Методические рекомендации"}
        )
    values = {
        "title": "Опыты по оптике",
        "author": team.teacher,
        "association": team.association,
        "annotation": "Семь опытов без кабинетного набора, с карточками для учеников и ответами.",
        "body": TEXT,
        "subjects": [subject],
        "licence": licence,
        **fields,
    }
    return make_work(model, **values)


def recommend(team: Team, work: Any, user: User | None = None, **fields: Any) -> Any:
    """Recommend as the head; the votes are there for a chain that asks for them."""
    return Recommend(work, user or team.head, grounds="Проверено на уроках.", **{**VOTES, **fields}).execute()


def published_through_review(team: Team, **fields: Any) -> Any:
    """Take a work all the way."""
    work = make_submittable(team, **fields)
    Submit(work, team.teacher).execute()
    recommend(team, work)
    Publish(work, team.methodist).execute()
    work.refresh_from_db()
    return work


def retext(work: Any, user: User, text: str) -> Any:
    """Write a new draft of the work."""
    draft = work.get_latest_revision_as_object()
    draft.body = [("paragraph", text)]
    draft.save_revision(user=user)
    work.refresh_from_db()
    return work
