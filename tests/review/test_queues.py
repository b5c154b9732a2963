"""Whose move it is: queues, rights and letters must say the same."""

import datetime as dt

import pytest
import time_machine
from django.core import mail
from django.db import transaction

from accounts.roles import Role
from knowledge.associations.models import HeadAppointment
from knowledge.regulations.schema import shipped_slugs
from review.actions import Publish, Submit
from review.models import Letter, ReviewCase
from review.steps import Office
from tests.factories.accounts import UserFactory
from tests.factories.associations import HeadAppointmentFactory
from tests.factories.people import educator_of
from tests.factories.regulations import changed_profile
from tests.factories.review import make_submittable, make_team, recommend

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)


def waiting_for(user, on=TODAY):
    return set(ReviewCase.objects.awaiting(user, on).values_list("page_id", flat=True))


def team_and_people():
    team = make_team()
    second = UserFactory(username="methodist2", last_name="Белова", roles=[Role.METHODIST])
    people = [
        team.teacher,
        team.head,
        team.head2,
        team.curator,
        team.methodist,
        second,
        team.director,
        UserFactory(username="expert", roles=[Role.EXPERT]),
    ]
    return team, people


@pytest.mark.parametrize("curated", [True, False])
@pytest.mark.parametrize("headed", [True, False])
@pytest.mark.parametrize("writer", ["teacher", "head", "curator", "methodist", "director"])
def test_queue_and_rights_agree(writer, headed, curated):
    team, people = team_and_people()
    if not headed:
        HeadAppointment.objects.filter(association=team.association).update(ends=TODAY - dt.timedelta(days=1))
    if not curated:
        team.association.curator = None
        team.association.save()
    author = getattr(team, writer)
    work = make_submittable(team, author=author)
    with time_machine.travel(TODAY, tick=False):
        Submit(work, author).execute()
    work.refresh_from_db()
    for office in (Office.HEAD, Office.ASSOCIATION, Office.CURATOR, Office.METHODIST, Office.EXPERT):
        ReviewCase.objects.filter(page_id=work.pk).update(office=office)
        holders = set(work.office_holders(office, TODAY).values_list("pk", flat=True))
        waiting = {person.pk for person in people if work.pk in waiting_for(person)}
        assert waiting == holders, office
        assert author.pk not in holders
        assert holders, "somebody can always act"


@pytest.mark.parametrize("profile", shipped_slugs())
def test_open_reviews_of_an_ended_head_go_to_the_successor_or_the_curator(profile):
    team = make_team(profile)
    HeadAppointment.objects.filter(association=team.association).update(ends=dt.date(2026, 8, 31))
    works = [make_submittable(team, title=f"Работа {n}") for n in (1, 2)]
    with time_machine.travel(dt.date(2026, 8, 20), tick=False):
        for work in works:
            Submit(work, team.teacher).execute()
    both = {work.pk for work in works}

    assert waiting_for(team.head, dt.date(2026, 8, 31)) == both
    assert waiting_for(team.head, dt.date(2026, 9, 1)) == set()
    assert waiting_for(team.curator, dt.date(2026, 9, 1)) == both

    successor = UserFactory(username="successor", roles=[Role.HEAD])
    HeadAppointmentFactory(
        association=team.association, educator=educator_of(successor), starts=dt.date(2026, 9, 5)
    )
    assert waiting_for(successor, dt.date(2026, 9, 5)) == both
    assert waiting_for(team.curator, dt.date(2026, 9, 5)) == set()
    with time_machine.travel(dt.date(2026, 9, 6), tick=False):
        recommend(team, works[0], successor)


def test_a_queue_of_any_length_takes_the_same_queries(django_assert_max_num_queries):
    team = make_team()
    for number in range(6):
        Submit(make_submittable(team, title=f"Работа {number}"), team.teacher).execute()
    with django_assert_max_num_queries(12):
        assert len(list(ReviewCase.objects.awaiting(team.head, TODAY))) == 6


def test_letters_follow_every_act_with_the_reason_and_a_link(django_capture_on_commit_callbacks, settings):
    settings.PUBLIC_URL = "https://metod.example.org"
    team = make_team()
    work = make_submittable(team)
    with django_capture_on_commit_callbacks(execute=True):
        Submit(work, team.teacher).execute()
    with django_capture_on_commit_callbacks(execute=True):
        recommend(team, work)
    with django_capture_on_commit_callbacks(execute=True):
        Publish(work, team.methodist, comment="Спасибо").execute()

    recipients = [message.to[0].split("@")[0] for message in mail.outbox]
    assert recipients[:3] == ["head", "teacher", "methodist"]
    assert sorted(recipients[3:]) == ["head", "teacher"]
    grounds = next(message for message in mail.outbox if message.to == ["teacher@example.org"])
    assert "Проверено на уроках." in grounds.body
    assert f"https://metod.example.org/desk/works/{work.pk}/" in grounds.body
    assert not Letter.objects.filter(sent_at__isnull=True).exists()


def test_no_letter_leaves_when_the_act_fails(django_capture_on_commit_callbacks):
    team = make_team()
    work = make_submittable(team)
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        _submit_and_fail(work, team.teacher)
    assert callbacks == []
    assert Letter.objects.count() == 0
    assert mail.outbox == []


def _submit_and_fail(work, user):
    try:
        with transaction.atomic():
            Submit(work, user).execute()
            raise ConnectionError
    except ConnectionError:
        return


@pytest.mark.parametrize("director_writes_too", [False, True])
def test_a_regulation_may_give_the_heads_own_work_to_the_director(director_writes_too):
    profile = changed_profile(
        "pechora",
        "own_work_reviewer: null",
        'own_work_reviewer: {value: service_director, clause: "001-1.2"}',
    )
    team = make_team(profile)
    authors = [educator_of(team.director)] if director_writes_too else []
    own = make_submittable(team, author=team.head, authors=[educator_of(team.head), *authors])
    other = make_submittable(team, title="Работа учителя")
    with time_machine.travel(TODAY, tick=False):
        Submit(own, team.head).execute()
        Submit(other, team.teacher).execute()
    expected = team.methodist if director_writes_too else team.director
    for person in (team.head, team.curator, team.director, team.methodist):
        assert (own.pk in waiting_for(person)) is (person == expected), person
    assert set(own.office_holders(Office.HEAD, TODAY)) == {expected}
    assert waiting_for(team.head) == {other.pk}
