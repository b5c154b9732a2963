from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from search.rebuild import rebuild


class Command(BaseCommand):
    help = "Build the search index anew and swap it in; readers keep the old one meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        count = rebuild()
        self.stdout.write(_("The index is rebuilt: %(count)s documents.") % {"count": count})
