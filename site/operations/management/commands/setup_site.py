from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from accounts.roles import sync_roles
from knowledge.regulations.loading import load_editions
from operations.sections import open_sections


class Command(BaseCommand):
    help = (
        "Make what a new installation needs: sections, roles and the shipped regulation profiles; repeatable."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        sync_roles()
        editions = load_editions()
        open_sections()
        self.stdout.write(_("The site is ready: %(count)s regulation profiles.") % {"count": len(editions)})
