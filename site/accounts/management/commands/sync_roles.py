from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from accounts.roles import Role, sync_roles


class Command(BaseCommand):
    help = "Make the groups of roles and their permissions what the code says."

    def handle(self, *args: Any, **options: Any) -> None:
        sync_roles()
        self.stdout.write(_("Roles are in step: %(count)d groups.") % {"count": len(Role)})
