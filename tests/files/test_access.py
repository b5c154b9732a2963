"""A document is closed until a rule opens it; media gives ready pictures only."""

import pytest
from django.contrib.auth.models import AnonymousUser
from wagtail.models import CollectionViewRestriction

from files import access
from files.access import can_read, register_rule
from files.storing import store_document, store_image
from tests.factories.accounts import UserFactory
from tests.files import samples
from tests.files.samples import uploaded

pytestmark = pytest.mark.django_db


@pytest.fixture
def rule(monkeypatch):
    """Registers rules for one test only."""
    monkeypatch.setattr(access, "_rules", [access.superuser_reads, access.uploader_reads])
    return register_rule


@pytest.fixture
def owner():
    return UserFactory()


@pytest.fixture
def document(rule, owner):
    return store_document(
        file=uploaded("план.pdf", samples.pdf("План")), title="План / работы", user=owner, attached_to=None
    )


def test_only_the_uploader_and_the_superuser_read_by_default(document, owner):
    assert can_read(owner, document)
    assert can_read(UserFactory(is_superuser=True), document)
    assert not can_read(UserFactory(), document)
    assert not can_read(AnonymousUser(), document)
    owner.is_active = False
    assert not can_read(owner, document)
    assert not can_read(UserFactory(is_superuser=True, is_active=False), document)


def test_a_document_of_nobody_is_not_everybodys(document):
    document.uploaded_by_user = None
    assert not can_read(AnonymousUser(), document)


def test_a_registered_rule_opens_and_is_kept_once(document, rule):
    def opens(user, asked):
        return asked.pk == document.pk

    rule(opens)
    rule(opens)
    assert can_read(AnonymousUser(), document)
    assert len(access._rules) == 3


def test_a_closed_document_answers_like_a_missing_one_and_never_tells_its_hash(client, document):
    etag = f'"{document.file_hash}"'
    for headers in ({}, {"if-none-match": etag}, {"if-match": etag}, {"if-none-match": "*"}):
        response = client.get(document.url, headers=headers)
        assert response.status_code == 404
        assert "ETag" not in response.headers
        assert document.file_hash not in response.content.decode()
    assert client.get(document.url.replace(str(document.pk), "9999")).status_code == 404
    assert client.head(document.url).status_code == 404


def test_an_open_document_is_a_download_that_can_run_nothing(client, document, owner):
    client.force_login(owner)
    response = client.get(document.url)
    assert response.status_code == 200
    assert b"".join(response.streaming_content).startswith(b"%PDF")
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "private, no-cache"
    assert response["Content-Length"] == str(document.file_size)
    disposition = response["Content-Disposition"]
    assert disposition.startswith("attachment; filename*=utf-8''")
    assert disposition.endswith(".pdf")
    again = client.get(document.url, headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304


def test_a_file_lost_from_the_disk_is_not_found(client, document, owner):
    client.force_login(owner)
    document.file.storage.delete(document.file.name)
    assert client.get(document.url).status_code == 404


def test_a_password_on_the_collection_still_asks(client, document, rule):
    rule(lambda user, asked: True)
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type="password", password="тайна"
    )
    response = client.get(document.url)
    assert "ETag" not in response.headers
    assert not response.streaming


# Wagtail leaves the buffer of a new rendition to the garbage collector.
@pytest.mark.filterwarnings("ignore:Unclosed file <tempfile:ResourceWarning")
def test_media_gives_ready_pictures_and_nothing_else(client, document):
    image = store_image(file=uploaded("a.png", samples.picture("PNG")), title="", user=None)
    rendition = image.get_rendition("width-20")
    rendition.file.close()
    response = client.get(rendition.url)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in response["Cache-Control"]
    assert b"".join(response.streaming_content).startswith(b"\x89PNG")
    assert client.post(rendition.url).status_code == 405
    closed = [
        f"/media/{image.file.name}",
        f"/media/{document.file.name}",
        f"/media/images/../{document.file.name}",
        f"/media/images/%2e%2e/{image.file.name}",
        "/media/images/absent.png",
        "/media/images/",
        "/media/images//etc/passwd.png",
    ]
    assert {client.get(url).status_code for url in closed} == {404}
