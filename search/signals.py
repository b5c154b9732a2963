"""What makes a page appear in the search, change there or leave it.

``post_save`` runs inside the transaction of ``Page.save``, so a published page cannot commit without
its outbox row; Wagtail's own signals come later and only repeat it. Repeats coalesce in the drainer.
"""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from . import registry
from .outbox import record_change, record_tree

# Saving a draft touches only these: the public page stays as it was.
_OF_DRAFTS = frozenset(
    {
        "latest_revision",
        "latest_revision_created_at",
        "draft_title",
        "has_unpublished_changes",
        "locked",
        "locked_at",
        "locked_by",
        "go_live_at",
        "owner",
    }
)


def connect() -> None:
    """Listen to every page class: a section that nobody searches still moves the works below it."""
    post_save.connect(_saved, dispatch_uid="search.saved")
    post_delete.connect(_deleted, dispatch_uid="search.deleted")
    page_published.connect(_published, dispatch_uid="search.published")
    page_unpublished.connect(_published, dispatch_uid="search.unpublished")
    post_page_move.connect(_moved, dispatch_uid="search.moved")
    page_slug_changed.connect(_moved, dispatch_uid="search.slug")
    for signal in (post_save, post_delete):
        signal.connect(_restricted, sender=PageViewRestriction, dispatch_uid="search.restricted")


def _registered(instance: Any) -> bool:
    return isinstance(instance, registry.models())


def _saved(
    instance: Any, created: bool = False, update_fields: Any = None, raw: bool = False, **kwargs: Any
) -> None:
    if raw or not _registered(instance) or (created and not instance.live):
        return
    if update_fields is not None and _OF_DRAFTS.issuperset(update_fields):
        return
    record_change(instance.pk)


def _deleted(instance: Any, **kwargs: Any) -> None:
    if _registered(instance):
        record_change(instance.pk)


def _published(instance: Any, **kwargs: Any) -> None:
    if _registered(instance.specific_deferred):
        record_change(instance.pk)


def _moved(instance: Page, **kwargs: Any) -> None:
    record_tree(instance)


def _restricted(instance: PageViewRestriction, **kwargs: Any) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        record_tree(page)
