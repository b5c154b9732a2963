"""The sample municipality: complete, consistent, invented, and its files open again."""

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from knowledge.regulations.checks import load_facts, run
from knowledge.regulations.schema import load_profile
from operations.demo import cross_checks
from operations.demo.base import day_of
from operations.demo.content import FOLDER, Content, load_content
from operations.demo.markup import Heading, Paragraph, Quote, parse, plain
from operations.demo.works import Attachment, Work

STATES = {"published", "draft", "submitted", "returned", "recommended", "declined", "withdrawn"}
REAL_TOWNS = re.compile(
    r"лысьв|печор|рубцов|рубтсов|ошмян|зейск|(?<![а-яё])зея|пермск|амурск|гродн|алтайск", re.IGNORECASE
)


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


def files_of(content: Content) -> list[Attachment]:
    return [
        *(file for work in content.works for file in work.attachments),
        *(act.file for act in content.library),
    ]


# What is there


def test_there_is_enough_of_everything(content):
    banks = Counter(work.bank for work in content.works)
    assert len(content.works) >= 46
    assert banks["material"] >= 26
    assert banks["experience"] >= 12
    assert banks["innovation"] >= 8
    assert len(content.organisations) >= 14
    assert len(content.people) >= 45
    assert len(content.associations) == 5
    assert len(content.news) >= 8
    assert len(content.events) >= 10
    assert content.library


@pytest.mark.parametrize("bank", ["material", "experience", "innovation"])
def test_every_state_occurs_in_every_bank(content, bank):
    assert {work.state for work in content.works if work.bank == bank} == STATES


def test_most_works_are_published_over_two_years(content):
    days = [work.published for work in content.works if work.state == "published"]
    assert len(days) >= 26
    assert min(days) < date(2024, 10, 1)
    assert max(days) > date(2026, 10, 1)


def test_bodies_have_substance(content):
    assert [work.key for work in content.works if not 150 <= work.words <= 400] == []


def test_annotations_are_two_or_three_sentences(content):
    sentences = {work.key: len(re.findall(r"[.!?](?:\s|$)", work.annotation)) for work in content.works}
    assert {key: count for key, count in sentences.items() if not 2 <= count <= 4} == {}


def test_no_two_texts_share_a_paragraph(content):
    texts = [parse(work.body) for work in content.works]
    texts += [file.blocks for file in files_of(content)]
    texts += [news.blocks for news in content.news] + [event.blocks for event in content.events]
    paragraphs = [block.text for blocks in texts for block in blocks if isinstance(block, Paragraph | Quote)]
    paragraphs += [work.annotation for work in content.works]
    paragraphs += [work.recommendation.text for work in content.works if work.recommendation]
    assert [text for text, times in Counter(paragraphs).items() if times > 1] == []


def test_sample_users_have_the_roles_the_demo_promises(content):
    roles = {person.key: person.role for person in content.users}
    promised = {
        "teacher": "teacher",
        "teacher2": "teacher",
        "head": "head",
        "head2": "head",
        "expert": "expert",
    }
    promised |= {"expert2": "expert", "methodist": "methodist", "director": "director", "admin": "admin"}
    promised |= {
        "editor": "editor",
        "head3": "head",
        "head4": "head",
        "head5": "head",
        "kaminsky": "methodist",
    }
    assert roles == promised


def test_teacher_and_head_share_an_association_where_work_waits(content):
    shared = next(item for item in content.associations if item.head.person == "head")
    assert "teacher" in {member.person for member in shared.members}
    waiting = [work for work in content.works if work.association == shared.key and work.state == "submitted"]
    assert waiting
    own = {work.state for work in content.works if "teacher" in work.authors.people}
    assert {"published", "returned", "draft"} <= own


def test_one_attachment_holds_a_phrase_found_nowhere_else(content):
    phrase = "капля Лазурка вышла из реки"
    holding = [file.filename for file in files_of(content) if phrase.lower() in plain(file.blocks).lower()]
    assert holding == ["putevoj-list-kapli.docx"]
    assert all(phrase.lower() not in work.body.lower() for work in content.works)


# Invented and safe


