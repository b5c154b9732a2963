"""An editor makes and mends a document's page in the admin."""

import pytest
from django.urls import reverse
from wagtail.models import Site

from knowledge.library.models import NormativeDocumentPage
from tests.factories.accounts import UserFactory
from tests.factories.library import LibraryIndexPageFactory, SiteDocumentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(client):
    client.force_login(UserFactory(is_superuser=True))
    return LibraryIndexPageFactory(parent=Site.objects.get(is_default_site=True).root_page)


def add(client, index, **changes):
    fields = {
        "title": "Положение о наставничестве",
        "slug": "polozhenie-o-nastavnichestve",
        "summary": "Кто и как помогает молодому учителю.",
        "kind": "regulation",
        "level": "municipal",
        "issuer": "Отдел образования",
        "act_number": "41",
        "act_date": "2025-01-15",
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "action-publish": "1",
    }
    url = reverse("wagtailadmin_pages:add", args=["library", "normativedocumentpage", index.pk])
    assert client.get(url).status_code == 200
    return client.post(url, {**fields, **changes})


def test_a_document_is_published_from_the_admin_and_its_file_opens_to_all(client, index):
    document = SiteDocumentFactory(words="Наставник помогает.")
    assert add(client, index, document=document.pk).status_code == 302
    page = NormativeDocumentPage.objects.live().get()
    assert (page.document, page.act_number) == (document, "41")
    client.logout()
    assert "Наставник помогает." in client.get(page.url).content.decode()
    assert b"".join(client.get(document.url).streaming_content) == "Наставник помогает.".encode()


def test_a_document_without_a_file_or_with_dates_turned_round_is_refused(client, index):
    form = add(client, index).context["form"]
    assert "document" in form.errors
    dates = {"valid_from": "2025-02-01", "valid_to": "2025-01-01"}
    form = add(client, index, document=SiteDocumentFactory().pk, **dates).context["form"]
    assert "valid_to" in form.errors
    assert not NormativeDocumentPage.objects.exists()
