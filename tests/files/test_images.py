"""Pictures are checked, turned upright and freed of the camera's data."""

import io

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from files import images
from files.images import check_image
from files.models import SiteImage
from files.storing import store_image
from tests.factories.accounts import UserFactory
from tests.files import samples
from tests.files.samples import uploaded


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.avif", "AVIF")],
)
def test_pictures_of_accepted_kinds_are_redrawn(name, kind):
    checked = check_image(uploaded(name, samples.picture(kind)))
    assert Image.open(io.BytesIO(checked.content)).format == kind
    assert checked.name.startswith("a-")
    assert checked.content_type == f"image/{kind.lower()}"


def test_place_device_and_comment_are_gone_and_the_picture_stands_upright():
    checked = check_image(uploaded("IMG_1.jpg", samples.picture_with_place()))
    result = Image.open(io.BytesIO(checked.content))
    assert result.size == (40, 60)
    assert not result.getexif()
    assert "comment" not in result.info
    assert b"home address" not in checked.content


def test_what_is_hidden_behind_the_picture_is_gone():
    checked = check_image(uploaded("a.png", samples.picture("PNG") + b"<script>alert(1)</script>"))
    assert b"script" not in checked.content


def test_the_colour_profile_stays():
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    checked = check_image(uploaded("a.jpg", samples.picture(icc_profile=profile)))
    assert Image.open(io.BytesIO(checked.content)).info["icc_profile"] == profile


def refusal(name, content):
    with pytest.raises(ValidationError) as caught:
        check_image(uploaded(name, content))
    assert caught.value.messages[0]
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.gif", samples.picture("GIF"), "extension"),
        ("a.svg", b"<svg/>", "extension"),
        ("a.png", b"", "empty"),
        ("a.png", samples.picture("JPEG"), "renamed"),
        ("a.png", b"not a picture", "not_image"),
        ("a.png", samples.picture("GIF"), "not_image"),
        ("a.jpg", samples.picture(size=(400, 400))[:500], "not_image"),
    ],
)
def test_other_files_are_refused(name, content, code):
    assert refusal(name, content) == code


def test_a_flood_of_pixels_is_refused_by_the_header(monkeypatch):
    monkeypatch.setattr(images, "MAX_PIXELS", 2_000)
    assert refusal("a.png", samples.picture("PNG")) == "pixels"
    monkeypatch.undo()
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1_000)
    assert refusal("a.png", samples.picture("PNG")) == "pixels"


def test_a_heavy_picture_is_refused(settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
    assert refusal("a.jpg", samples.picture()) == "too_large"


@pytest.mark.django_db
def test_a_stored_picture_has_its_measures_and_words():
    user = UserFactory()
    image = store_image(
        file=uploaded("Кабинет физики.jpg", samples.picture_with_place()),
        title="",
        user=user,
        description="Столы",
    )
    image = SiteImage.objects.get(pk=image.pk)
    assert (image.width, image.height, image.title) == (40, 60, "Кабинет физики")
    assert (image.description, image.uploaded_by_user) == ("Столы", user)
    assert image.file_hash
    assert image.file_size == image.file.size
    assert image.file.name.startswith("original_images/kabinet-fiziki-")
