"""A13: who publishes a passport is said by the edition, and whose move it is by the day."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import User
from accounts.roles import Role
from knowledge.associations.actions import PublishPassport, SaveDraft
from knowledge.associations.models import AssociationPage, HeadAppointment
from knowledge.associations.moderation import passport_steps
from knowledge.associations.rules import edition_for
from knowledge.regulations.schema import shipped_slugs
from review.actions import Publish, Recall, Return, Submit
from review.clock import today
from review.errors import Incomplete, ReviewError, Stale
from review.models import ReviewCase
from review.steps import Office, ReviewStep, StepKind
from review.timeline import timeline
from tests.factories.accounts import UserFactory
from tests.factories.associations import HeadAppointmentFactory, make_association
from tests.factories.people import educator_of
from tests.factories.regulations import ProfileEditionFactory, changed_profile

pytestmark = pytest.mark.django_db

MODERATION = 'moderation: {value: none, clause: "002-5.10"'
UNMODERATED = next(
    slug
    for slug in shipped_slugs()
    if MODERATION in ProfileEditionFactory.build(slug=slug, profile=None).source_text
)


def moderated_by(office):
    return changed_profile(UNMODERATED, MODERATION, MODERATION.replace("none", office))


def draft_of(page, **fields):
    draft = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    return draft


def changed(page, head, goal="Новая цель"):
    SaveDraft(draft_of(page, goal=goal), head, opened=page.latest_revision_id).execute()
    page.refresh_from_db()
    return page


def public_goal(page):
    return AssociationPage.objects.live().get(pk=page.pk).goal


def test_without_moderation_the_head_publishes():
    head = UserFactory()
    page = changed(make_association(profile=UNMODERATED, head=head), head)
    assert passport_steps(page, today()) == []
    assert page.get_workflow() is None
    assert public_goal(page) != "Новая цель"
    case = PublishPassport(page, head).execute()
    assert case.state == ReviewCase.State.PUBLISHED
    assert public_goal(page) == "Новая цель"
    assert [act.label for act in timeline(page)] == [timeline(page)[0].label]
    assert timeline(page)[0].name == head.get_full_name()
    with pytest.raises(ReviewError):
        PublishPassport(page, head).execute()


@pytest.mark.parametrize(("value", "office"), [("curator", Office.CURATOR), ("editor", Office.EDITOR)])
def test_with_moderation_the_passport_waits(value, office):
    head, curator, editor = UserFactory(), UserFactory(), UserFactory(roles=[Role.EDITOR])
    page = changed(make_association(profile=moderated_by(value), head=head, curator=curator), head)
    assert passport_steps(page, today()) == [ReviewStep(StepKind.PUBLISH, office)]
    with pytest.raises(PermissionDenied):
        PublishPassport(page, head).execute()
    Submit(page, head).execute()
    assert public_goal(page) != "Новая цель"
    holder, other = (curator, editor) if value == "curator" else (editor, curator)
    for user, waits in ((holder, 1), (other, 0), (head, 0)):
        assert ReviewCase.objects.awaiting(user, today()).count() == waits
    for user in (head, other):
        with pytest.raises(PermissionDenied):
            Publish(page, user).execute()
    Publish(page, holder).execute()
    assert public_goal(page) == "Новая цель"
    assert not ReviewCase.objects.awaiting(holder, today()).exists()


def test_a_silent_edition_and_none_at_all_ask_for_the_curator():
    page = make_association(profile="oshmyany")
    assert passport_steps(page, today()) == [ReviewStep(StepKind.PUBLISH, Office.CURATOR)]
    before = dt.date(2023, 8, 30)
    assert edition_for(page, before) is None
    assert passport_steps(page, before) == [ReviewStep(StepKind.PUBLISH, Office.CURATOR)]


def test_returned_and_recalled_passports_are_the_heads_again():
    head, curator = UserFactory(), UserFactory()
    page = changed(make_association(profile=moderated_by("curator"), head=head, curator=curator), head)
    Submit(page, head).execute()
    with pytest.raises(ReviewError):
        SaveDraft(draft_of(page), head, opened=page.latest_revision_id).execute()
    Return(page, curator, remarks="Уточните цель").execute()
    page = changed(page, head, goal="Уточнённая цель")
    Submit(page, head).execute()
    Recall(page, head).execute()
    assert ReviewCase.objects.get(page_id=page.pk).state == ReviewCase.State.DRAFT
    assert public_goal(page) != "Уточнённая цель"


def test_an_edition_that_lifts_moderation_frees_a_returned_passport():
    head, curator = UserFactory(), UserFactory()
    profile = moderated_by("curator")
    page = changed(make_association(profile=profile, head=head, curator=curator), head)
    Submit(page, head).execute()
    Return(page, curator, remarks="Уточните цель").execute()
    edition = profile.editions.get()
    edition.source_text = edition.source_text.replace(
        'value: curator, clause: "002-5.10"', 'value: none, clause: "002-5.10"'
    )
    edition.save()
    page = changed(page, head, goal="Уточнённая цель")
    PublishPassport(page, head).execute()
    assert public_goal(page) == "Уточнённая цель"
    assert page.current_workflow_state is None


@pytest.mark.parametrize("who", ["former", "stranger", "curator"])
def test_only_the_head_in_force_publishes(who):
    people = {name: UserFactory() for name in ("former", "stranger", "curator")}
    page = make_association(profile=UNMODERATED, curator=people["curator"])
    HeadAppointmentFactory(
        association=page, educator=educator_of(people["former"]), ends=dt.date(2021, 8, 31)
    )
    page.save_revision()
    page.refresh_from_db()
    for action in (
        PublishPassport(page, people[who]),
        SaveDraft(draft_of(page), people[who], opened=page.latest_revision_id),
    ):
        with pytest.raises(PermissionDenied):
            action.execute()


def test_a_passport_without_purpose_and_goal_is_not_published():
    head = UserFactory()
    page = make_association(profile=UNMODERATED, head=head)
    SaveDraft(draft_of(page, goal=" ", purpose=""), head, opened=page.latest_revision_id).execute()
    page.refresh_from_db()
    with pytest.raises(Incomplete) as refusal:
        PublishPassport(page, head).execute()
    assert set(refusal.value.problems) == {"goal"}


def test_a_stale_window_saves_nothing():
    head = UserFactory()
    page = make_association(profile=UNMODERATED, head=head)
    opened = page.latest_revision_id
    changed(page, head)
    with pytest.raises(Stale):
        SaveDraft(draft_of(page, goal="Чужая"), head, opened=opened).execute()
    assert page.get_latest_revision_as_object().goal == "Новая цель"


def queue_of_offices(page):
    """Everybody who holds the office of the page's case, by the slow rule."""
    case = ReviewCase.objects.get(page_id=page.pk)
    return set(page.office_holders(Office(case.office), today()))


