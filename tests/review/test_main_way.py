"""From submission to publication over every shipped edition."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import PageLogEntry

from knowledge.regulations.schema import shipped_slugs
from review.actions import Decline, Publish, Recall, Recommend, Return, Submit, Withdraw
from review.errors import Incomplete, ReviewError, Stale
from review.models import Recommendation, ReviewCase
from review.timeline import timeline
from tests.factories.review import (
    make_submittable,
    make_team,
    published_through_review,
    recommend,
    retext,
)

pytestmark = pytest.mark.django_db
State = ReviewCase.State


def state(work):
    return ReviewCase.objects.get(page_id=work.pk).state


@pytest.mark.parametrize("profile", shipped_slugs())
def test_a_work_goes_the_whole_way_under_every_edition(profile):
    team = make_team(profile)
    work = make_submittable(team)

    Submit(work, team.teacher).execute()
    assert state(work) == State.SUBMITTED
    Return(work, team.head, remarks="Добавьте меры безопасности.").execute()
    assert state(work) == State.RETURNED
    retext(work, team.teacher, "Семь опытов и меры безопасности.")
    Submit(work, team.teacher).execute()
    recommend(team, work)
    work.refresh_from_db()
    assert state(work) == State.RECOMMENDED
    assert not work.live, "a recommendation publishes nothing"
    Publish(work, team.methodist).execute()

    work.refresh_from_db()
    assert work.live
    assert state(work) == State.PUBLISHED
    assert work.body[0].value == "Семь опытов и меры безопасности."
    assert work.entry.number.startswith("ММ-")
    entries = PageLogEntry.objects.filter(page=work.pk, action__startswith="review.").order_by("pk")
    acts = [entry.action.removeprefix("review.") for entry in entries]
    assert acts == ["submit", "return", "submit", "recommend", "publish"]
    assert len(timeline(work)) == len(acts)


@pytest.mark.parametrize("profile", shipped_slugs())
def test_the_other_associations_head_has_no_move(profile):
    team = make_team(profile)
    work = make_submittable(team)
    Submit(work, team.teacher).execute()

    for user in (team.head2, team.teacher, team.director, team.curator, team.methodist):
        task = work.current_workflow_state.current_task_state.task.specific
        assert task.get_actions(work, user) == []
        with pytest.raises(PermissionDenied):
            recommend(team, work, user)
    assert state(work) == State.SUBMITTED


@pytest.mark.parametrize("profile", shipped_slugs())
def test_press_only_never_appears_on_the_site(profile):
    team = make_team(profile)
    work = make_submittable(team)
    Submit(work, team.teacher).execute()
    recommend(team, work, for_site=False, for_press=True)
    Publish(work, team.methodist).execute()

    work.refresh_from_db()
    assert not work.live
    assert state(work) == State.IN_BANK
    assert work.entry.number


@pytest.mark.parametrize("profile", shipped_slugs())
def test_neither_head_nor_author_can_publish(profile):
    team = make_team(profile)
    work = make_submittable(team)
    Submit(work, team.teacher).execute()
    recommend(team, work)
    for user in (team.head, team.teacher, team.director, team.head2):
        with pytest.raises(PermissionDenied):
            Publish(work, user).execute()
    work.refresh_from_db()
    assert not work.live


@pytest.mark.parametrize("profile", shipped_slugs())
def test_own_work_of_the_head_goes_to_the_curator(profile):
    team = make_team(profile)
    work = make_submittable(team, author=team.head)
    Submit(work, team.head).execute()

    with pytest.raises(PermissionDenied):
        recommend(team, work, team.head)
    recommend(team, work, team.curator)
    assert state(work) == State.RECOMMENDED


def test_a_head_who_is_a_co_author_does_not_review():
    team = make_team()
    work = make_submittable(team, authors=[team.teacher.educator, team.head.educator])
    Submit(work, team.teacher).execute()
    with pytest.raises(PermissionDenied):
        recommend(team, work, team.head)


def test_a_methodist_does_not_publish_own_work_and_the_director_does():
    team = make_team()
    work = make_submittable(team, author=team.methodist)
    Submit(work, team.methodist).execute()
    recommend(team, work)
    with pytest.raises(PermissionDenied):
        Publish(work, team.methodist).execute()
    Publish(work, team.director).execute()
    assert state(work) == State.PUBLISHED


def test_incomplete_work_is_not_submitted_and_every_field_is_named():
    team = make_team()
    work = make_submittable(team, annotation=" ", body=[], licence=None, consent=False, material_type=None)
    with pytest.raises(Incomplete) as caught:
        Submit(work, team.teacher).execute()
    assert caught.value.problems.keys() == {"annotation", "text", "licence", "consent", "material_type"}
    assert work.current_workflow_state is None


def test_a_second_submission_says_so_and_starts_nothing():
    team = make_team()
    work = make_submittable(team)
    Submit(work, team.teacher).execute()
    with pytest.raises(Stale):
        Submit(work, team.teacher).execute()
    assert len(timeline(work)) == 1


def test_a_decision_from_a_stale_page_is_refused():
    team = make_team()
    work = make_submittable(team)
    Submit(work, team.teacher).execute()
    seen = work.current_workflow_state.current_task_state.pk
    Return(work, team.head, remarks="Поправьте", task_state_id=seen).execute()
    with pytest.raises(Stale):
        recommend(team, work, task_state_id=seen)
    Submit(work, team.teacher).execute()
    with pytest.raises(Stale):
        recommend(team, work, task_state_id=seen)


def test_a_text_changed_behind_the_review_is_not_published():
    team = make_team()
    work = make_submittable(team)
    Submit(work, team.teacher).execute()
    recommend(team, work)
    retext(work, team.director, "Совсем другое")
    with pytest.raises(Stale):
        Publish(work, team.methodist).execute()
    work.refresh_from_db()
    assert not work.live
    Return(work, team.methodist, remarks="Текст изменился").execute()
    Submit(work, team.teacher).execute()
    assert state(work) == State.SUBMITTED, "a new text starts from the head"
    assert Recommendation.objects.get(verdict="recommended").voided_at is not None


def test_unchanged_text_returned_by_the_methodist_keeps_the_recommendation():
    team = make_team()
    work = make_submittable(team)
    Submit(work, team.teacher).execute()
    recommend(team, work)
    Return(work, team.methodist, remarks="Проверьте, нужен ли файл").execute()
    Submit(work, team.teacher).execute()
    assert state(work) == State.RECOMMENDED
    Publish(work, team.methodist).execute()
    assert state(work) == State.PUBLISHED


def test_decline_ends_the_review_and_the_author_may_begin_again():
    team = make_team()
    work = make_submittable(team)
    Submit(work, team.teacher).execute()
    Decline(work, team.head, reason="Такая работа уже есть в банке.").execute()
    assert state(work) == State.DECLINED
    assert work.current_workflow_state is None
    retext(work, team.teacher, "Новая работа")
    Submit(work, team.teacher).execute()
    assert state(work) == State.SUBMITTED


def test_taking_back_makes_a_draft():
    team = make_team()
    work = make_submittable(team)
    Submit(work, team.teacher).execute()
    with pytest.raises(PermissionDenied):
        Recall(work, team.head).execute()
    Recall(work, team.teacher).execute()
    assert state(work) == State.DRAFT
    with pytest.raises(Stale):
        Recall(work, team.teacher).execute()


@pytest.mark.parametrize("who", ["teacher", "head", "methodist"])
def test_withdrawal_takes_the_page_off_and_keeps_the_record(who):
    team = make_team()
    work = published_through_review(team)
    Withdraw(work, getattr(team, who), reason="Устарело").execute()
    work.refresh_from_db()
    assert not work.live
    assert state(work) == State.WITHDRAWN
    assert work.entry.number
    with pytest.raises(Stale):
        Withdraw(work, getattr(team, who), reason="Ещё раз").execute()


def test_a_stranger_can_not_withdraw():
    team = make_team()
    work = published_through_review(team)
    for user in (team.head2, team.curator):
        with pytest.raises(PermissionDenied):
            Withdraw(work, user, reason="Мне не нравится").execute()


@pytest.mark.parametrize(
    ("action", "field"), [(Return, "remarks"), (Decline, "reason"), (Recommend, "grounds")]
)
def test_a_decision_without_words_is_refused(action, field):
    team = make_team()
    work = make_submittable(team)
    Submit(work, team.teacher).execute()
    with pytest.raises(ReviewError):
        action(work, team.head, **{field: "  "}).execute()
    assert state(work) == State.SUBMITTED


def test_the_association_recommends_by_minutes_and_votes():
    team = make_team("oshmyany")
    work = make_submittable(team)
    Submit(work, team.teacher).execute()
    with pytest.raises(ReviewError):
        Recommend(work, team.head, grounds="Хорошая работа").execute()
    with pytest.raises(ReviewError):
        recommend(team, work, votes_for=5, votes_against=4, votes_abstained=2)
    recommend(team, work, votes_for=5, votes_against=5, votes_abstained=0, head_vote="for")
    assert Recommendation.objects.get().minutes_number == "3"


def test_a_published_work_gets_a_new_version_through_the_same_way():
    team = make_team()
    work = published_through_review(team)
    number = work.entry.number
    with pytest.raises(ReviewError):
        Submit(work, team.teacher).execute()
    retext(work, team.teacher, "Вторая редакция")
    Submit(work, team.teacher).execute()
    work.refresh_from_db()
    assert work.live
    assert work.body[0].value != "Вторая редакция"
    recommend(team, work)
    Publish(work, team.methodist).execute()
    work.refresh_from_db()
    assert work.body[0].value == "Вторая редакция"
    assert work.entry.number == number


def test_a_review_cancelled_in_wagtails_admin_is_a_draft_again():
    team = make_team()
    work = make_submittable(team)
    Submit(work, team.teacher).execute()
    work.current_workflow_state.cancel(user=team.teacher)
    assert state(work) == State.DRAFT
    Submit(work, team.teacher).execute()
    assert state(work) == State.SUBMITTED


def test_the_admin_offers_no_dates_of_publication():
    handler = type(make_submittable(make_team())).get_edit_handler()
    fields = handler.get_form_class().base_fields
    assert not {"go_live_at", "expire_at"} & fields.keys()
