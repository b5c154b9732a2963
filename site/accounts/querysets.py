"""Questions about users."""

from typing import Any, Self

from django.contrib.auth.models import UserManager
from django.db import models
from django.db.models import Q

from accounts.roles import Role


class UserQuerySet(models.QuerySet[Any]):
    def with_role(self, role: Role) -> Self:
        """Return active users who hold the role; a superuser is an administrator."""
        holders = Q(groups__name=role.value)
        if role == Role.ADMINISTRATOR:
            holders |= Q(is_superuser=True)
        return self.filter(holders, is_active=True).distinct()


class SiteUserManager(UserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    use_in_migrations = False
