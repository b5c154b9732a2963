"""Keeps roles in step: after migrations, when a section appears, when a user's groups change."""

from typing import Any

from allauth.account.models import EmailAddress
from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions
from django.db import DEFAULT_DB_ALIAS, connections

from accounts.roles import sync_roles
from accounts.sections import sync_sections

SECTION_DEPTH = 3
"""Depth of a section's page: the tree's root is 1, the home page 2."""


def last_migrated_app() -> AppConfig:
    """Return the application whose ``post_migrate`` comes last: by then every permission exists."""
    return [app for app in apps.get_app_configs() if app.models_module][-1]


def sync_after_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Sync roles once, when the last application has been migrated."""
    from wagtail.models import GroupCollectionPermission

    # ``migrate auth`` alone, or a way back to nothing, leaves no tree of pages to give rights over.
    tables = connections[using].introspection.table_names()
    if using != DEFAULT_DB_ALIAS or GroupCollectionPermission._meta.db_table not in tables:
        return
    create_permissions(sender, using=using, verbosity=0)
    sync_roles()


def sync_new_section(instance: Any, **kwargs: Any) -> None:
    """Open a section that has just been published to editors."""
    if instance.depth == SECTION_DEPTH:
        sync_sections()


def forget_roles(instance: Any, **kwargs: Any) -> None:
    """Drop the roles remembered by a user whose groups change."""
    instance.__dict__.pop("roles", None)


def forget_old_addresses(instance: Any, **kwargs: Any) -> None:
    """Drop addresses that allauth remembers besides the user's own: an old one must open nothing."""
    EmailAddress.objects.filter(user=instance).exclude(email=instance.email).delete()
