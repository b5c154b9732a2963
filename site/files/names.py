"""Names of files and addresses of pages made from Russian words."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from anyascii import anyascii
from django.utils.text import slugify
from wagtail.models import Page

TITLE_LENGTH = 200
STORED_LENGTH = 80
EXTENSION_LENGTH = 10
INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
"""Unicode categories that may not stay in a name: among them NUL and the marks that turn writing around."""


@dataclass(frozen=True)
class SafeName:
    """A file's two names: ``title`` for people, ``stored`` for the disk (ASCII, no folders)."""

    title: str
    stored: str
    extension: str
    """Lower case, without the dot; empty when the name has none."""


def ascii_slug(text: str, max_length: int = 80, fallback: str = "page") -> str:
    """Return ``text`` as an ASCII address part, cut between words; ``fallback`` if nothing is left."""
    # In capitals anyascii mixes cases («Щ» gives "Shch"), and it writes ъ and ь as apostrophes.
    latin = anyascii(text.lower()).replace("'", "").replace('"', "")
    slug = slugify(re.sub(r"[^\w\s-]+", " ", latin)).replace("_", "-").strip("-")
    if len(slug) > max_length:
        head, _, _ = slug[: max_length + 1].rpartition("-")
        slug = (head if len(head) >= max_length // 2 else slug[:max_length]).strip("-")
    return slug or fallback


def unique_slug(parent: Page, title: str, page: Page | None = None) -> str:
    """Return an address part for ``title`` that no child of ``parent`` has (``page`` itself aside)."""
    base = ascii_slug(title)
    siblings = parent.get_children().filter(slug__startswith=base)
    if page is not None and page.pk:
        siblings = siblings.exclude(pk=page.pk)
    taken = set(siblings.values_list("slug", flat=True))
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def visible_text(text: str) -> str:
    """Return one line without characters that are not seen."""
    kept = "".join(" " if char in "\t\n\r" else char for char in unicodedata.normalize("NFC", text))
    return " ".join("".join(char for char in kept if unicodedata.category(char) not in INVISIBLE).split())


def safe_name(raw: str, title: str = "") -> SafeName:
    """Return safe names for a file that somebody called ``raw``; ``title`` wins over the name's own words."""
    last = visible_text(raw.replace("\\", "/").rsplit("/", 1)[-1])
    path = PurePosixPath(last or "file")
    extension = ascii_slug(path.suffix, EXTENSION_LENGTH, fallback="")
    stem = path.stem if extension else last
    human = visible_text(title) or stem.replace("_", " ").strip(" .")
    stored = ascii_slug(stem, STORED_LENGTH, fallback="file")
    return SafeName(
        title=human[:TITLE_LENGTH] or stored,
        stored=f"{stored}.{extension}" if extension else stored,
        extension=extension,
    )
