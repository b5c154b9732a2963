"""What the documents promise is there."""

import re

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
READ = re.compile(r"""\benv(?:\.\w+)?\(\s*["']([A-Z][A-Z_]+)["']""")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document):
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    assert not [target for target in targets if not (document.parent / target).exists()]


def test_every_variable_read_is_explained():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    read = set()
    for path in (ROOT / "site").rglob("*.py"):
        read |= set(READ.findall(path.read_text(encoding="utf-8")))
    assert "DATABASE_URL" in read
    assert not {name for name in read if f"`{name}`" not in readme}
