"""Who may read a document. Nobody, unless a rule says yes."""

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser

from accounts.models import User

from .models import SiteDocument

Rule = Callable[[User | AnonymousUser, SiteDocument], bool]

_rules: list[Rule] = []


def register_rule(rule: Rule) -> Rule:
    """Add a reason to let somebody read a document; call it in ``AppConfig.ready`` or as a decorator.

    A rule only ever opens: it answers True to allow and False when it has nothing to say.
    """
    if rule not in _rules:
        _rules.append(rule)
    return rule


def can_read(user: User | AnonymousUser, document: SiteDocument) -> bool:
    """Return whether any rule opens ``document`` to ``user``."""
    return any(rule(user, document) for rule in _rules)


@register_rule
def superuser_reads(user: User | AnonymousUser, document: SiteDocument) -> bool:
    return user.is_active and user.is_superuser


@register_rule
def uploader_reads(user: User | AnonymousUser, document: SiteDocument) -> bool:
    return user.is_authenticated and user.is_active and user.pk == document.uploaded_by_user_id
