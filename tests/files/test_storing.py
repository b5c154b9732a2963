"""Files are taken in once, with their text."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from files.models import SiteDocument
from files.storing import store_document
from tests.factories.accounts import UserFactory
from tests.files import samples

pytestmark = pytest.mark.django_db


def text_file(words="Сертификат активного участника", name="Моя работа.txt"):
    return SimpleUploadedFile(name, words.encode())


def test_a_stored_document_has_its_text_type_and_size():
    user = UserFactory()
    document = store_document(file=text_file(), title="Работа", user=user, attached_to=None)
    document.refresh_from_db()
    assert document.text == "Сертификат активного участника"
    assert (document.content_type, document.text_error, document.pages) == ("text/plain", "", None)
    assert document.text_hash == document.file_hash
    assert document.text_extracted_at
    assert document.filename.startswith("moya-rabota")
    assert (document.title, document.extension, document.uploaded_by_user) == ("Работа", "TXT", user)


def test_files_may_go_to_a_collection_of_their_own():
    from wagtail.models import Collection

    from files.storing import store_image

    drafts = Collection.get_first_root_node().add_child(name="Черновики")
    document = store_document(file=text_file(), title="", user=None, attached_to=None, collection=drafts)
    image = store_image(
        file=samples.uploaded("a.png", samples.picture("PNG")), title="Стол", user=None, collection=drafts
    )
    assert (document.collection, image.collection, image.title) == (drafts, drafts, "Стол")


def test_the_same_content_is_kept_once_for_the_same_user_and_page():
    user = UserFactory()
    first = store_document(file=text_file(), title="Работа", user=user, attached_to=None)
    again = store_document(file=text_file(name="другое имя.txt"), title="", user=user, attached_to=None)
    other = store_document(file=text_file(), title="", user=UserFactory(), attached_to=None)
    assert again == first
    assert other != first
    assert other.title == "Моя работа"
    assert SiteDocument.objects.count() == 2
