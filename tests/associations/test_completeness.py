"""How full a passport is, by the edition in force."""

import datetime as dt

import pytest

from knowledge.associations.completeness import missing_fields, must_be_full, passport_blocks, percent
from knowledge.associations.models import AssociationPartner
from knowledge.vocabularies.models import EducationSphere, Subject
from tests.factories.accounts import UserFactory
from tests.factories.associations import make_association
from tests.factories.people import EducatorFactory
from tests.factories.regulations import changed_profile

pytestmark = pytest.mark.django_db


def full_passport(**fields):
    texts = ("tasks", "functions", "activity_kinds", "key_directions", "theme", "unified_theme")
    texts += ("controlled_by", "contacts", "content", "quality", "results", "short_name")
    page = make_association(
        head=UserFactory(),
        members=[EducatorFactory()],
        curator=UserFactory(),
        school_year="2026/2027",
        founding_order_number="62-о",
        founding_order_date=dt.date(2012, 9, 3),
        founding_order_issuer="Управление",
        **dict.fromkeys(texts, "слова"),
        **fields,
    )
    page.subjects.set([Subject.objects.create(name="Физика X", slug="physics-x")])
    page.spheres.set([EducationSphere.objects.create(name="Общее X", slug="general-x")])
    page.partners.set([AssociationPartner(name="Музей")])
    page.save()
    return page


def test_a_full_passport_is_a_hundred_percent():
    blocks = passport_blocks(full_passport())
    assert [block.label for block in blocks if not block.filled] == []
    assert percent(blocks) == 100


@pytest.mark.parametrize("profile", ["lysva", "pechora", "rubtsovsk", "oshmyany", "zeya"])
def test_an_empty_passport_names_what_is_missing_and_blocks_little(profile):
    page = make_association(profile=profile, goal="", purpose="", audience="")
    blocks = passport_blocks(page)
    assert len(blocks) == 11
    assert percent(blocks) == 100 // sum(block.total for block in blocks)
    assert set(missing_fields(page)) == {"goal"}
    own = {clause.split("-")[0] for block in blocks for clause in block.clause.split(", ") if clause}
    assert len(own) <= 1


def test_clauses_are_those_of_the_edition_in_force():
    page = make_association(profile="oshmyany")
    composition = next(block for block in passport_blocks(page) if "003-4" in block.clause.split(", "))
    assert not composition.filled
    page.profile.editions.all().delete()
    assert not any(block.clause for block in passport_blocks(page))


def test_a_name_of_blanks_and_no_goal_are_refused():
    page = make_association(purpose="Только назначение", goal="")
    assert missing_fields(page) == {}
    assert not must_be_full(page)
    page.title = "  "
    assert set(missing_fields(page)) == {"title"}


def test_an_edition_may_name_and_require_its_own_fields():
    fields = "required_fields: {value: [goal, head, theme, unknown], clause: 002-1.6}"
    profile = changed_profile("rubtsovsk", "required_fields: null", fields, name="named")
    page = make_association(profile=profile)
    blocks = passport_blocks(page)
    assert [block.total for block in blocks] == [1, 1, 1]
    assert percent(blocks) == 33
    assert missing_fields(page) == {}


def test_an_edition_may_block_an_incomplete_passport():
    profile = changed_profile(
        "rubtsovsk", "\npassport:\n", "\nseverity: {CHK-25: block}\npassport:\n", name="strict"
    )
    problems = missing_fields(make_association(profile=profile))
    assert must_be_full(make_association(profile=profile))
    assert {"head", "members", "tasks", "partners"} <= set(problems)
    assert "goal" not in problems
    assert missing_fields(full_passport(profile=profile)) == {}