def test_no_town_of_the_regulations_is_named():
    text = "\n".join(path.read_text("utf-8") for path in FOLDER.rglob("*.yaml"))
    assert REAL_TOWNS.findall(text) == []


def test_profile_slugs_stand_only_as_profiles(content):
    text = "\n".join(path.read_text("utf-8") for path in FOLDER.rglob("*.yaml"))
    text = re.sub(r"^  profile: \w+$", "", text, flags=re.MULTILINE)
    assert not re.search("lysva|pechora|rubtsovsk|oshmyany|zeya", text)
    assert {item.profile for item in content.associations} == {
        "lysva",
        "pechora",
        "rubtsovsk",
        "oshmyany",
        "zeya",
    }


def test_everything_says_that_it_is_a_sample(content):
    names = [content.service.name, content.service.town, *(item.full_name for item in content.organisations)]
    names += [item.full_name for item in content.associations] + [act.title for act in content.library]
    assert [name for name in names if "(образец)" not in name] == []


def test_addresses_lead_nowhere(content):
    text = "\n".join(path.read_text("utf-8") for path in FOLDER.rglob("*.yaml"))
    assert all(mail.endswith("@example.org") for mail in re.findall(r"[\w.]+@\w+(?:\.\w+)*", text))
    assert {person.email.split("@")[1] for person in content.people} == {"example.org"}
    assert set(re.findall(r"https?://[\w.]+", text)) == {"https://creativecommons.org"}


def test_closed_facts_stay_out_of_texts(content):
    years = {str(person.record.birth_date.year) for person in content.people}
    texts = "\n".join(work.body + work.annotation for work in content.works)
    assert not years & set(re.findall(r"\d{4}", texts))


def test_every_decision_has_a_reviewer_who_is_not_its_author(content):
    decided = [work for work in content.works if work.state not in ("draft", "submitted")]
    for work in decided:
        reviewer = content.reviewer_of(work, cross_checks.LOADING_DAY)
        assert reviewer is not None, work.key
        assert reviewer.role in ("head", "methodist"), work.key
        assert reviewer.key not in [*work.authors.people, work.submitted_by], work.key
    drafts = [work for work in content.works if work.state == "draft"]
    assert [content.reviewer_of(work, cross_checks.LOADING_DAY) for work in drafts] == [None] * len(drafts)


# Facts of heads against the editions


def head_facts(content: Content, profile: str):
    association = next(item for item in content.associations if item.profile == profile)
    return association, content.people_by_key[association.head.person]


def test_lysva_head_comes_from_the_service_for_one_school_year(content):
    association, person = head_facts(content, "lysva")
    assert content.people_by_key[person.key].organisation == "centre"
    assert (association.head.since, association.head.until) == (date(2026, 9, 1), date(2027, 5, 31))
    deputies = {content.people_by_key[member.person].position_kind for member in association.members}
    assert deputies == {"deputy_director_methodical", "service_administration"}


def test_pechora_head_is_qualified(content):
    _, person = head_facts(content, "pechora")
    assert person.record.education == "higher_pedagogical"
    assert person.record.category == "highest"
    assert person.record.experience.education_system >= 5


def test_rubtsovsk_head_is_qualified_and_in_term(content):
    association, person = head_facts(content, "rubtsovsk")
    record, held = person.record, association.head
    assert record.education in ("higher", "higher_pedagogical")
    assert record.category == "highest"
    assert record.experience.direction >= 3
    assert held.until is not None
    assert held.until <= held.since.replace(year=held.since.year + 3)
    fresh = cross_checks.LOADING_DAY - timedelta(days=3 * 365)
    assert min(record.qualification_confirmed, record.certification.date) > fresh


def test_oshmyany_association_has_ten_members_of_one_direction(content):
    association, person = head_facts(content, "oshmyany")
    members = [content.people_by_key[member.person] for member in association.members]
    assert sum("математик" in member.position for member in members) >= 10
    assert person.record.category in ("teacher_methodist", "highest", "first")


