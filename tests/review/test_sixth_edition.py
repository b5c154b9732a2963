"""A sixth regulation comes as a YAML file alone and the same way works by it."""

from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied

from accounts.roles import Role
from knowledge.regulations.loading import load_editions
from review.actions import Publish, Recommend, Return, Submit
from review.errors import ReviewError
from review.models import ReviewCase
from tests.factories.accounts import UserFactory
from tests.factories.review import VOTES, make_submittable, make_team, retext

SIXTH = Path(__file__).parents[1] / "regulations" / "data" / "sixth.yaml"
pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    [(edition, _new)] = load_editions([SIXTH])
    return make_team(edition.profile)


def test_the_steps_of_the_file_are_the_steps_of_the_work(team):
    editor = UserFactory(username="editor", roles=[Role.EDITOR])
    work = make_submittable(team)

    Submit(work, team.teacher).execute()
    Return(work, team.head, remarks="Добавьте источники").execute()
    retext(work, team.teacher, "Семь опытов с источниками")
    Submit(work, team.teacher).execute()
    Recommend(work, team.head, grounds="Полезно").execute()
    case = ReviewCase.objects.get(page_id=work.pk)
    assert (case.state, case.office) == (ReviewCase.State.SUBMITTED, "association")
    with pytest.raises(ReviewError):
        Recommend(
            work, team.head, grounds="Решили", **{**VOTES, "votes_for": 5, "votes_against": 5}
        ).execute()
    Recommend(work, team.head, grounds="Решили", **VOTES).execute()
    work.refresh_from_db()
    assert not work.live
    with pytest.raises(PermissionDenied):
        Publish(work, team.methodist).execute()
    Publish(work, editor).execute()
    work.refresh_from_db()
    assert work.live


def test_another_head_has_no_move_here_either(team):
    work = make_submittable(team)
    Submit(work, team.teacher).execute()
    with pytest.raises(PermissionDenied):
        Recommend(work, team.head2, grounds="Чужое").execute()
