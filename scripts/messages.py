#!/usr/bin/env python
r"""Keep the Russian catalogue in step with the source, without the gettext tools.

    uv run scripts/messages.py [PART.json …]    take the source's strings and the parts' translations, compile
    uv run scripts/messages.py --check          change nothing; exit 1 and say what is wrong

A part is a JSON object: "msgid" or "context\u0004msgid" to a string, "msgid|||plural" to a list of three
forms. Mind that the catalogue is the whole site's: a string that Wagtail has too changes in its admin.
"""

import argparse
import ast
import json
import os
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import django
import polib
from babel.messages.extract import DEFAULT_KEYWORDS, extract

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "locale" / "ru" / "LC_MESSAGES" / "django.po"
SOURCES = ("site", "knowledge", "experience_bank", "search", "manage.py")
TEMPLATES = ("templates",)
SKIPPED_PARTS = {"migrations", "static", "__pycache__"}
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
CALL = re.compile(r"(?<!\w)(_|gettext|ngettext|pgettext|npgettext)\(")
ARGUMENTS = {
    "_": (0, 1, 0),
    "gettext": (0, 1, 0),
    "ngettext": (0, 1, 1),
    "pgettext": (1, 1, 0),
    "npgettext": (1, 1, 1),
}
"""How many literals of a call are its context, its message and its plural."""
PLACEHOLDER = re.compile(r"%\(\w+\)[-#0 +]*[\d.]*[a-zA-Z]|\{\w*[^{}]*\}|%[sdif]")
METADATA = {
    "Project-Id-Version": "metodkabinet",
    "Language": "ru",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    ),
}


class Message(NamedTuple):
    """A string of the interface; ``plural`` is empty for one without a number."""

    context: str
    msgid: str
    plural: str


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", type=Path, help="JSON files of translations")
    parser.add_argument("--check", action="store_true", help="change nothing, fail on a stale catalogue")
    options = parser.parse_args(arguments)
    prepare_django()
    if options.check:
        faults = check(CATALOGUE, source_messages(ROOT))
        print("\n".join(faults) or "Every string of the interface is translated.")
        return 1 if faults else 0
    merged, unused = merge(read(CATALOGUE), source_messages(ROOT), read_parts(options.parts))
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    merged.save(str(CATALOGUE))
    CATALOGUE.with_suffix(".mo").write_bytes(compiled(merged))
    for message in unused:
        print(f"not in the source: {message.msgid!r}")
    missing = [entry.msgid for entry in merged if not translated(entry)]
    print(f"{len(merged)} strings, {len(missing)} without a translation")
    print("".join(f"  {msgid!r}\n" for msgid in missing), end="")
    return 0


def prepare_django() -> None:
    """Load settings: reading a template's tags needs them."""
    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()


def source_messages(root: Path) -> dict[Message, set[str]]:
    """Return every string marked for translation with the files it stands in."""
    found: dict[Message, set[str]] = {}
    for names, suffixes, reader in (
        (SOURCES, {".py"}, python_messages),
        (TEMPLATES, {".html", ".txt", ".xml"}, template_messages),
    ):
        for path in files(root, names, suffixes):
            for message in reader(path.read_text(encoding="utf-8"), str(path.relative_to(root))):
                found.setdefault(message, set()).add(path.relative_to(root).as_posix())
    return found


def files(root: Path, names: tuple[str, ...], suffixes: set[str]) -> Iterator[Path]:
    for name in names:
        top = root / name
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.suffix in suffixes and SKIPPED_PARTS.isdisjoint(path.relative_to(root).parts):
                yield path


def python_messages(source: str, origin: str) -> Iterator[Message]:
    """Yield the strings of a module."""
    for _line, found, _comments, context in extract("python", BytesIO(source.encode()), KEYWORDS):
        texts = found if isinstance(found, tuple) else (found,)
        if texts[0]:
            yield Message(context or "", texts[0], texts[1] if len(texts) > 1 else "")


def template_messages(source: str, origin: str) -> Iterator[Message]:
    """Yield the strings of a template: Django turns its tags into calls, the rest into noise."""
    from django.utils.translation.template import templatize

    text = templatize(source, origin=origin)
    for match in CALL.finditer(text):
        literals = call_literals(text, match.end())
        contexts, singulars, plurals = ARGUMENTS[match[1]]
        if len(literals) < contexts + singulars + plurals:
            raise ValueError(f"{origin}: cannot read {text[match.start() : match.end() + 60]!r}")
        context = literals[0] if contexts else ""
        yield Message(context, literals[contexts], literals[contexts + 1] if plurals else "")