@pytest.mark.parametrize("value", ["curator", "editor"])
@pytest.mark.parametrize("curator_is", ["free", "head", "inactive", "absent"])
@pytest.mark.parametrize("roles", [(), (Role.METHODIST,), (Role.METHODIST, Role.EDITOR), (Role.EDITOR,)])
def test_the_queue_agrees_with_the_offices(value, curator_is, roles):
    head = UserFactory(roles=roles)
    director = UserFactory(roles=[Role.DIRECTOR])
    for role in roles:
        if curator_is in ("free", "absent"):
            UserFactory(roles=[role])
    curators = {"free": UserFactory, "head": lambda: head, "absent": lambda: None}
    curator = curators.get(curator_is, lambda: UserFactory(is_active=False))()
    page = changed(make_association(profile=moderated_by(value), head=head, curator=curator), head)
    Submit(page, head).execute()
    waiting = {user for user in User.objects.all() if ReviewCase.objects.awaiting(user, today()).exists()}
    assert waiting == queue_of_offices(page)
    assert waiting
    assert head not in waiting
    HeadAppointment.objects.update(ends=dt.date(2021, 8, 31))
    HeadAppointmentFactory(association=page, educator=educator_of(director), starts=dt.date(2022, 9, 1))
    waiting = {user for user in User.objects.all() if ReviewCase.objects.awaiting(user, today()).exists()}
    assert waiting == queue_of_offices(page)
    assert director not in waiting
