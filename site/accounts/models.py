"""The user of the site: a person with surname, name and patronymic kept apart."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.querysets import SiteUserManager
from accounts.roles import Role


class User(AbstractUser):  # type: ignore[django-manager-missing]
    """A person who signs in. ``last_name`` is the surname, ``first_name`` the name."""

    patronymic = models.CharField(_("patronymic"), max_length=150, blank=True)

    objects: ClassVar[SiteUserManager] = SiteUserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["last_name", "first_name", "patronymic", "username"]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        # allauth looks addresses up in lower case only.
        self.email = self.email.lower()
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        """Return «Surname Name Patronymic», the order of Russian documents."""
        return " ".join(part for part in (self.last_name, self.first_name, self.patronymic) if part)

    def get_short_name(self) -> str:
        """Return «Surname N. P.»."""
        initials = " ".join(f"{part[0]}." for part in (self.first_name, self.patronymic) if part)
        return f"{self.last_name} {initials}".strip() or self.username

    @cached_property
    def roles(self) -> frozenset[Role]:
        """Roles held now; none for an inactive user. Remembered until the user's groups change."""
        if not self.is_active or not self.pk:
            return frozenset()
        names = set(self.groups.filter(name__in=Role.values).values_list("name", flat=True))
        if self.is_superuser:
            names.add(Role.ADMINISTRATOR)
        return frozenset(Role(name) for name in names)

    def has_role(self, *roles: Role) -> bool:
        """Say whether the user holds any of the roles."""
        return not self.roles.isdisjoint(roles)
