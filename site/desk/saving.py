"""Keeping what a teacher brought: the draft first, then each file on its own."""

from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from experience_bank.drafts import new_draft, save_draft
from experience_bank.models import WorkAttachment, WorkPage
from files.storing import store_document, store_image
from review.errors import Stale

from .forms import WorkForm


def keep(form: WorkForm, user: Any, removed: set[int]) -> WorkPage | None:
    """Save a valid form: the draft, then its files.

    A refused file or a stale window becomes an error of the form; everything else is kept all the same.

    Returns:
        The saved work, or None when nothing could be saved.
    """
    seen = form.cleaned_data["version"] or None
    if form.instance.pk is None:
        created = new_draft(
            type(form.instance), user, form.cleaned_data["key"] or uuid4(), form.cleaned_data["title"]
        )
        seen = None
        form.instance = _moved(form.instance, created)
    work = form.apply()
    _attach(form, work, user, removed)
    _cover(form, work, user)
    try:
        return save_draft(work, user, seen_version=seen)
    except Stale as error:
        form.add_error(None, str(error))
        return None


def keep_files(form: WorkForm, user: Any) -> WorkPage | None:
    """Keep the files of a form whose fields were refused: a browser would not send them again.

    Returns:
        The draft that has them now, or None when there was nothing to keep.
    """
    if not form.cleaned_data.get("files"):
        return None
    model, pk = type(form.instance), form.instance.pk
    key = form.cleaned_data.get("key") or uuid4()
    row = model.objects.get(pk=pk) if pk else new_draft(model, user, key)
    work = row.get_latest_revision_as_object()
    _attach(form, work, user, removed=set())
    return save_draft(work, user)


def _moved(blank: WorkPage, created: WorkPage) -> WorkPage:
    """Return the created page carrying what the form has already written to the blank one."""
    latest = created.get_latest_revision_as_object()
    for field in blank._meta.concrete_fields:
        if field.name in (*WorkPage.COMMON_FIELDS, *blank.OWN_FIELDS, "title"):
            setattr(latest, field.attname, getattr(blank, field.attname))
    return latest


def _attach(form: WorkForm, work: WorkPage, user: Any, removed: set[int]) -> None:
    kept = [item for item in work.attachments.all() if item.document_id not in removed]
    there = {item.document_id for item in kept}
    for file in form.cleaned_data["files"]:
        try:
            document = store_document(file=file, title="", user=user, attached_to=work.page_ptr)
        except ValidationError as error:
            form.add_error("files", [f"{file.name[:80]}: {message}" for message in error.messages])
            continue
        if document.pk not in there:
            kept.append(WorkAttachment(document=document, title=document.title))
            there.add(document.pk)
    work.attachments.set(kept)


def _cover(form: WorkForm, work: WorkPage, user: Any) -> None:
    file = form.cleaned_data["cover_file"]
    if not file:
        return
    try:
        work.cover = store_image(file=file, title=work.title, user=user, description=work.cover_alt)
    except ValidationError as error:
        form.add_error("cover_file", [f"{file.name[:80]}: {message}" for message in error.messages])


def say_kept(form: WorkForm) -> str:
    """Return what to tell after a saving."""
    if form.errors:
        return _("The draft is saved. Some files were not accepted: see below.")
    return _("The draft is saved.")
