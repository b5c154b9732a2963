"""No code knows a municipality: their names stand in profiles and in sample data only."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
NAMES = re.compile(
    r"лысьв|печор|рубцов|ошмян|\bзе[яиюе]\b|\bзейск|lysva|pechora|rubtsovsk|oshmyany|\bzeya\b", re.IGNORECASE
)
SAMPLES = ("demo", "editions", "sample", "samples")


def code_files():
    for folder in ("site", "knowledge", "experience_bank", "search", "templates"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".html", ".js", ".txt") and not set(SAMPLES) & set(path.parts):
                yield path


def test_code_is_there_to_look_at():
    assert sum(1 for _path in code_files()) > 50


@pytest.mark.parametrize("words", ["Печорский", "из г. Зеи", "slug == 'lysva'"])
def test_the_pattern_finds(words):
    assert NAMES.search(words)


def test_no_municipality_in_code():
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in code_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if NAMES.search(line)
    ]
    assert found == []
