"""A small site with everybody and everything the access rules speak of."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from accounts.expectations import Actor
from accounts.models import User
from accounts.roles import Role
from experience_bank.models import ExperiencePage, InnovationPage
from files.models import SiteDocument
from review.actions import Publish, Return, Submit, Withdraw

from .accounts import UserFactory
from .associations import association_index, make_association
from .experience_bank import bank_for, make_work
from .library import LibraryIndexPageFactory, NormativeDocumentPageFactory
from .people import educator_of
from .portal import event_index, make_event, make_home, make_news, make_page, make_settings, news_index
from .review import Team, make_submittable, make_team, published_through_review, recommend


@dataclass
class World:
    """``people`` by actor (None for the anonymous one), ``objects`` by the name in the rules."""

    team: Team
    people: dict[Actor, User | None]
    inactive: User
    objects: dict[str, Any] = field(default_factory=dict)

    def arguments(self, sample: str) -> dict[str, Any]:
        """Return what of a sample may stand in an address."""
        found = self.objects.get(sample)
        if found is None:
            return {}
        if isinstance(found, SiteDocument):
            return {"document_id": found.pk, "name": found.filename}
        if isinstance(found, Page):
            return {"pk": found.pk}
        if hasattr(found, "slug"):
            return {"slug": found.slug}
        return {"name": found.removeprefix("images/")}


def make_world() -> World:
    home = make_home()
    make_settings()
    team = make_team("pechora")
    people = _people(team)
    world = World(team, people, UserFactory(username="inactive", is_active=False, roles=[Role.DIRECTOR]))
    world.objects |= {"home": home, "regulation": team.association.profile}
    _add_works(world)
    _add_passports(world)
    _add_pages(world)
    _add_files(world)
    return world


def _people(team: Team) -> dict[Actor, User | None]:
    teacher2 = UserFactory(username="teacher2", last_name="Чужова", roles=[Role.TEACHER])
    team.other.memberships.create(educator=educator_of(teacher2), starts=dt.date(2020, 9, 1))
    named = {Actor.SECRETARY: Role.SECRETARY, Actor.EXPERT: Role.EXPERT, Actor.EDITOR: Role.EDITOR}
    named[Actor.ADMINISTRATOR] = Role.ADMINISTRATOR
    return {
        Actor.ANONYMOUS: None,
        Actor.TEACHER: team.teacher,
        Actor.TEACHER2: teacher2,
        Actor.HEAD: team.head,
        Actor.HEAD2: team.head2,
        Actor.CURATOR: team.curator,
        Actor.METHODIST: team.methodist,
        Actor.DIRECTOR: team.director,
        **{actor: UserFactory(username=actor.value, roles=[role]) for actor, role in named.items()},
        Actor.SUPERUSER: UserFactory(username="superuser", is_superuser=True),
    }


def _submitted(team: Team, **fields: Any) -> Any:
    work = make_submittable(team, **fields)
    Submit(work, fields.get("author", team.teacher)).execute()
    return work


def _add_works(world: World) -> None:
    team, found = world.team, world.objects
    found["draft"] = _with_file(world, "draft", make_submittable(team, **_text("draft")))
    found["submitted"] = _submitted(team, **_text("submitted"), attachments=_files(world, "submitted"))
    found["heads_own"] = _submitted(team, author=team.head, **_text("heads_own"))
    found["returned"] = _submitted(team, **_text("returned"))
    Return(found["returned"], team.head, remarks="Добавьте ответы").execute()
    found["recommended"] = _submitted(team, **_text("recommended"))
    recommend(team, found["recommended"])
    found["in_bank"] = _submitted(team, **_text("in_bank"), attachments=_files(world, "in_bank"))
    recommend(team, found["in_bank"], for_site=False, for_press=True)
    Publish(found["in_bank"], team.methodist).execute()
    found["published"] = published_through_review(
        team, **_text("published"), attachments=_files(world, "published")
    )
    found["withdrawn"] = published_through_review(
        team, **_text("withdrawn"), attachments=_files(world, "withdrawn")
    )
    Withdraw(found["withdrawn"], team.teacher, reason="Устарела").execute()
    found["experience"] = make_work(ExperiencePage, author=team.teacher, state="published")
    found["innovation"] = make_work(InnovationPage, author=team.teacher, state="published")
    _attach_to_works(world)
    for name in ("material", "experience", "innovation"):
        found[f"{name}_index"] = bank_for(type(found["published" if name == "material" else name]))


def _text(name: str) -> dict[str, Any]:
    """Return words that are found nowhere else: a leak is seen by them."""
    word = secret(name)
    return {
        "title": f"Опыты {word}",
        "annotation": f"Семь опытов {word} без кабинетного набора, с карточками и ответами.",
        "body": [{"type": "paragraph", "value": f"Текст {word} для восьмого класса."}],
    }


def secret(name: str) -> str:
    return "тайнослово" + "".join(chr(ord("а") + ord(letter) % 32) for letter in name)


def _attach_to_works(world: World) -> None:
    """Say for which work each file was brought, as the desk does."""
    for name, document in world.objects.items():
        if name.startswith("file_of_"):
            document.attached_to = world.objects[name.removeprefix("file_of_")].page_ptr
            document.save()


def _files(world: World, name: str) -> list[Any]:
    document = _document(f"Файл {secret(name)}", world.team.teacher)
    world.objects[f"file_of_{name}"] = document
    return [document]


def _with_file(world: World, name: str, work: Any) -> Any:
    draft = work.get_latest_revision_as_object()
    draft.attachments.create(document=_files(world, name)[0])
    draft.save_revision(user=world.team.teacher)
    work.refresh_from_db()
    return work


def _document(title: str, owner: User | None = None) -> SiteDocument:
    text = ContentFile(f"Слова файла: {title}".encode(), name="file.txt")
    return SiteDocument.objects.create(title=title, file=text, uploaded_by_user=owner)


def _add_passports(world: World) -> None:
    team, found = world.team, world.objects
    found["association_index"] = association_index()
    found["association"] = team.association
    found["association_draft"] = make_association("pechora", head=team.head, curator=team.curator, live=False)
    waiting = make_association("pechora", head=team.head, curator=team.curator, live=False)
    waiting.title = f"Объединение {secret('passport')}"
    waiting.save_revision(user=team.head)
    Submit(waiting, team.head).execute()
    found["passport_submitted"] = waiting


def _add_pages(world: World) -> None:
    found = world.objects
    found["news"], found["news_draft"] = make_news(), make_news(f"Новость {secret('news')}", live=False)
    found["event"], found["event_draft"] = make_event(), make_event(f"Встреча {secret('event')}", live=False)
    found["about"] = make_page()
    found["about_draft"] = make_page(f"Раздел {secret('about')}", "secret", live=False)
    found["news_index"], found["event_index"] = news_index(), event_index()
    library = LibraryIndexPageFactory(parent=found["home"])
    found["library_index"] = library
    found["act"] = NormativeDocumentPageFactory(parent=library)
    found["library_file"] = found["act"].document
    closed = _document(f"Приказ {secret('act')}")
    found["act_draft"] = NormativeDocumentPageFactory(
        parent=library, title=f"Приказ {secret('act')}", live=False, document=closed
    )


def _add_files(world: World) -> None:
    world.objects["loose_file"] = _document(f"Файл {secret('loose')}")
    # Wagtail leaves the buffer of a new rendition to the garbage collector, so none is made by it here.
    world.objects["picture"] = default_storage.save("images/opyt.png", get_test_image_file())
