"""Decisions at the desk, as each role sees them."""

import pytest
from django.urls import reverse

from knowledge.regulations.schema import shipped_slugs
from review.models import ReviewCase
from tests.factories.review import make_submittable, make_team, published_through_review

pytestmark = pytest.mark.django_db
VOTES = {
    "recommend-minutes_number": "4",
    "recommend-minutes_date": "2026-10-12",
    "recommend-votes_for": "8",
    "recommend-votes_against": "1",
    "recommend-votes_abstained": "0",
    "recommend-head_vote": "for",
}


def url(name, work, *args):
    return reverse(f"desk:{name}", args=[work.pk, *args])


def step_of(client, work):
    return client.get(url("work", work)).context["step"]


@pytest.mark.parametrize("profile", shipped_slugs())
def test_the_whole_way_by_the_forms(client, profile):
    team = make_team(profile)
    work = make_submittable(team)
    client.force_login(team.teacher)
    assert client.post(url("submit", work)).status_code == 302

    client.force_login(team.head)
    assert "Опыты по оптике" in client.get(reverse("desk:home")).text
    page = client.get(url("work", work))
    assert "Семь опытов с самодельной линзой" in page.text
    answer = {"return-remarks": "Добавьте карточки", "step": page.context["step"]}
    assert client.post(url("decide", work, "return"), answer).status_code == 302

    client.force_login(team.teacher)
    assert "Добавьте карточки" in client.get(url("edit", work)).text
    assert client.post(url("submit", work)).status_code == 302

    client.force_login(team.head)
    answer = {
        "recommend-grounds": "Полезно всем",
        "recommend-for_site": "on",
        "step": step_of(client, work),
        **VOTES,
    }
    assert client.post(url("decide", work, "recommend"), answer).status_code == 302
    assert client.get(work.get_url()).status_code == 404

    client.force_login(team.methodist)
    answer = {"step": step_of(client, work)}
    assert client.post(url("decide", work, "publish"), answer).status_code == 302
    client.logout()
    public = client.get(work.get_url())
    assert public.status_code == 200
    assert "Полезно всем" in public.text


def test_another_head_never_sees_it(client):
    team = make_team()
    work = make_submittable(team)
    client.force_login(team.teacher)
    client.post(url("submit", work))
    client.force_login(team.head2)
    for tab in ("waiting", "mine", "decided", "all"):
        assert "Опыты по оптике" not in client.get(reverse("desk:home"), {"tab": tab}).text
    assert client.get(url("work", work)).status_code == 404
    for verb in ("recommend", "return", "decline", "publish", "consent"):
        assert client.post(url("decide", work, verb), {"step": ""}).status_code == 404


def test_a_form_with_errors_keeps_what_was_written(client):
    team = make_team()
    work = make_submittable(team)
    client.force_login(team.teacher)
    client.post(url("submit", work))
    client.force_login(team.head)
    answer = {"recommend-grounds": "Написано с трудом", "step": step_of(client, work)}
    response = client.post(url("decide", work, "recommend"), answer)
    assert response.status_code == 422
    assert "Написано с трудом" in response.text


def test_a_stale_page_keeps_what_was_written_and_says_why(client):
    team = make_team()
    work = make_submittable(team)
    client.force_login(team.teacher)
    client.post(url("submit", work))
    client.force_login(team.head)
    seen = step_of(client, work)
    client.post(url("decide", work, "return"), {"return-remarks": "Раз", "step": seen})
    client.force_login(team.teacher)
    client.post(url("submit", work))
    client.force_login(team.head)
    response = client.post(url("decide", work, "return"), {"return-remarks": "Два слова", "step": seen})
    assert response.status_code == 409
    assert "Два слова" in response.text


def test_an_act_out_of_turn_changes_nothing(client):
    team = make_team()
    work = make_submittable(team)
    client.force_login(team.teacher)
    client.post(url("submit", work))
    client.force_login(team.methodist)
    response = client.post(url("decide", work, "publish"), {"step": ""})
    assert response.status_code == 403
    work.refresh_from_db()
    assert not work.live


def test_withdrawal_from_the_desk(client):
    team = make_team()
    work = published_through_review(team)
    client.force_login(team.methodist)
    assert client.post(url("withdraw", work), {"withdraw-reason": " "}).status_code == 422
    assert client.post(url("withdraw", work), {"withdraw-reason": "Устарела"}).status_code == 302
    client.logout()
    assert client.get(work.get_url()).status_code == 404


def test_desks_are_for_signed_in_people(client):
    response = client.get(reverse("desk:home"))
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


def test_staff_see_everything_under_review_and_nothing_unsubmitted(client):
    team = make_team()
    work = make_submittable(team)
    make_submittable(team, title="Ещё черновик")
    client.force_login(team.teacher)
    client.post(url("submit", work))
    client.force_login(team.director)
    text = client.get(reverse("desk:home"), {"tab": "all"}).text
    assert "Опыты по оптике" in text
    assert "Ещё черновик" not in text


def test_the_desks_list_takes_the_same_queries_at_any_length(client, django_assert_max_num_queries):
    team = make_team()
    client.force_login(team.teacher)
    for number in range(12):
        make_submittable(team, title=f"Работа {number}")
    client.get(reverse("desk:home"), {"tab": "mine"})
    with django_assert_max_num_queries(25):
        client.get(reverse("desk:home"), {"tab": "mine"})
    assert ReviewCase.objects.count() == 12