def call_literals(text: str, start: int) -> list[str]:
    """Return the string arguments of the call whose bracket opens just before ``start``."""
    end = text.find(")", start)
    while end != -1:
        try:
            call = ast.parse(f"f({text[start:end]})", mode="eval").body
        except SyntaxError:
            end = text.find(")", end + 1)
            continue
        values = [node.value for node in getattr(call, "args", []) if isinstance(node, ast.Constant)]
        return [value for value in values if isinstance(value, str)]
    return []


def read(path: Path) -> polib.POFile:
    """Return the catalogue, empty when there is none yet."""
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


def read_parts(paths: list[Path]) -> dict[tuple[str, str], str | list[str]]:
    """Return translations by context and msgid; a later file wins."""
    parts: dict[tuple[str, str], str | list[str]] = {}
    for path in paths:
        for key, value in json.loads(path.read_text(encoding="utf-8")).items():
            context, _separator, msgid = key.rpartition("\u0004")
            parts[context, msgid.split("|||")[0]] = value
    return parts


def merge(
    old: polib.POFile, source: dict[Message, set[str]], parts: dict[tuple[str, str], str | list[str]]
) -> tuple[polib.POFile, list[Message]]:
    """Return the new catalogue, sorted and without dropped strings, and the parts nobody uses."""
    kept = {(entry.msgctxt or "", entry.msgid): entry for entry in old if not entry.obsolete}
    merged = polib.POFile(wrapwidth=110)
    merged.metadata = dict(METADATA)
    for (context, msgid), (plural, places) in sorted(by_key(source).items()):
        entry = polib.POEntry(msgid=msgid, msgctxt=context or None, msgid_plural=plural)
        entry.occurrences = [(place, "") for place in sorted(places)]
        value = parts.get((context, msgid)) or old_value(kept.get((context, msgid)), plural)
        if plural:
            forms = value if isinstance(value, list) else ["", "", ""]
            entry.msgstr_plural = dict(enumerate(forms))
        elif isinstance(value, str):
            entry.msgstr = value
        merged.append(entry)
    known = set(by_key(source))
    return merged, [Message(context, msgid, "") for context, msgid in parts if (context, msgid) not in known]


def by_key(source: dict[Message, set[str]]) -> dict[tuple[str, str], tuple[str, set[str]]]:
    """Join what gettext keeps as one entry: the same string with and without a plural."""
    keyed: dict[tuple[str, str], tuple[str, set[str]]] = {}
    for message, places in source.items():
        plural, joined = keyed.get((message.context, message.msgid), ("", set()))
        keyed[message.context, message.msgid] = (plural or message.plural, joined | places)
    return keyed


def old_value(entry: polib.POEntry | None, plural: str) -> str | list[str]:
    if entry is None or entry.fuzzy:
        return ""
    return [entry.msgstr_plural[index] for index in sorted(entry.msgstr_plural)] if plural else entry.msgstr


def translated(entry: polib.POEntry) -> bool:
    forms = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    return all(forms) and len(forms) == (3 if entry.msgid_plural else 1)


def compiled(catalogue: polib.POFile) -> bytes:
    return catalogue.to_binary()


def check(path: Path, source: dict[Message, set[str]]) -> list[str]:
    """Return what is wrong with the catalogue, one sentence each."""
    catalogue = read(path)
    held = {(entry.msgctxt or "", entry.msgid): entry for entry in catalogue if not entry.obsolete}
    wanted = by_key(source)
    faults = [f"missing from the catalogue: {msgid!r}" for context, msgid in wanted.keys() - held.keys()]
    faults += [f"no longer in the source: {msgid!r}" for context, msgid in held.keys() - wanted.keys()]
    faults += [
        f"the plural differs from the source: {key[1]!r}"
        for key in wanted.keys() & held.keys()
        if wanted[key][0] != held[key].msgid_plural
    ]
    for entry in held.values():
        faults += entry_faults(entry)
    binary = path.with_suffix(".mo")
    if not binary.exists() or binary.read_bytes() != compiled(catalogue):
        faults.append(f"{binary.name} is stale: run scripts/messages.py")
    return sorted(faults)


def entry_faults(entry: polib.POEntry) -> list[str]:
    """Return what is wrong with one translation."""
    if entry.fuzzy:
        return [f"fuzzy: {entry.msgid!r}"]
    if not translated(entry):
        return [f"not translated: {entry.msgid!r}"]
    wanted = sorted(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
    forms = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
    return [
        f"placeholders differ: {entry.msgid!r} and {form!r}"
        for form in forms
        if sorted(PLACEHOLDER.findall(form)) != wanted
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
