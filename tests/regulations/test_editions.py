import re

import pytest

from knowledge.regulations.describe import describe
from knowledge.regulations.labels import BLOCKS, LABELS
from knowledge.regulations.schema import load_profile, platform, shipped_slugs

from .helpers import FIVE, SIXTH

NUMBERS = dict(zip(FIVE, ("000", "001", "002", "003", "004"), strict=True))


def test_the_five_are_shipped():
    assert shipped_slugs() == sorted(FIVE)


@pytest.mark.parametrize("slug", FIVE)
def test_every_value_has_a_clause_of_its_own_regulation(slug):
    profile = load_profile(slug)
    assert profile.slug == slug
    for path, stated in profile.parameters():
        if stated.silent:
            assert stated.clause is None, path
        elif not stated.design:
            for clause in (stated.clause, *stated.also):
                assert re.fullmatch(rf"{NUMBERS[slug]}-[0-9A-Za-z.]+", clause), (path, clause)


@pytest.mark.parametrize("slug", FIVE)
def test_every_parameter_is_written_out_even_where_silent(slug):
    # A parameter that is left out could have been forgotten; null says that somebody looked.
    import yaml

    from knowledge.regulations.schema import profile_text

    raw = yaml.safe_load(profile_text(slug))
    for path, _stated in load_profile(slug).parameters():
        block, _dot, name = path.partition(".")
        assert block in raw, path
        assert not name or raw[block] is None or name in raw[block] or block == "service", path


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("association.min_members", (None, None, None, 10, None)),
        ("head.education", (None, "higher_pedagogical", "higher", None, None)),
        (
            "head.categories",
            (None, ["highest"], ["highest"], ["teacher_methodist", "highest", "first"], None),
        ),
        ("head.exception_categories", (None, None, ["first"], None, None)),
        ("head.requalify_every_years", (None, None, 3, None, None)),
        ("minutes.required", (True, None, True, True, None)),
        ("voting.enabled", (None, None, None, True, None)),
        ("voting.decisions", (None, None, "recommendatory", "recommendatory", None)),
        ("passport.required", (None, None, True, None, None)),
        ("publication.recommender", ("head", None, None, "association", None)),
        ("data_bank.refresh", (None, None, None, "yearly", None)),
        ("governance.coordinator", (None, None, "authority", None, "council")),
        ("regulation.approved_by", ("methodical_service_director", None, None, "authority_head", None)),
    ],
)
def test_values(path, values):
    assert tuple(load_profile(slug).stated(path).value for slug in FIVE) == values


@pytest.mark.parametrize(
    ("path", "counts"), [("documents", (0, 0, 9, 12, 0)), ("service_documents", (0, 0, 0, 0, 15))]
)
def test_lists_of_papers(path, counts):
    assert tuple(len(load_profile(slug).stated(path).value or []) for slug in FIVE) == counts


@pytest.mark.parametrize(
    ("slug", "chain"),
    [
        ("lysva", ["discuss", "approve"]),
        ("pechora", ["consent"]),
        ("rubtsovsk", ["adopt"]),
        ("oshmyany", ["discuss", "consent", "approve"]),
        ("zeya", []),
        (SIXTH, ["consent", "adopt"]),
    ],
)
def test_plan_chain(slug, chain):
    assert [step.step for step in load_profile(slug).plan_chain()] == chain


@pytest.mark.parametrize(
    ("slug", "steps"),
    [
        ("lysva", [("recommend", "head", "000-5.6.b7", False), ("publish", "methodist", None, True)]),
        ("pechora", [("recommend", "head", None, True), ("publish", "methodist", None, True)]),
        ("rubtsovsk", [("recommend", "head", None, True), ("publish", "methodist", None, True)]),
        ("oshmyany", [("recommend", "association", "003-22", False), ("publish", "methodist", None, True)]),
        ("zeya", [("recommend", "head", None, True), ("publish", "methodist", None, True)]),
        (
            SIXTH,
            [
                ("recommend", "head", "006-13", False),
                ("decide_by_vote", "association", "006-13", False),
                ("publish", "editor", "006-13", False),
            ],
        ),
    ],
)
def test_publication_steps_tell_clause_from_design(slug, steps):
    found = load_profile(slug).publication_steps()
    assert [(step.step, step.by, step.clause, step.design) for step in found] == steps


def test_design_fills_what_the_regulation_leaves_open():
    moderation = {slug: load_profile(slug).passport_moderation() for slug in (*FIVE, SIXTH)}
    assert moderation == dict.fromkeys(FIVE, "curator") | {"rubtsovsk": "none", SIXTH: "editor"}
    assert {load_profile(slug).own_work_reviewer() for slug in FIVE} == {"curator"}
    own = load_profile("rubtsovsk").effective("passport.moderation")
    assert (own.value, own.clause, own.design) == ("none", "002-5.10", False)
    other = load_profile("zeya").effective("passport.moderation")
    assert (other.value, other.clause, other.design) == ("curator", None, True)


def test_appointment_steps():
    steps = load_profile("rubtsovsk").appointment_steps()
    assert [(step.step, step.by, step.clause) for step in steps] == [
        ("consent", "employer", "002-3.2"),
        ("appoint", "authority", "002-3.2"),
    ]
    assert load_profile("zeya").appointment_steps() == []


def test_the_platform_has_only_values_of_its_own():
    assert {stated.design for _path, stated in platform().parameters() if not stated.silent} == {True}


@pytest.mark.parametrize("path", ["head.wages", "head", "nothing", "head.term.unit.x"])
def test_an_unknown_parameter_is_refused(path):
    with pytest.raises(KeyError):
        load_profile("lysva").stated(path)


def test_every_parameter_has_a_name():
    paths = {path for path, _stated in load_profile("lysva").parameters()}
    assert set(LABELS) == paths
    assert {path.partition(".")[0] for path in paths} == set(BLOCKS)


@pytest.mark.parametrize("slug", [*FIVE, SIXTH])
def test_a_profile_reads_in_words(slug):
    rows = [row for block in describe(load_profile(slug)) for row in block.rows]
    assert len(rows) == len(LABELS)
    for row in rows:
        assert row.lines, row.label
        assert not re.search(r"[a-z]_[a-z]|=", " ".join(row.lines)), row
        assert (row.state in ("silent", "design")) == (not row.clauses), row


def test_states_of_rows():
    states = {row.label: row.state for block in describe(load_profile(SIXTH)) for row in block.rows}
    assert states[str(LABELS["head.requalify_every_years"])] == "off"
    assert states[str(LABELS["head.term"])] == "stated"
    assert states[str(LABELS["acts.create"])] == "silent"
    assert states[str(LABELS["publication.own_work_reviewer"])] == "design"
