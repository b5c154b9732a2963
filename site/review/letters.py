"""Letters about the review: written with the act, sent after its commit, tried again until they go."""

import logging
from collections.abc import Iterable
from datetime import timedelta
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from accounts.models import User

from . import clock
from .models import Letter, ReviewCase
from .steps import Office

logger = logging.getLogger(__name__)
MAX_ATTEMPTS = 12
"""Attempts by the queue, over some twenty hours; after that ``send_letters`` goes on."""
LONGEST_PAUSE = 240
"""Minutes between attempts at most."""


def subjects() -> dict[str, str]:
    """Return the subject line of each event, in the language in force."""
    return {
        "asked": _("Your decision is awaited: %(title)s"),
        "recommended": _("Recommended: %(title)s"),
        "returned": _("Returned with remarks: %(title)s"),
        "declined": _("Declined: %(title)s"),
        "published": _("Published: %(title)s"),
        "registered": _("Registered in the bank: %(title)s"),
        "withdrawn": _("Withdrawn: %(title)s"),
        "recalled": _("Taken back by the author: %(title)s"),
    }


def everybody_of(page: Any) -> set[User]:
    """Return the authors and those who have decided on the page."""
    reviewers = User.objects.filter(is_active=True, recommendations__page_id=page.pk)
    return {*page.author_users(), *reviewers}


def ask_office(page: Any, case: ReviewCase) -> None:
    """Tell the holders of the office whose move it is."""
    write("asked", page, page.office_holders(Office(case.office), clock.today()))


def write(
    event: str, page: Any, recipients: Iterable[User], *, actor: User | None = None, text: str = ""
) -> None:
    """Write a letter to each recipient but the one who acted; sending waits for the commit."""
    if clock.is_set_back():
        return
    address = settings.PUBLIC_URL.rstrip("/") + reverse(page.desk_view, args=[page.pk])
    title = page.draft_title or page.title
    subject = " ".join((subjects()[event] % {"title": title}).split())[:255]  # one line, whatever the title
    for person in {user.pk: user for user in recipients}.values():
        if not (person.email and person.is_active) or (actor is not None and person.pk == actor.pk):
            continue
        context = {
            "name": f"{person.first_name} {person.patronymic}".strip() or person.get_full_name(),
            "title": title,
            "text": text,
            "address": address,
            "site_name": settings.WAGTAIL_SITE_NAME,
        }
        body = render_to_string(f"emails/{event}.txt", context)
        letter = Letter.objects.create(recipient=person, subject=subject, body=body)
        # Robust: the act is done by then, and ``send_letters`` finds what was not put into the queue.
        transaction.on_commit(lambda pk=letter.pk: send_letter.enqueue(pk), robust=True)  # type: ignore[misc]


@task()
def send_letter(letter_id: int) -> None:
    """Send one letter; when the mail server is away, try again later."""
    deliver(letter_id)
    left = Letter.objects.waiting().filter(pk=letter_id, attempts__lt=MAX_ATTEMPTS).first()
    if left is not None and send_letter.get_backend().supports_defer:
        send_letter.using(run_after=left.next_try).enqueue(letter_id)


def deliver(letter_id: int) -> bool:
    """Send the letter if it is due, and tell whether it went.

    Whoever moves ``next_try`` first has the letter for that long: workers and the command side by side
    do not send it twice, and a worker that died leaves it to the next attempt.
    """
    now = timezone.now()
    letter = Letter.objects.due(now).select_related("recipient").filter(pk=letter_id).first()
    if letter is None:
        return False
    letter.attempts += 1
    pause = timedelta(minutes=min(2 ** min(letter.attempts, 8), LONGEST_PAUSE))
    mine = Letter.objects.filter(pk=letter.pk, sent_at=None, next_try=letter.next_try)
    if not mine.update(attempts=letter.attempts, next_try=now + pause):
        return False
    try:
        EmailMessage(**letter.as_message()).send()
    except (OSError, SMTPException, ValueError) as error:  # ValueError: an address that cannot be written
        letter.last_error = type(error).__name__  # its text names the address
        letter.save(update_fields=["last_error"])
        logger.warning("Letter %s was not sent: %s", letter.pk, letter.last_error)
        return False
    letter.sent_at, letter.last_error = timezone.now(), ""
    letter.save(update_fields=["sent_at", "last_error"])
    return True
