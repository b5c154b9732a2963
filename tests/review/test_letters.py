"""Letters go by a real mail server: once, whole, later when it is away, and never in the act's way."""

import logging
import socket
from datetime import timedelta
from email import message_from_bytes, policy
from io import StringIO

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from review.actions import Submit
from review.letters import MAX_ATTEMPTS, deliver, send_letter, write
from review.models import Letter, ReviewCase
from tests.factories.review import make_submittable, make_team

pytestmark = pytest.mark.django_db(transaction=True)
SUBJECT = "Ждёт вашего решения: Опыты по оптике"


class Mailbox:
    """Keeps what arrives; ``refusal`` answers instead."""

    def __init__(self):
        self.arrived, self.refusal = [], ""

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the protocol's name
        if self.refusal:
            return self.refusal
        message = message_from_bytes(envelope.content, policy=policy.default)
        self.arrived.append((envelope.rcpt_tos, message))
        return "250 OK"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def no_server(settings):
    """An address where nobody listens, and the queue of an installation."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.DEFAULT_FROM_EMAIL = "noreply@metod.example"
    settings.PUBLIC_URL = "https://metod.example/"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
    return settings.EMAIL_PORT


@pytest.fixture
def server(no_server):
    with listening(no_server) as mailbox:
        yield mailbox


class listening:  # noqa: N801 - reads as a verb
    """A mail server on the port while inside."""

    def __init__(self, port):
        self.mailbox = Mailbox()
        self.controller = Controller(self.mailbox, hostname="127.0.0.1", port=port)

    def __enter__(self):
        self.controller.start()
        return self.mailbox

    def __exit__(self, *error):
        self.controller.stop()


def work_the_queue() -> None:
    """Run what is ready, as ``db_worker --batch`` does, without its signal handlers."""
    Worker(
        queue_names=["default"], interval=0, batch=True, backend_name="default", startup_delay=False,
        max_tasks=None, worker_id="test", excluded_queue_names=[],
    ).run()  # fmt: skip


def submit(**fields):
    team = make_team()
    work = make_submittable(team, **fields)
    Submit(work, team.teacher).execute()
    return team, work


def test_a_submitted_works_letter_arrives_whole(server):
    team, work = submit()
    assert not server.arrived, "the act does not wait for the mail"
    work_the_queue()

    ((recipients, message),) = server.arrived
    assert recipients == [team.head.email]
    assert message["To"] == team.head.email
    assert message["From"] == "noreply@metod.example"
    assert message["Subject"].strip() == SUBJECT
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"].endswith("@metod.example>")
    assert message["Date"]
    assert message.get_content_type() == "text/plain"
    assert message.get_content_charset() == "utf-8"
    text = message.get_content()
    assert f"https://metod.example/desk/works/{work.pk}/" in text
    assert "Опыты по оптике" in text
    letter = Letter.objects.get()
    assert letter.sent_at
    assert (letter.attempts, letter.last_error) == (1, "")


def test_a_letter_waits_for_the_server_and_goes_once(no_server):
    _team, work = submit()
    assert ReviewCase.objects.get(page_id=work.pk).state == "submitted"
    work_the_queue()
    letter = Letter.objects.get()
    assert letter.sent_at is None
    assert (letter.attempts, letter.last_error) == (1, "ConnectionRefusedError")

    with listening(no_server) as mailbox:
        work_the_queue()
        assert not mailbox.arrived, "too early"
        with time_machine.travel(timezone.now() + timedelta(minutes=3), tick=True):
            work_the_queue()
            work_the_queue()
            call_command("send_letters", stdout=StringIO())
            assert deliver(letter.pk) is False
        with time_machine.travel(timezone.now() + timedelta(days=3), tick=True):
            work_the_queue()
    assert [message["Subject"].strip() for _to, message in mailbox.arrived] == [SUBJECT]
    letter.refresh_from_db()
    assert letter.sent_at
    assert (letter.attempts, letter.last_error) == (2, "")
    assert not DBTaskResult.objects.ready().exists()
    assert not DBTaskResult.objects.failed().exists()


def test_a_server_that_refuses_is_asked_again(server):
    server.refusal = "451 Try again later"
    submit()
    work_the_queue()
    assert Letter.objects.get().last_error == "SMTPDataError"
    server.refusal = ""
    with time_machine.travel(timezone.now() + timedelta(minutes=3), tick=True):
        work_the_queue()
    assert len(server.arrived) == 1


def test_the_queue_gives_up_and_the_command_does_not(no_server):
    submit()
    moment = timezone.now()
    for _ in range(MAX_ATTEMPTS + 3):
        with time_machine.travel(moment, tick=True):
            work_the_queue()
        moment += timedelta(hours=5)
    assert Letter.objects.get().attempts == MAX_ATTEMPTS

    with listening(no_server) as mailbox, time_machine.travel(moment, tick=True):
        outputs = [StringIO(), StringIO()]
        for output in outputs:
            call_command("send_letters", stdout=output)
    assert len(mailbox.arrived) == 1
    assert "1" in outputs[0].getvalue()
    assert "1" not in outputs[1].getvalue()


def test_the_command_leaves_what_is_not_due(no_server):
    submit()
    work_the_queue()
    with listening(no_server) as mailbox:
        call_command("send_letters", stdout=StringIO())
    assert not mailbox.arrived
    assert Letter.objects.get().attempts == 1


def test_a_letter_that_another_worker_has_is_left_alone(server):
    submit()
    letter = Letter.objects.get()
    Letter.objects.update(next_try=timezone.now() + timedelta(minutes=2))  # its claim
    assert deliver(letter.pk) is False
    send_letter.call(letter.pk)
    assert not server.arrived
    assert DBTaskResult.objects.filter(run_after__lt=timezone.now() + timedelta(minutes=3)).count() == 1


def test_a_queue_that_fails_does_not_fail_the_act(server, monkeypatch):
    backend = type(send_letter.get_backend())
    enqueue = backend.enqueue

    def broken(self, task, args, kwargs):
        if task.func is send_letter.func:
            raise RuntimeError("no queue")
        return enqueue(self, task, args, kwargs)

    monkeypatch.setattr(backend, "enqueue", broken)
    _team, work = submit()
    monkeypatch.undo()
    assert ReviewCase.objects.get(page_id=work.pk).state == "submitted"
    call_command("send_letters", stdout=StringIO())
    assert len(server.arrived) == 1


def test_an_act_that_did_not_happen_writes_to_nobody(server):
    team = make_team()
    work = make_submittable(team)
    with transaction.atomic():
        Submit(work, team.teacher).execute()
        transaction.set_rollback(True)
    work_the_queue()
    assert not Letter.objects.exists()
    assert not server.arrived


@pytest.mark.parametrize("gap", ["\r\n", "\n", "\r", "\u2028", "\x0b"])
def test_a_title_writes_no_headers(server, gap):
    team, work = submit(title="Опыты")
    Letter.objects.all().delete()
    work.draft_title = f"Опыты{gap}Bcc: chuzhoj@example.com{gap}{gap}Тело"
    write("asked", work, [team.head])
    work_the_queue()
    ((recipients, message),) = server.arrived
    assert recipients == [team.head.email]
    assert message["Bcc"] is None
    assert message["Subject"].strip() == "Ждёт вашего решения: Опыты Bcc: chuzhoj@example.com Тело"


@pytest.mark.parametrize("change", [{"is_active": False}, {"email": ""}])
def test_nobody_writes_to_an_account_switched_off(server, change):
    team, work = submit()
    type(team.head).objects.filter(pk=team.head.pk).update(**change)
    work_the_queue()
    call_command("send_letters", stdout=StringIO())
    assert not server.arrived
    assert Letter.objects.get().attempts == 0

    team.head.refresh_from_db()
    write("recommended", work, [team.head])
    assert Letter.objects.count() == 1


def test_an_address_that_cannot_be_written_is_a_failure_of_its_letter_alone(server):
    team, _work = submit()
    type(team.head).objects.filter(pk=team.head.pk).update(email="head\n@example.com")
    work_the_queue()
    letter = Letter.objects.get()
    assert letter.sent_at is None
    assert letter.last_error
    assert not DBTaskResult.objects.failed().exists()


def test_logs_name_nobody(no_server, caplog):
    caplog.set_level(logging.DEBUG)
    team, _work = submit()
    caplog.clear()
    work_the_queue()
    assert "was not sent" in caplog.text
    for person in (team.head, team.teacher):
        for words in (person.email, person.last_name, person.username + "@"):
            assert words not in caplog.text
    assert "Опыты по оптике" not in caplog.text