@pytest.mark.parametrize("profile", ["lysva", "pechora", "rubtsovsk", "oshmyany", "zeya"])
def test_no_edition_finds_fault_with_its_sample_association(content, profile):
    association, person = head_facts(content, profile)
    held, record = association.head, person.record
    facts = {
        "date": cross_checks.LOADING_DAY,
        "school_year": association.school_year,
        "association": {
            "members": len(association.members),
            "members_same_direction": len(association.members),
        },
        "head": {
            "education": record.education,
            "category": record.category,
            "experience": record.experience.model_dump(include={"education_system", "direction"}),
            "appointed": held.since,
            "term_until": held.until,
            "order": {"number": held.order.number, "date": held.order.date, "issuer": "authority"},
            "qualification_confirmed": record.qualification_confirmed,
            "certification": record.certification and record.certification.model_dump(),
        },
    }
    edition = load_profile(profile)
    report = run(edition, load_facts(yaml.safe_dump(facts), edition))
    assert [found for found in report.findings if found.level != "info"] == []
    assert bool(report.passed) is (profile != "zeya")  # which says nothing about associations and heads


def test_whole_years_of_work_fit_into_a_life(content):
    for person in content.people:
        years = person.record.experience
        age = 2026 - person.record.birth_date.year
        assert years.direction <= max(years.education_system, years.pedagogical), person.key
        assert age - years.education_system >= 18, person.key


# Refusals


def damaged(tmp_path: Path, name: str, change) -> Path:
    for source in FOLDER.rglob("*.yaml"):
        target = tmp_path / source.relative_to(FOLDER)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(source.read_text("utf-8"), "utf-8")
    path = tmp_path / name
    data = yaml.safe_load(path.read_text("utf-8"))
    change(data)
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return tmp_path


def set_in(index: int, **values: object):
    return lambda data: data[index].update(values)


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        ("people.yaml", set_in(0, organisation="nowhere"), "unknown nowhere"),
        ("people.yaml", set_in(1, key="director"), "people: director is repeated"),
        ("news.yaml", set_in(0, association="nobody"), "unknown nobody"),
        ("events.yaml", set_in(0, form="dance"), "unknown dance"),
        ("works/experience.yaml", set_in(0, licence="none"), "unknown none"),
        ("works/experience.yaml", set_in(0, stage="forgotten"), "unknown forgotten"),
        ("works/experience.yaml", set_in(0, submitted=date(2025, 5, 1)), "dates go backwards"),
        ("works/experience.yaml", set_in(0, published=date(2027, 5, 1)), "lies in the future"),
        ("works/experience.yaml", set_in(0, submitted_by="head"), "recommends own work"),
        (
            "associations.yaml",
            lambda data: data[0].update(members=data[0]["members"][:1] * 2),
            "listed twice",
        ),
        (
            "associations.yaml",
            lambda data: data[0]["former_heads"][0].update(until=None),
            "two heads in force",
        ),
        ("associations.yaml", lambda data: data[0].update(former_heads=[]), "nobody headed deputies"),
    ],
)
def test_broken_links_are_named(tmp_path, name, change, message):
    with pytest.raises(ValueError, match=message):
        load_content(damaged(tmp_path, name, change))


@pytest.mark.parametrize(
    "change",
    [
        {"state": "returned"},
        {"stage": "studied"},
        {"form": "model"},
        {"authors": {}},
        {"attachments": [{"kind": "exe", "name": "virus", "title": "x", "content": "x"}]},
        {"surprise": 1},
        {"body": "- one\ntwo"},
    ],
)
def test_cards_that_contradict_themselves_are_refused(content, change):
    card = next(work for work in content.works if work.key == "drop_journey").model_dump() | change
    with pytest.raises(ValidationError):
        Work.model_validate(card)


def test_markup_refuses_what_it_cannot_mean():
    for source in ("## Heading\ntext", "| a | b |\n| c |", "> quote\ntext"):
        with pytest.raises(ValueError, match=r"line|unequal"):
            parse(source)
    assert parse("## Один\n\nдва\nтри") == (Heading("Один"), Paragraph("два три"))


def test_days_count_from_loading():
    today = date(2030, 1, 10)
    assert day_of(-9, today) == date(2030, 1, 1)
    assert day_of(date(2026, 1, 1), today) == date(2026, 1, 1)
