"""A folder of files becomes pages of the library: each by itself, so that one bad file stops nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from files.checks import CheckedFile, check_document
from files.extraction import extract
from files.names import unique_slug
from files.storing import store_document
from knowledge.library.choices import Level
from knowledge.library.models import LibraryIndexPage, NormativeDocumentPage

from .act import Act, read_act

SLUG = "library"


class Outcome(Enum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Imported:
    """What became of one file; ``words`` is the page's title or the reason of a problem."""

    name: str
    outcome: Outcome
    words: str


@dataclass(frozen=True)
class Reading:
    """One acceptable file of the folder."""

    name: str
    file: File  # type: ignore[type-arg]
    checked: CheckedFile
    act: Act


def import_folder(
    folder: Path, *, under: str = "", level: str = Level.MUNICIPAL, dry_run: bool = False
) -> Iterator[Imported]:
    """Import every file below ``folder``, yielding what became of each.

    Args:
        folder: files in it and in its folders; hidden ones are passed over.
        under: address part of the library's list; empty means the one there is, or ``library``.
        level: level of the documents created.
        dry_run: read and compare everything, write nothing.

    Raises:
        ValidationError: ``under`` is the address of a page that is no library.
    """
    index = _index(under, create=not dry_run)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(part.startswith(".") for part in name.split("/")):
            yield _import_file(path, name, index, level, dry_run)


def _index(under: str, *, create: bool) -> LibraryIndexPage | None:
    found = LibraryIndexPage.objects.filter(**({"slug": under} if under else {})).order_by("pk").first()
    if found is not None:
        return found
    slug = under or SLUG
    root = _root()
    if root.get_children().filter(slug=slug).exists():
        raise ValidationError(_("The address “%(slug)s” belongs to another page.") % {"slug": slug})
    if not create:
        return None
    return root.add_child(instance=LibraryIndexPage(title=_("Normative documents"), slug=slug))


def _root() -> Page:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    return site.root_page if site else Page.get_first_root_node()


def _import_file(
    path: Path, name: str, index: LibraryIndexPage | None, level: str, dry_run: bool
) -> Imported:
    try:
        with path.open("rb") as stream, transaction.atomic():
            return _import_reading(_read(File(stream, name=path.name), name), index, level, dry_run)
    except ValidationError as refused:
        return Imported(name, Outcome.PROBLEM, " ".join(refused.messages))
    except OSError as error:
        return Imported(name, Outcome.PROBLEM, str(error.strerror or error))


def _read(file: File, name: str) -> Reading:  # type: ignore[type-arg]
    checked = check_document(file)
    found = extract(file, checked.extension)
    if found.error:
        raise ValidationError(found.error)
    return Reading(name, file, checked, read_act(found.text, checked.title))


def _import_reading(reading: Reading, index: LibraryIndexPage | None, level: str, dry_run: bool) -> Imported:
    pages = NormativeDocumentPage.objects.child_of(index) if index else NormativeDocumentPage.objects.none()
    same = pages.filter(document__file_hash=reading.checked.hash).first()
    if same is not None:
        return Imported(reading.name, Outcome.UNCHANGED, same.title)
    old = pages.filter(source_name=reading.name).select_related("document").first()
    outcome = Outcome.UPDATED if old else Outcome.CREATED
    if old is not None and old.has_unpublished_changes and old.live:
        raise ValidationError(
            _("The page “%(title)s” has unpublished changes: publish or discard them first.")
            % {"title": old.title}
        )
    if not dry_run and index is not None:
        page = _renewed(old, reading) if old else _created(index, reading, level)
        return Imported(reading.name, outcome, page.title)
    return Imported(reading.name, outcome, reading.act.title)


def _created(index: LibraryIndexPage, reading: Reading, level: str) -> NormativeDocumentPage:
    act = reading.act
    page = NormativeDocumentPage(
        title=act.title,
        slug=unique_slug(index, act.title),
        document=store_document(file=reading.file, title=act.title, user=None, attached_to=None),
        kind=act.kind,
        level=level,
        act_number=act.number,
        act_date=act.dated,
        issuer=act.issuer,
        source_name=reading.name,
    )
    index.add_child(instance=page)
    page.save_revision().publish()
    _attach(page)
    return page


def _renewed(page: NormativeDocumentPage, reading: Reading) -> NormativeDocumentPage:
    """Give the page the new file; what an editor wrote by hand stays."""
    act, before = reading.act, read_act(page.document.text, page.document.title)
    pairs = {
        "title": (before.title, act.title),
        "kind": (before.kind, act.kind),
        "act_number": (before.number, act.number),
        "act_date": (before.dated, act.dated),
        "issuer": (before.issuer, act.issuer),
    }
    for field, (old_value, new_value) in pairs.items():
        if getattr(page, field) in (old_value, "", None) and new_value:
            setattr(page, field, new_value)
    page.document = store_document(file=reading.file, title=act.title, user=None, attached_to=page)
    revision = page.save_revision()
    if page.live:
        revision.publish()
    return page


def _attach(page: NormativeDocumentPage) -> None:
    page.document.attached_to = page
    page.document.save(update_fields=["attached_to"])
