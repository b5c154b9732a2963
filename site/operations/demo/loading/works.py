"""Works with their history, replayed through the acts of the review."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.files.base import ContentFile
from wagtail.blocks import StreamValue

from experience_bank.blocks import WorkBody
from experience_bank.drafts import new_draft, save_draft
from experience_bank.models import (
    ExperiencePage,
    InnovationPage,
    MethodicalMaterialPage,
    WorkAttachment,
    WorkAuthor,
    WorkPage,
)
from files.storing import store_document, store_image
from operations.demo import files, pictures
from operations.demo.markup import Block, Bullets, Table
from operations.demo.works import Work
from review import clock
from review.actions import Decline, Publish, Recommend, Return, Submit, Withdraw

from .context import Loaded

MODELS: dict[str, type[WorkPage]] = {
    "material": MethodicalMaterialPage,
    "experience": ExperiencePage,
    "innovation": InnovationPage,
}
KIND_FIELDS = {
    "material": ("material_type", "material_types"),
    "experience": ("experience_kind", "experience_kinds"),
    "innovation": ("innovation_kind", "innovation_kinds"),
}
BLOCKS = {"heading": "heading", "text": "paragraph", "quote": "quote"}
VOTES = {"votes_for": 9, "votes_against": 0, "votes_abstained": 1, "head_vote": "for"}


def load(loaded: Loaded) -> None:
    """Write every work, then replay the acts of all of them in the order of their days."""
    pages = loaded.works = {work.key: _write(loaded, work) for work in loaded.content.works}
    acts = [act for work in loaded.content.works for act in _acts(loaded, work, pages[work.key])]
    for moment, _order, act in sorted(acts, key=lambda item: item[:2]):
        with clock.at(moment):
            act()


def _write(loaded: Loaded, work: Work) -> Any:
    owner = loaded.users[work.submitted_by]
    with clock.at(loaded.moment(work.created, 9)):
        page = new_draft(MODELS[work.bank], owner, uuid5(NAMESPACE_URL, work.key), work.title)
        _fill(loaded, work, page)
        _attach(work, page, owner)
        return save_draft(page, owner)


def _fill(loaded: Loaded, work: Work, page: Any) -> None:
    term = loaded.terms
    page.annotation, page.grades, page.consent = work.annotation, work.grades, True
    page.association = loaded.associations[work.association]
    page.body = StreamValue(WorkBody(), [_block(block) for block in work.blocks], is_lazy=True)
    page.licence = term["licences", work.licence]
    page.event_form = term["event_forms", work.event_form] if work.event_form else None
    for name in ("subjects", "levels", "audiences"):
        getattr(page, name).set([term[name, slug] for slug in getattr(work, name)])
    page.tags.set(work.tags)
    page.authors.set([WorkAuthor(educator=loaded.educators[key]) for key in work.authors.people])
    if work.authors.organisation:
        page.author_kind = WorkPage.AuthorKind.ORGANISATION
        page.organisation = loaded.organisations[work.authors.organisation]
    elif work.authors.association:
        page.author_kind = WorkPage.AuthorKind.ASSOCIATION
    field, table = KIND_FIELDS[work.bank]
    setattr(page, field, term[table, work.type])
    if work.form:
        page.innovation_form = work.form
    if work.stage:
        page.stage = term[f"{work.bank}_stages", work.stage]
    if work.approbation:
        page.approbation_place = work.approbation.place
        page.approbation_period = work.approbation.period
        page.approbation_result = work.approbation.result


def _attach(work: Work, page: Any, owner: Any) -> None:
    items = []
    for attachment in work.attachments:
        file = ContentFile(files.make(attachment), name=attachment.filename)
        document = store_document(file=file, title=attachment.title, user=owner, attached_to=page.page_ptr)
        items.append(WorkAttachment(document=document, title=attachment.title))
    page.attachments.set(items)
    if work.picture:
        file = ContentFile(BytesIO(pictures.draw(work.picture)).getvalue(), name=f"{work.key}.png")
        page.cover = store_image(
            file=file, title=work.picture.title, user=owner, description=work.picture.alt
        )
        page.cover_alt = work.picture.alt


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Bullets):
        return {"type": "list", "value": list(block.items)}
    if isinstance(block, Table):
        return {"type": "list", "value": [" — ".join(row) for row in block.rows]}
    return {"type": BLOCKS[block.kind], "value": block.text}


def _acts(loaded: Loaded, work: Work, page: Any) -> list[tuple[Any, int, Callable[[], Any]]]:
    """Return the acts on a work: their moments, their order on one day, and what to do."""
    acts: list[tuple[Any, int, Callable[[], Any]]] = []

    def at(order: int, when: Any, act: Callable[[], Any]) -> None:
        acts.append((loaded.moment(when, 10 + order, 7 * order), order, act))

    owner = loaded.users[work.submitted_by]
    if work.submitted is not None:
        at(0, work.submitted, lambda: Submit(page, owner).execute())
    if work.returned:
        remarks = work.returned.text
        at(1, work.returned.day, lambda: Return(page, _reviewer(loaded, work), remarks=remarks).execute())
    if work.declined:
        reason = work.declined.text
        at(1, work.declined.day, lambda: Decline(page, _reviewer(loaded, work), reason=reason).execute())
    if work.recommendation:
        at(2, work.recommendation.day, lambda: _recommend(loaded, work, page))
    if work.published is not None:
        at(3, work.published, lambda: Publish(page, loaded.users["methodist"]).execute())
    if work.withdrawn:
        why = work.withdrawn.text
        at(4, work.withdrawn.day, lambda: Withdraw(page, owner, reason=why).execute())
    return acts


def _reviewer(loaded: Loaded, work: Work) -> Any:
    person = loaded.content.reviewer_of(work, loaded.today)
    if person is None:
        raise ValueError(f"nobody reviews {work.key}")
    return loaded.users[person.key]


def _recommend(loaded: Loaded, work: Work, page: Any) -> None:
    told = work.recommendation
    if told is None:
        return
    minutes: dict[str, Any] = {}
    if told.minutes:
        minutes = {"minutes_number": told.minutes.number, "minutes_date": told.minutes.date, **VOTES}
    grounds = f"{told.text}\n\n{told.grounds[:1].upper()}{told.grounds[1:]}."
    Recommend(page, _reviewer(loaded, work), grounds=grounds, for_site=True, **minutes).execute()
