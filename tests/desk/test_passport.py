"""The passport on the desk: the head keeps it, the moderating office decides, nobody else learns of it."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from accounts.roles import Role
from desk.passport.forms import PassportForm
from knowledge.associations.models import AssociationPage, AssociationPartner, HeadAppointment
from knowledge.vocabularies.models import Subject
from review.models import ReviewCase
from tests.factories.accounts import UserFactory
from tests.factories.associations import make_association
from tests.factories.regulations import changed_profile

pytestmark = pytest.mark.django_db
FREE = "rubtsovsk"


def url(name, *args):
    return reverse(f"desk:{name}", args=args)


@pytest.fixture
def head():
    return UserFactory()


@pytest.fixture
def passport(head):
    return make_association(profile=FREE, head=head)


@pytest.fixture
def desk(client, head):
    client.force_login(head)
    return client


def typed(passport, **fields):
    """What the form holds when it is opened, with changes."""
    form = PassportForm(instance=AssociationPage.objects.get(pk=passport.pk).get_latest_revision_as_object())
    data = {name: form[name].value() for name in form.fields}
    data |= {name: [getattr(word, "pk", word) for word in data[name]] for name in ("subjects", "spheres")}
    return {name: value for name, value in (data | fields).items() if value is not None}


def draft_of(passport):
    return AssociationPage.objects.get(pk=passport.pk).get_latest_revision_as_object()


def test_the_head_edits_and_publishes(desk, passport):
    subject = Subject.objects.create(name="Физика X", slug="physics-x")
    fields = {
        "goal": "Цель с рабочего стола",
        "subjects": [subject.pk],
        "partners_text": "Музей | наука | https://example.org/\n\nТеатр",
        "school_year": "2026/2027",
    }
    assert desk.get(url("passport_edit", passport.pk)).status_code == 200
    response = desk.post(url("passport_edit", passport.pk), typed(passport, **fields))
    assert response.status_code == 302
    assert AssociationPage.objects.get(pk=passport.pk).goal != "Цель с рабочего стола"
    draft = draft_of(passport)
    assert draft.goal == "Цель с рабочего стола"
    assert [(p.name, p.kind, p.url) for p in draft.partners.all()] == [
        ("Музей", "наука", "https://example.org/"),
        ("Театр", "", ""),
    ]
    assert "Цель с рабочего стола" in desk.get(url("passport_preview", passport.pk)).content.decode()
    assert "Цель с рабочего стола" not in desk.get(passport.url).content.decode()
    latest = Page.objects.get(pk=passport.pk).latest_revision_id
    response = desk.post(url("passport_publish", passport.pk), {"revision": latest}, follow=True)
    assert response.status_code == 200
    published = AssociationPage.objects.get(pk=passport.pk)
    assert published.goal == "Цель с рабочего стола"
    assert list(published.subjects.all()) == [subject]
    assert published.partners.count() == 2
    assert "Цель с рабочего стола" in desk.get(passport.url).content.decode()
    desk.post(url("passport_edit", passport.pk), typed(passport, partners_text="Театр"))
    assert [partner.name for partner in draft_of(passport).partners.all()] == ["Театр"]


def test_another_window_loses_nothing(desk, passport):
    opened = typed(passport, goal="Из первого окна")
    desk.post(url("passport_edit", passport.pk), typed(passport, goal="Из второго окна"))
    response = desk.post(url("passport_edit", passport.pk), opened)
    assert response.status_code == 422
    assert "Из первого окна" in response.content.decode()
    assert draft_of(passport).goal == "Из второго окна"
    again = opened | {"revision": response.context["form"]["revision"].value()}
    assert desk.post(url("passport_edit", passport.pk), again).status_code == 302
    assert draft_of(passport).goal == "Из первого окна"


def test_a_draft_that_changed_is_not_published_unseen(desk, passport):
    seen = passport.latest_revision_id
    desk.post(url("passport_edit", passport.pk), typed(passport, goal="Непрочитанное"))
    desk.post(url("passport_publish", passport.pk), {"revision": seen})
    assert AssociationPage.objects.get(pk=passport.pk).goal != "Непрочитанное"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("school_year", "2026/2028"),
        ("school_year", "2026"),
        ("partners_text", "а | б | http://x.org | г"),
        ("partners_text", "Музей | наука | javascript:alert(1)"),
        ("partners_text", "Хороший\n | без имени"),
        ("founding_order_date", "31.02.2020"),
        ("subjects", ["999999"]),
        ("goal", "д" * 20_001),
        ("audience", "д" * 256),
    ],
)
def test_bad_input_is_named_and_kept(desk, passport, field, value):
    response = desk.post(
        url("passport_edit", passport.pk), typed(passport, purpose="Набранное", **{field: value})
    )
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "Набранное" in response.content.decode()
    assert draft_of(passport).purpose != "Набранное"


def test_a_forged_revision_saves_nothing(desk, passport):
    assert (
        desk.post(url("passport_edit", passport.pk), typed(passport, revision="x", goal="Чужое")).status_code
        == 422
    )
    assert draft_of(passport).goal != "Чужое"


def test_an_empty_goal_is_asked_for_when_publishing(desk, passport):
    desk.post(url("passport_edit", passport.pk), typed(passport, goal="", purpose=""))
    latest = Page.objects.get(pk=passport.pk).latest_revision_id
    response = desk.post(url("passport_publish", passport.pk), {"revision": latest})
    assert response.url == url("passport_edit", passport.pk)
    assert AssociationPage.objects.get(pk=passport.pk).goal


def test_nothing_new_is_not_published_again(desk, passport):
    response = desk.post(
        url("passport_publish", passport.pk), {"revision": passport.latest_revision_id}, follow=True
    )
    assert len(response.context["messages"]) == 1
    assert not ReviewCase.objects.filter(page_id=passport.pk, state=ReviewCase.State.PUBLISHED).exists()


class TestModeration:
    @pytest.fixture
    def curator(self):
        return UserFactory()

    @pytest.fixture
    def passport(self, head, curator):
        profile = changed_profile(FREE, "moderation: {value: none", "moderation: {value: curator")
        return make_association(profile=profile, head=head, curator=curator)

    @pytest.fixture
    def submitted(self, desk, passport):
        desk.post(url("passport_edit", passport.pk), typed(passport, goal="На проверке"))
        latest = Page.objects.get(pk=passport.pk).latest_revision_id
        desk.post(url("passport_publish", passport.pk), {"revision": latest})
        return passport

    def test_it_waits_and_is_published(self, client, submitted, curator, mailoutbox):
        assert AssociationPage.objects.get(pk=submitted.pk).goal != "На проверке"
        client.force_login(curator)
        assert submitted.title in client.get(url("passports")).content.decode()
        response = client.get(url("passport_review", submitted.pk))
        assert "На проверке" in client.get(url("passport_preview", submitted.pk)).content.decode()
        step = response.context["step"]
        wrong = client.post(url("passport_decide", submitted.pk, "publish"), {"step": step + 1})
        assert wrong.status_code == 409
        done = client.post(
            url("passport_decide", submitted.pk, "publish"), {"step": step, "publish-comment": ""}
        )
        assert done.status_code == 302
        assert AssociationPage.objects.get(pk=submitted.pk).goal == "На проверке"
        assert client.get(url("passport", submitted.pk)).status_code == 404

    def test_it_is_returned_with_remarks(self, client, submitted, curator, head):
        client.force_login(curator)
        empty = client.post(url("passport_decide", submitted.pk, "return"), {"return-remarks": " "})
        assert empty.status_code == 422
        client.post(url("passport_decide", submitted.pk, "return"), {"return-remarks": "Уточните цель"})
        client.force_login(head)
        html = client.get(url("passport", submitted.pk)).content.decode()
        assert "Уточните цель" in html
        assert client.get(url("passport_edit", submitted.pk)).status_code == 200

    def test_the_head_takes_it_back(self, desk, submitted):
        assert desk.get(url("passport_edit", submitted.pk)).url == url("passport", submitted.pk)
        assert desk.post(url("passport_recall", submitted.pk)).url == url("passport_edit", submitted.pk)
        assert desk.post(url("passport_recall", submitted.pk)).url == url("passport", submitted.pk)
        assert desk.get(url("passport_edit", submitted.pk)).status_code == 200

    def test_the_head_does_not_decide(self, desk, submitted):
        assert desk.post(url("passport_decide", submitted.pk, "publish"), {}).status_code == 403
        assert desk.post(url("passport_decide", submitted.pk, "recommend"), {}).status_code == 404


ADDRESSES = [
    ("get", "passport", ()),
    ("get", "passport_review", ()),
    ("get", "passport_edit", ()),
    ("post", "passport_edit", ()),
    ("get", "passport_preview", ()),
    ("post", "passport_publish", ()),
    ("post", "passport_recall", ()),
    ("post", "passport_decide", ("publish",)),
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("who", ["other_head", "former_head", "curator", "methodist", "administrator"])
def test_others_find_nothing(client, passport, head, who, address):
    method, name, more = address
    users = {
        "other_head": lambda: UserFactory(roles=[Role.HEAD]),
        "former_head": lambda: head,
        "curator": UserFactory,
        "methodist": lambda: UserFactory(roles=[Role.METHODIST]),
        "administrator": lambda: UserFactory(is_superuser=True),
    }
    user = users[who]()
    if who == "other_head":
        make_association(profile=FREE, head=user)
    if who == "former_head":
        HeadAppointment.objects.update(ends="2021-08-31")
    if who == "curator":
        AssociationPage.objects.filter(pk=passport.pk).update(curator=user)
    client.force_login(user)
    assert getattr(client, method)(url(name, passport.pk, *more)).status_code == 404


@pytest.mark.parametrize(("method", "name", "more"), ADDRESSES)
def test_the_signed_out_are_asked_to_sign_in(client, passport, method, name, more):
    response = getattr(client, method)(url(name, passport.pk, *more))
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


def test_the_list_of_a_stranger_is_empty(client, passport):
    client.force_login(UserFactory())
    response = client.get(url("passports"))
    assert response.status_code == 200
    assert passport.title not in response.content.decode()


def test_the_meter_names_what_is_missing(desk, passport):
    response = desk.get(url("passport", passport.pk))
    assert 0 < response.context["percent"] < 100
    assert f'value="{response.context["percent"]}"' in response.content.decode()


def test_partners_survive_a_round(passport):
    passport.partners.set(
        [AssociationPartner(name="Музей", url="https://example.org/"), AssociationPartner(name="Театр")]
    )
    text = PassportForm(instance=passport)["partners_text"].value()
    assert text == "Музей |  | https://example.org/\nТеатр"
