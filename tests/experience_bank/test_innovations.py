"""What innovations have beside other works."""

import pytest

from experience_bank.models import InnovationPage
from tests.factories.experience_bank import make_work

pytestmark = pytest.mark.django_db


def test_the_form_is_said_in_words_on_the_page_and_in_the_index(client):
    work = make_work(
        InnovationPage, state="published", innovation_form="project", approbation_place="Лицей № 2"
    )
    words = work.get_innovation_form_display()
    facts = dict(client.get(work.url).context["facts"])
    assert words.capitalize() in facts.values()
    assert "Лицей № 2" in facts.values()
    text = InnovationPage.search_queryset().get().search_document().text
    assert words in text
    assert "project" not in text or words == "innovative project"
