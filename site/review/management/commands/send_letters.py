from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from review.letters import deliver
from review.models import Letter


class Command(BaseCommand):
    help = "Send the letters that are due, also those the queue has given up; for cron and after outages."

    def handle(self, *args: Any, **options: Any) -> None:
        due = list(Letter.objects.due(timezone.now()).values_list("pk", flat=True))
        sent = sum(deliver(pk) for pk in due)
        self.stdout.write(
            _("Letters sent: %(sent)s, still waiting: %(waiting)s.")
            % {"sent": sent, "waiting": Letter.objects.waiting().count()}
        )
