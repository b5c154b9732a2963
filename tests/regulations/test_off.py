"""``off``: the regulation says expressly that a thing is not required, so its check passes."""

import pytest

from .helpers import ask, state

OFF = """
slug: relaxed
title: Положение, которое всё разрешает
genre: association
edition: {valid_from: 2024-09-01}
acts:
  appoint: {value: off, clause: "008-1"}
"""
PARAMETERS = {
    "association": ["min_members"],
    "head": ["education", "categories", "experience", "term", "requalify_every_years"],
    "plan": ["chain"],
    "meetings": ["frequency"],
    "voting": ["rule"],
}
LISTS = ("reports", "documents", "service_documents")
STATED_OFF = '{value: off, clause: "008-2"}'
FACTS = """
date: 2026-06-15
association: {members: 1}
head:
  education: secondary_vocational
  category: none
  experience: {education_system: 0}
  appointed: 2000-09-01
  term_until: 2026-05-31
  qualification_confirmed: 2000-01-01
  order: {}
meetings: []
plan: {steps: []}
vote: {members_present: 3, for: 1, against: 2}
reports: {report: null}
documents: []
service_documents: []
"""


@pytest.fixture
def report():
    blocks = "".join(
        f"{block}: {{{', '.join(f'{name}: {STATED_OFF}' for name in names)}}}\n"
        for block, names in PARAMETERS.items()
    )
    return ask(OFF + blocks + "".join(f"{name}: {STATED_OFF}\n" for name in LISTS), FACTS)


@pytest.mark.parametrize(
    "number", ["01", "02", "03", "04", "05", "06", "07", "09", "14", "19", "20", "27", "30"]
)
def test_what_is_off_passes(report, number):
    assert state(report, f"CHK-{number}") == "passed"


def test_nothing_is_found_and_nothing_counted(report):
    assert (report.findings, report.silent, report.vote) == ([], [], None)
