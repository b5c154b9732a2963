"""Keeping a draft: the one way a work's text is written from the desk."""

from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from files.names import unique_slug
from knowledge.people.models import Educator
from review import clock
from review.errors import ReviewError, Stale
from review.models import ReviewCase

from .models import BankIndexPage, WorkAuthor, WorkPage
from .submission import untitled


def bank_of(model: type[WorkPage]) -> Page | None:
    """Return the live list page under which works of this kind stand."""
    for index in BankIndexPage.__subclasses__():
        if index.work_model is model:
            return index.objects.live().first()
    return None


def version_of(work: WorkPage) -> str:
    """Return a mark that changes whenever the draft is written; forms carry it to notice a second window."""
    revision = work.latest_revision
    return f"{revision.pk}-{revision.created_at.timestamp():.6f}" if revision else ""


@transaction.atomic
def new_draft(model: type[WorkPage], user: Any, key: UUID, title: str = "") -> WorkPage:
    """Begin a work.

    The key of the form becomes the page's ``translation_key``: the same form sent twice makes one work.

    Raises:
        ReviewError: the bank has no list page yet.
    """
    existing = model.objects.filter(translation_key=key, owner=user).first()
    if existing is not None:
        return existing
    if Page.objects.filter(translation_key=key).exists():
        key = uuid4()  # of somebody else's form, or of another bank's: theirs stays theirs
    parent = bank_of(model)
    if parent is None:
        raise ReviewError(_("This bank is not open yet."))
    title = title.strip()[:255] or untitled()
    work = model(title=title, slug=unique_slug(parent, title), owner=user, live=False, translation_key=key)
    if (educator := Educator.objects.filter(user=user).first()) is not None:
        work.authors.add(WorkAuthor(educator=educator))
    parent.specific.add_child(instance=work)
    work.save_revision(user=user)
    ReviewCase.objects.create(page=work, since=clock.now())
    log(instance=work, action="wagtail.create", user=user, timestamp=clock.now())
    return work


def may_edit(work: WorkPage, user: Any) -> bool:
    """Tell whether the person may change the draft now: an author, and nothing under review."""
    case = ReviewCase.objects.filter(page_id=work.pk).first()
    return (case is None or case.is_editable) and work.author_users().filter(pk=user.pk).exists()


@transaction.atomic
def save_draft(work: WorkPage, user: Any, *, seen_version: str | None = None) -> WorkPage:
    """Keep a draft: ``work`` is the latest revision as an object, changed.

    A person's consecutive savings overwrite one revision unless it was reviewed or published; an unpublished
    work's row follows the draft, so that lists and queues show it.

    Raises:
        PermissionDenied: not an author, or the work is under review.
        Stale: the draft was written from another window since the form was opened.
    """
    ReviewCase.objects.select_for_update().filter(page_id=work.pk).first()
    row = type(work).objects.select_related("latest_revision", "review_case").get(pk=work.pk)
    if not may_edit(row, user):
        raise PermissionDenied
    if seen_version is not None and seen_version != version_of(row):
        raise Stale(
            _("This draft was changed in another window. Your text is kept below: save again to replace it.")
        )
    if not row.live:
        parent = row.get_parent()
        if not ReviewCase.objects.filter(page_id=row.pk, submitted_at__isnull=False).exists():
            work.slug = unique_slug(parent, work.title, page=row)
        work.live, work.path, work.depth, work.numchild = False, row.path, row.depth, row.numchild
        work.save(clean=False)
    work.save_revision(user=user, overwrite_revision=_own_last_revision(row, user))
    return work


def _own_last_revision(row: WorkPage, user: Any) -> Any:
    latest = row.latest_revision
    reviewed = ReviewCase.objects.filter(page_id=row.pk).values_list("revision_id", flat=True).first()
    if latest is None or latest.user_id != user.pk or latest.pk in (reviewed, row.live_revision_id):
        return None
    return latest


def delete_draft(work: WorkPage, user: Any) -> None:
    """Delete a draft that was never handed in.

    Raises:
        PermissionDenied: not the owner, or the work has a history to keep.
    """
    case = ReviewCase.objects.filter(page_id=work.pk).first()
    if work.owner_id != user.pk or work.live or (case is not None and case.submitted_at is not None):
        raise PermissionDenied
    work.delete()
