"""Names that people bring, and the names the disk and the addresses get."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page

from files.names import ascii_slug, safe_name, unique_slug


@pytest.mark.parametrize(
    ("raw", "title", "stored"),
    [
        ("Конспект урока.docx", "Конспект урока", "konspekt-uroka.docx"),
        ("../../etc/passwd.txt", "passwd", "passwd.txt"),
        ("C:\\Users\\Вера\\План_работы.PDF", "План работы", "plan-raboty.pdf"),
        ("a\0b.txt", "ab", "ab.txt"),
        ("план\u202efdp.txt", "планfdp", "planfdp.txt"),
        ("📚 урок.pdf", "📚 урок", "books-urok.pdf"),
        (".txt", "txt", "txt"),
        ("", "file", "file"),
        ("...", "file", "file"),
        ("No extension", "No extension", "no-extension"),
    ],
)
def test_names_are_made_safe(raw, title, stored):
    name = safe_name(raw)
    assert (name.title, name.stored) == (title, stored)


def test_a_long_name_is_cut_and_keeps_its_extension():
    name = safe_name("Методическая разработка " * 20 + ".docx")
    assert len(name.title) == 200
    assert len(name.stored) <= 85
    assert name.stored.endswith(".docx")


def test_a_given_title_wins():
    assert safe_name("scan001.pdf", "  Положение\u200b об  РМО ").title == "Положение об РМО"


@given(st.text(max_size=400))
def test_whatever_the_name_the_disk_gets_plain_letters(raw):
    stored = safe_name(raw).stored
    assert stored.isascii()
    assert stored
    assert not set(stored) & set("/\\\0 ")
    assert not stored.startswith(".")
    assert len(stored) <= 91


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Щука и ёж: урок №5", "shchuka-i-ezh-urok-no5"),
        ("ПОЛОЖЕНИЕ об объединении", "polozhenie-ob-obedinenii"),
        ("«»!?", "page"),
        ("физика_9-й класс", "fizika-9-y-klass"),
    ],
)
def test_addresses_from_russian_titles(text, slug):
    assert ascii_slug(text) == slug


def test_a_long_address_ends_with_a_whole_word():
    slug = ascii_slug("положение о районном методическом объединении заместителей директора", max_length=40)
    assert slug == "polozhenie-o-rayonnom-metodicheskom"
    assert ascii_slug("a" * 50, max_length=10) == "a" * 10


@pytest.mark.django_db
def test_an_address_is_free_under_the_parent():
    root = Page.objects.get(depth=1)
    first = root.add_child(title="План работы", slug=unique_slug(root, "План работы"))
    second = root.add_child(title="План работы", slug=unique_slug(root, "План работы"))
    assert (first.slug, second.slug) == ("plan-raboty", "plan-raboty-2")
    assert unique_slug(root, "План работы", first) == "plan-raboty"
    assert unique_slug(root, "План") == "plan"
