"""The shape of the repository: what must be there, what must not, how large a module grows."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.template.loader import get_template

ROOT: Path = settings.BASE_DIR
ROOMS = ("site", "knowledge", "experience_bank", "search")
MAX_LINES = 400
LONG_ENOUGH_TO_EXPLAIN = 12
"""Lines from which a public function without a docstring has something left unsaid."""
REQUIRED = (
    ".ci/run",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "docs/architecture.md",
    "docs/guides/administrator.md",
    "docs/guides/head.md",
    "docs/guides/methodist.md",
    "docs/guides/teacher.md",
    "experience_bank",
    "knowledge",
    "locale/ru/LC_MESSAGES/django.mo",
    "locale/ru/LC_MESSAGES/django.po",
    "manage.py",
    "pyproject.toml",
    "search",
    "site/config",
    "templates/base.html",
    "tests/factories",
)
# Written in pieces, or this file would find itself.
FORBIDDEN = {
    "a path of one machine": r"/(?:root|home/\w+|Users/\w+|work)/(?!\*)[\w.]",
    "a registry's address": r"(?:files\.python"
    + r"hosted|test\.pypi|pypi)\.org/(?:simple|packages)|registry\.npmjs",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE " + r"KEY-----",
    "a token": r"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|xox[bap]-\w{10,}|pypi-Ag\w{20,})",
    "a password in an address": r"\w+://[\w.-]+:[^@\s/{}$<>:]{3,}@(?!127\.0\.0\.1|localhost|postgres|db\b|host|mail)[\w.-]+",
}
EXTERNAL = re.compile(
    r"""(?:\b(?:href|src|action|poster|data)\s*=\s*["']?|url\(\s*["']?|@import\s+["']?)(?:https?:)?//\w"""
)


def tracked_files():
    """Files that git keeps or is about to; all of them where there is no git."""
    git = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(git, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [path for name in listed if name and (path := ROOT / name).is_file()]


def modules():
    found = [ROOT / "manage.py", *(ROOT / "scripts").glob("*.py")]
    for room in (*ROOMS, "tests"):
        found += [path for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts]
    return sorted(found)


def text_of(path):
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_site_is_no_package():
    # It would stand in for the standard library's `site`, which starts every Python.
    assert not (ROOT / "site" / "__init__.py").exists()


@pytest.mark.parametrize("path", REQUIRED)
def test_required_path_exists(path):
    assert (ROOT / path).exists()


def test_ci_can_be_run():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_file_holds(kind):
    pattern = re.compile(FORBIDDEN[kind])
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in tracked_files()
        for match in pattern.finditer(text_of(path))
    ]
    assert not found


def test_modules_stay_small():
    sizes = {str(path.relative_to(ROOT)): len(text_of(path).splitlines()) for path in modules()}
    assert not {name: size for name, size in sizes.items() if size > MAX_LINES}


def unexplained(path):
    """Names of long public functions and classes of a module without a docstring."""
    for node in ast.parse(text_of(path)).body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        lines = (node.end_lineno or node.lineno) - node.lineno
        if (
            isinstance(node, ast.FunctionDef)
            and lines >= LONG_ENOUGH_TO_EXPLAIN
            and not ast.get_docstring(node)
        ):
            yield f"{path.relative_to(ROOT)}: {node.name}"


def test_long_public_functions_explain_themselves():
    rooms = [path for path in modules() if path.relative_to(ROOT).parts[0] in ROOMS]
    assert not [name for path in rooms for name in unexplained(path)]


def test_imports_run_one_way():
    tool = Path(sys.executable).with_name("lint-imports")
    paths = os.pathsep.join([str(ROOT / "site"), str(ROOT)])
    result = subprocess.run(
        [tool, "--no-cache"],
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr


@pytest.mark.django_db
def test_migrations_match_the_models(capsys):
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    except SystemExit:
        pytest.fail(capsys.readouterr().out)


def templates():
    folder = ROOT / "templates"
    found = (path for path in folder.rglob("*") if path.suffix in {".html", ".txt", ".xml"})
    return sorted(
        str(path.relative_to(folder)) for path in found if "static" not in path.relative_to(folder).parts
    )


@pytest.mark.parametrize("name", templates())
def test_template_compiles(name):
    assert get_template(name).template.nodelist is not None


def test_pages_load_nothing_from_elsewhere():
    kinds = {".html", ".css", ".js", ".svg"}
    files = [path for path in (ROOT / "templates").rglob("*") if path.suffix in kinds]
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in files
        for match in EXTERNAL.finditer(text_of(path))
    ]
    assert files
    assert not found


def test_pages_hold_no_inline_scripts_or_styles():
    pattern = re.compile(r"<style\b|<script(?![^>]*\b(?:src=|type=\"application/))|\sstyle=|\son[a-z]+=[\"']")
    pages = [
        path for path in (ROOT / "templates").rglob("*.html") if "wagtail" not in str(path.relative_to(ROOT))
    ]
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}" for path in pages for match in pattern.finditer(text_of(path))
    ]
    assert not found
