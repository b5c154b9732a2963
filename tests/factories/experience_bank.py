"""Works of the banks in the states their pages may be in, with invented people."""

from itertools import count
from typing import Any

from django.utils import timezone
from wagtail.models import Site

from experience_bank.models import (
    ExperienceBankIndexPage,
    ExperiencePage,
    InnovationIndexPage,
    InnovationPage,
    MaterialBankIndexPage,
    MethodicalMaterialPage,
    WorkAttachment,
    WorkAuthor,
)
from files.names import unique_slug
from knowledge.people.models import Educator, Organisation
from review.models import Recommendation, ReviewCase

from .accounts import UserFactory

BANKS: dict[type, tuple[type, str, str]] = {
    MethodicalMaterialPage: (MaterialBankIndexPage, "materials", "Банк методических материалов"),
    ExperiencePage: (ExperienceBankIndexPage, "experience", "Банк педагогического опыта"),
    InnovationPage: (InnovationIndexPage, "innovations", "Банк инноваций"),
}
MANY_TO_MANY = ("subjects", "levels", "audiences")
_numbers = count(1)


def bank_for(model: type) -> Any:
    """Return the bank's list under the site's root page, made at its first use."""
    index, slug, title = BANKS[model]
    found = index.objects.first()
    if found is None:
        found = index(title=title, slug=slug)
        Site.objects.get(is_default_site=True).root_page.add_child(instance=found)
    return found


def make_organisation(short_name: str = "Школа № 7", **fields: Any) -> Organisation:
    values = {"name": f"Полное название: {short_name}", **fields}
    return Organisation.objects.get_or_create(short_name=short_name, defaults=values)[0]


def make_educator(surname: str = "Соколова", name: str = "Елена", **fields: Any) -> Educator:
    """Make an educator; ``user`` gives them an account."""
    values = {"patronymic": "Викторовна", "position": "учитель физики", **fields}
    values.setdefault("organisation", make_organisation())
    return Educator.objects.create(surname=surname, name=name, **values)


def make_work(
    model: type = MethodicalMaterialPage,
    title: str = "",
    *,
    author: Any = None,
    association: Any = None,
    state: str = "draft",
    **fields: Any,
) -> Any:
    """Make a work with a revision; ``state`` is ``draft`` or ``published``.

    ``authors`` are educators (the author's own by default, when there is one), ``attachments`` documents or
    pairs of document and title, ``tags`` words; ``subjects`` and the like are lists. A published work has
    its review case, its number in the register and no recommendation: see :func:`recommend`.
    """
    owner = author or UserFactory()
    title = title or f"Работа {next(_numbers)}"
    own = [owner.educator] if hasattr(owner, "educator") else []
    parts = {name: fields.pop(name, []) for name in (*MANY_TO_MANY, "tags", "attachments")}
    authors = fields.pop("authors", own)
    parent = bank_for(model)
    values = {"consent": True, "slug": unique_slug(parent, title), **fields}
    page = model(title=title, draft_title=title, owner=owner, association=association, live=False, **values)
    for name in MANY_TO_MANY:
        getattr(page, name).set(parts[name])
    page.authors.set([WorkAuthor(educator=educator, sort_order=i) for i, educator in enumerate(authors)])
    page.attachments.set([_attachment(item, i) for i, item in enumerate(parts["attachments"])])
    page.tags.set(parts["tags"])
    parent.add_child(instance=page)
    revision = page.save_revision(user=owner)
    case = ReviewCase(page_id=page.pk, since=timezone.now())
    if state == "published":
        publish(page, revision, case)
    case.save()
    return page


def publish(page: Any, revision: Any, case: ReviewCase) -> None:
    """Publish past the review, as its last step leaves things."""
    page.register(page.owner, timezone.localdate())
    revision.publish(user=page.owner, skip_permission_checks=True)
    page.refresh_from_db()
    case.state, case.submitted_at, case.revision = ReviewCase.State.PUBLISHED, timezone.now(), revision


def recommend(page: Any, reviewer: Any = None, **fields: Any) -> Recommendation:
    """Give the work a recommendation that stands."""
    reviewer = reviewer or UserFactory(last_name="Орлова", first_name="Анна", patronymic="Сергеевна")
    values = {
        "revision": page.latest_revision,
        "reviewer_name": reviewer.get_full_name(),
        "office": "head",
        "office_held": "руководитель объединения",
        "verdict": Recommendation.Verdict.RECOMMENDED,
        "grounds": "Материал проверен на уроках.",
        "for_site": True,
        "decided_at": timezone.now(),
        **fields,
    }
    return Recommendation.objects.create(page_id=page.pk, reviewer=reviewer, **values)


def _attachment(item: Any, order: int) -> WorkAttachment:
    document, title = item if isinstance(item, tuple) else (item, "")
    return WorkAttachment(document=document, title=title, sort_order=order)
