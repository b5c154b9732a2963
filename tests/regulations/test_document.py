import datetime as dt

import pytest

from knowledge.regulations.schema import ProfileError, load_profile, profile_text
from knowledge.regulations.schema.document import read_document
from knowledge.regulations.schema.problems import DocumentError, path_text

from .helpers import DATA


def test_every_fault_of_a_profile_has_its_path_and_line():
    with pytest.raises(ProfileError) as caught:
        load_profile(DATA / "broken.yaml")
    assert [(problem.path, problem.line) for problem in caught.value.problems] == [
        ("genre", 3),
        ("edition.valid_from", 5),
        ("association.min_members.value", 7),
        ("association.same_direction", 8),
        ("head.experience.value.years", 10),
        ("head.experience.value.base", 10),
        ("head.wages", 11),
        ("plan.chain.value[0].step", 16),
        ("meetings.frequency", 18),
        ("reports.value[0].due", 22),
        ("slug", 23),
    ]
    assert all(problem.message for problem in caught.value.problems)
    assert "association.min_members.value" in str(caught.value)


def test_words_that_yaml_takes_for_booleans_stay_words():
    text = "a: off\nb: yes\nc: no\nd: on\ne: true\nf: False"
    assert read_document(text).value == {"a": "off", "b": "yes", "c": "no", "d": "on", "e": True, "f": False}


def test_plain_values():
    text = "a: 14:00\nb: 010\nc: 2024-02-29\nd: ~\ne:\nf: 1.5\ng: '7'\nh: 2025/2026\ni: !!str 5"
    assert read_document(text).value == {
        "a": "14:00",
        "b": 10,
        "c": dt.date(2024, 2, 29),
        "d": None,
        "e": None,
        "f": 1.5,
        "g": "7",
        "h": "2025/2026",
        "i": "5",
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [1, 2\nc: 3", 3),
        ("a: 1\n b: 2", 2),
        ("a: &x [1]\nb: *x", 1),
        ("a: 1\nb: *nothing", 2),
        ("---\na: 1\n---\nb: 2", 3),
        ("a: 1\nb: \x07", 2),
        ("a:\n\t- 1", 2),
        ("[" * 100_000, 1),
        ("a: " * 600_000, 1),
    ],
)
def test_what_cannot_be_read_names_its_line(text, line):
    with pytest.raises(DocumentError) as caught:
        read_document(text)
    assert [problem.line for problem in caught.value.problems] == [line]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: 1\nb: 2\na: 3", [("a", 3)]),
        ("a: {b: 1, b: 2}\nc: {d: 1, d: 1}", [("a.b", 1), ("c.d", 2)]),
        ("a: !!python/object:os.system x\nb: !mine {c: 1}", [("a", 1), ("b", 2)]),
        ("a: !!int word", [("a", 1)]),
        ("? [1, 2]\n: 3", [("", 1)]),
        ("a: 2024-02-30", [("a", 1)]),
        ("a: " + "9" * 5000, [("a", 1)]),
    ],
)
def test_faults_that_do_not_stop_the_reading(text, places):
    assert [(problem.path, problem.line) for problem in read_document(text).problems] == places


def test_a_merge_key_is_an_ordinary_key():
    assert read_document("<<: {a: 1}\nb: 2").value == {"<<": {"a": 1}, "b": 2}


@pytest.mark.parametrize("text", ["[1]\n", "word\n", "12\n"])
def test_a_profile_must_be_a_mapping(text):
    with pytest.raises(ProfileError) as caught:
        load_profile(text + "\n")
    assert [problem.path for problem in caught.value.problems] == [""]


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("term: {value: {unit", "term: {off: true, value: {unit", "head.term"),
        (
            '{value: 5, clause: "006-2"}',
            '{value: 5, source: design, clause: "006-2"}',
            "association.min_members",
        ),
        ('{value: 5, clause: "006-2"}', '{value: 5, clause: "somewhere"}', "association.min_members.clause"),
        ('{value: 5, clause: "006-2"}', "5", "association.min_members"),
        ("severity: {CHK-01: block}", "severity: {CHK-1: block}", "severity.CHK-1"),
        ("severity: {CHK-01: block}", "severity: {CHK-01: stop}", "severity.CHK-01"),
        ("genre: association", "genre: null", "genre"),
        ("  valid_from: 2024-09-01", "  valid_from: soon", "edition.valid_from"),
    ],
)
def test_faults_of_meaning(old, new, path):
    text = profile_text(DATA / "sixth.yaml")
    assert old in text
    with pytest.raises(ProfileError) as caught:
        load_profile(text.replace(old, new))
    line = next(number for number, row in enumerate(text.splitlines(), 1) if old in row)
    assert [(problem.path, problem.line) for problem in caught.value.problems] == [(path, line)]


def test_no_such_file(tmp_path):
    with pytest.raises(ProfileError):
        load_profile(tmp_path / "absent.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"title: \xcf\xf0\xe8")
    with pytest.raises(ProfileError):
        load_profile(tmp_path / "latin.yaml")
    with pytest.raises(ProfileError):
        load_profile("_platform")


def test_path_text():
    assert path_text(("plan", "chain", 0, "step")) == "plan.chain[0].step"
    assert path_text(()) == ""


def test_codes_of_a_list_differ():
    text = profile_text(DATA / "sixth.yaml").replace("code: photo", "code: plan")
    with pytest.raises(ProfileError) as caught:
        load_profile(text)
    assert [(problem.path, problem.line) for problem in caught.value.problems] == [("documents", 34)]
    assert "plan" in caught.value.problems[0].message


def test_an_edition_ends_after_it_begins():
    text = profile_text(DATA / "sixth.yaml")
    first = "  valid_from: 2024-09-01\n"
    assert load_profile(text.replace(first, first + "  valid_to: 2024-09-01\n")).edition.valid_to
    with pytest.raises(ProfileError) as caught:
        load_profile(text.replace(first, first + "  valid_to: 2024-08-31\n"))
    assert [(problem.path, problem.line) for problem in caught.value.problems] == [("edition.valid_to", 7)]
