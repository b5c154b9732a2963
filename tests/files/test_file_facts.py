"""Sizes, extents and the list of files."""

from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from files.templatetags.file_facts import file_extent, file_size


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (None, "0.1 KB"),
        (1, "0.1 KB"),
        (1024, "1 KB"),
        (2560, "2.5 KB"),
        (310 * 1024, "310 KB"),
        (2_516_582, "2.4 MB"),
        (20 * 1024 * 1024, "20 MB"),
    ],
)
def test_sizes_are_short(size, words):
    with translation.override("en"):
        assert file_size(size) == words


def test_the_decimal_sign_is_of_the_language():
    with translation.override("ru"):
        assert file_size(2_516_582).startswith("2,4")


def test_extent():
    with translation.override("en"):
        assert file_extent(SimpleNamespace(pages=38, extension="PDF")) == "38 pages"
        assert file_extent(SimpleNamespace(pages=1, extension="PPTX")) == "1 slide"
        assert file_extent(SimpleNamespace(pages=None, extension="TXT")) == ""
        assert file_extent(SimpleNamespace()) == ""


def test_the_list_says_type_size_and_extent_to_eyes_and_ears():
    file = SimpleNamespace(
        title="План <1>", url="/documents/1/plan.pdf", extension="PDF", size=2_516_582, pages=3
    )
    with translation.override("en"):
        html = render_to_string("components/file_list.html", {"files": [file]})
    assert (
        'href="/documents/1/plan.pdf" download>План &lt;1&gt;<span class="vh"> (PDF, 2.4 MB)</span>' in html
    )
    assert '<span class="meta" aria-hidden="true">PDF, 2.4 MB, 3 pages</span>' in html
    assert "style=" not in html
