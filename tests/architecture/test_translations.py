"""The Russian catalogue says everything the interface says, and the tool that keeps it notices faults."""

import importlib.util
import json
import shutil

import pytest
from django.conf import settings
from django.utils.translation import ngettext, override
from django.utils.translation.trans_real import DjangoTranslation

SCRIPT = settings.BASE_DIR / "scripts" / "messages.py"
SPEC = importlib.util.spec_from_file_location("messages_script", SCRIPT)
messages = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(messages)

SOURCE = """
from django.utils.translation import gettext as _, gettext_lazy, ngettext, npgettext, pgettext_lazy
_("Head")
gettext_lazy("Hello, %(name)s")
ngettext("%(count)d work", "%(count)d works", 3)
pgettext_lazy("of a person", "State")
npgettext("of papers", "{n} sheet", "{n} sheets", 2)
"""
TEMPLATE = """{% load i18n %}
{% translate "It's a desk" %} {% translate "State" context "of a work" as state %}
{% blocktranslate trimmed count n=works with who="x" %}
  {{ n }} work by {{ who }} (new)
{% plural %}
  {{ n }} works by {{ who }}
{% endblocktranslate %}
{% include "a.html" with label=_("Surname") %} {{ _("Name") }} {{ value|default:_("none (yet)") }}
<a href="javascript:f('gettext')">'quotes" that do not pair</a>
"""


def test_catalogue_is_complete_and_fresh():
    faults = messages.check(messages.CATALOGUE, messages.source_messages(settings.BASE_DIR))
    assert not faults, "\n".join(faults)


def test_python_strings_are_found():
    assert set(messages.python_messages(SOURCE, "source.py")) == {
        ("", "Head", ""),
        ("", "Hello, %(name)s", ""),
        ("", "%(count)d work", "%(count)d works"),
        ("of a person", "State", ""),
        ("of papers", "{n} sheet", "{n} sheets"),
    }


def test_template_strings_are_found():
    assert set(messages.template_messages(TEMPLATE, "page.html")) == {
        ("", "It's a desk", ""),
        ("of a work", "State", ""),
        ("", "%(n)s work by %(who)s (new)", "%(n)s works by %(who)s"),
        ("", "Surname", ""),
        ("", "Name", ""),
        ("", "none (yet)", ""),
    }


@pytest.fixture
def source():
    return {message: {"site/source.py"} for message in messages.python_messages(SOURCE, "source.py")}


@pytest.fixture
def parts(tmp_path):
    path = tmp_path / "part.json"
    translations = {
        "Head": "Руководитель",
        "Hello, %(name)s": "Здравствуйте, %(name)s",
        "%(count)d work|||%(count)d works": ["%(count)d работа", "%(count)d работы", "%(count)d работ"],
        "of a person\u0004State": "Состояние",
        "of papers\u0004{n} sheet|||{n} sheets": ["{n} лист", "{n} листа", "{n} листов"],
    }
    path.write_text(json.dumps(translations), encoding="utf-8")
    return messages.read_parts([path])


@pytest.fixture
def catalogue(tmp_path, source, parts):
    path = tmp_path / "locale" / "ru" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    save(messages.merge(messages.read(path), source, parts)[0], path)
    return path


def save(merged, path):
    merged.save(str(path))
    path.with_suffix(".mo").write_bytes(messages.compiled(merged))


def test_merged_catalogue_passes_and_merges_again_without_change(catalogue, source):
    assert messages.check(catalogue, source) == []
    before = catalogue.read_bytes()
    merged, unused = messages.merge(messages.read(catalogue), source, {})
    save(merged, catalogue)
    assert catalogue.read_bytes() == before
    assert unused == []


def test_part_nobody_uses_is_named(source, parts):
    del source[messages.Message("", "Head", "")]
    assert messages.merge(messages.polib.POFile(), source, parts)[1] == [("", "Head", "")]


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda po: po.find("Head").__setattr__("msgstr", ""), "not translated: 'Head'"),
        (lambda po: po.find("Head").__setattr__("flags", ["fuzzy"]), "fuzzy: 'Head'"),
        (lambda po: po.find("Hello, %(name)s").__setattr__("msgstr", "Здравствуйте"), "placeholders differ"),
        (lambda po: po.find("%(count)d work").msgstr_plural.pop(2), "not translated: '%(count)d work'"),
        (lambda po: po.find("%(count)d work").msgstr_plural.update({2: "много"}), "placeholders differ"),
        (lambda po: po.remove(po.find("Head")), "missing from the catalogue: 'Head'"),
        (lambda po: po.find("Head").__setattr__("msgid", "Foot"), "no longer in the source: 'Foot'"),
        (lambda po: po.find("%(count)d work").__setattr__("msgid_plural", "works"), "the plural differs"),
    ],
)
def test_every_fault_is_found(catalogue, source, spoil, fault):
    spoiled = messages.read(catalogue)
    spoil(spoiled)
    save(spoiled, catalogue)
    assert any(fault in line for line in messages.check(catalogue, source))


def test_stale_binary_is_found(catalogue, source):
    binary = catalogue.with_suffix(".mo")
    binary.write_bytes(binary.read_bytes()[:-1])
    assert messages.check(catalogue, source) == ["django.mo is stale: run scripts/messages.py"]
    binary.unlink()
    assert messages.check(catalogue, source)


@pytest.mark.parametrize(
    ("count", "text"), [(1, "1 работа"), (21, "21 работа"), (22, "22 работы"), (11, "11 работ")]
)
def test_plurals_work_beside_djangos_other_formula(catalogue, settings, monkeypatch, count, text):
    # Django's own Russian catalogue declares four forms, ours three: they meet in one translation.
    monkeypatch.setattr("django.utils.translation.trans_real._translations", {})
    settings.LOCALE_PATHS = [catalogue.parents[2]]
    assert isinstance(DjangoTranslation("ru"), DjangoTranslation)
    with override("ru"):
        assert ngettext("%(count)d work", "%(count)d works", count) % {"count": count} == text
        assert ngettext("%(num)d day", "%(num)d days", count) % {"num": count} != f"{count} days"
    shutil.rmtree(catalogue.parent)
