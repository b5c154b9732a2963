"""Wagtail's admin goes through the same gate, and the text follows every new file."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from files.extraction import extract
from files.models import SiteDocument, SiteImage
from files.signals import text_extracted
from files.tasks import extract_document_text
from tests.factories.accounts import UserFactory
from tests.files import samples
from tests.files.samples import uploaded

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    client.force_login(UserFactory(is_superuser=True))
    return client


def add_document(admin, file):
    return admin.post(reverse("wagtaildocs:add"), {"title": "Документ", "file": file})


def test_a_good_document_of_the_admin_gets_a_safe_name_and_its_text(admin):
    assert add_document(admin, uploaded("План работы.docx", samples.docx("Слова плана"))).status_code == 302
    document = SiteDocument.objects.get()
    assert document.filename.startswith("plan-raboty")
    assert document.text == "Слова плана"
    assert document.content_type.endswith("wordprocessingml.document")


def test_a_renamed_document_is_refused_in_the_admin_with_the_reason(admin):
    response = add_document(admin, uploaded("a.docx", samples.pdf("x")))
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not SiteDocument.objects.exists()


def test_a_new_file_of_a_document_brings_new_text_and_a_new_title_does_not(admin):
    add_document(admin, uploaded("a.txt", b"first"))
    document = SiteDocument.objects.get()
    heard = []
    text_extracted.connect(
        lambda document, **kwargs: heard.append(document.text), weak=False, dispatch_uid="t"
    )
    try:
        url = reverse("wagtaildocs:edit", args=[document.pk])
        assert admin.post(url, {"title": "Другое имя"}).status_code == 302
        assert admin.post(url, {"title": "Другое", "file": uploaded("b.txt", b"second")}).status_code == 302
    finally:
        text_extracted.disconnect(dispatch_uid="t")
    document.refresh_from_db()
    assert document.text == "second"
    assert heard == ["second"]


def test_a_picture_of_the_admin_loses_its_place(admin):
    response = admin.post(
        reverse("wagtailimages:add"),
        {"title": "Снимок", "file": uploaded("a.jpg", samples.picture_with_place())},
    )
    assert response.status_code == 302
    image = SiteImage.objects.get()
    with image.open_file() as file:
        assert b"home address" not in file.read()
    assert (image.width, image.height) == (40, 60)


def test_a_bad_picture_is_refused_in_the_admin(admin):
    response = admin.post(
        reverse("wagtailimages:add"), {"title": "Снимок", "file": uploaded("a.png", b"words")}
    )
    assert response.context["form"].errors["file"]
    assert not SiteImage.objects.exists()


def test_a_large_file_is_read_by_the_task(monkeypatch, settings):
    from django_tasks_db.models import DBTaskResult

    from files import receivers

    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
    monkeypatch.setattr(receivers, "INLINE_SIZE", 3)
    document = SiteDocument(title="Большой")
    document.file.save("big.txt", ContentFile("слова".encode()), save=False)
    document.save()
    document.refresh_from_db()
    assert (document.text, document.text_extracted_at) == ("", None)
    row = DBTaskResult.objects.get(task_path__endswith="extract_document_text")
    assert row.args_kwargs["args"] == [document.pk]
    extract_document_text.func(document.pk)
    document.refresh_from_db()
    assert document.text == "слова"


def test_a_deleted_document_or_a_lost_file_is_no_exception():
    extract_document_text.func(987654)
    document = SiteDocument(title="Пропажа")
    document.file.save("a.txt", ContentFile(b"words"), save=False)
    document.save()
    document.file.storage.delete(document.file.name)
    extract_document_text.func(document.pk)
    document.refresh_from_db()
    assert document.text == ""
    assert document.text_error


def test_a_file_that_cannot_be_read_says_why():
    assert extract(ContentFile(b"PK"), "docx").error
