"""The factory leaves works as the review does."""

import pytest

from experience_bank.models import ExperiencePage, InnovationPage, MethodicalMaterialPage
from tests.factories.experience_bank import make_educator, make_work

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [MethodicalMaterialPage, ExperiencePage, InnovationPage])
def test_a_published_work_has_its_number_and_parts(model):
    educator = make_educator()
    work = make_work(model, state="published", authors=[educator], tags=["оптика"])
    assert work.live
    assert work.entry.number.startswith(model.SERIES)
    assert [author.educator for author in work.authors.all()] == [educator]
    assert [tag.name for tag in work.tags.all()] == ["оптика"]


def test_a_draft_is_not_live():
    assert not make_work().live
