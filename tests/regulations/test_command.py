import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from .helpers import DATA, FIVE, SIXTH
from .test_facts import WHOLE


@pytest.fixture
def facts(tmp_path):
    def write(text):
        path = tmp_path / "facts.yaml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


@pytest.mark.parametrize("edition", [*FIVE, SIXTH])
def test_json_has_the_shape_of_the_contract(edition, facts, capsys):
    call_command("check_profile", str(edition), facts(WHOLE), "--json")
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["findings", "passed", "silent", "vote"]
    for finding in answer["findings"]:
        assert list(finding) == ["check", "level", "message", "clause", "missing"]
        assert finding["level"] in ("block", "warn", "info")
        assert finding["message"]
        assert isinstance(finding["missing"], list)
    if edition == "oshmyany":
        assert answer["vote"] == {"adopted": False, "by": "majority"}
    elif edition in FIVE:
        assert answer["vote"] is None


def test_plain_words(facts, capsys):
    call_command("check_profile", "oshmyany", facts(WHOLE))
    out = capsys.readouterr().out
    for words in ("CHK-01", "003-4", "CHK-09", "CHK-07"):
        assert words in out
    call_command("check_profile", "oshmyany", facts(""))
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_facts_from_standard_input(monkeypatch, capsys):
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("documents: []"))
    call_command("check_profile", "rubtsovsk", "-", "--json")
    assert len(json.loads(capsys.readouterr().out)["findings"][0]["missing"]) == 9


def test_faults_of_facts_are_all_named(facts, capsys):
    with pytest.raises(CommandError) as caught:
        call_command("check_profile", "zeya", facts("date: x\nhead: {age: 5}"), "--json")
    assert caught.value.returncode == 2
    assert "date (" in str(caught.value)
    assert "head.age (" in str(caught.value)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("edition", ["nowhere", "_platform", "../editions/lysva", str(DATA / "broken.yaml")])
def test_a_bad_edition(edition, facts):
    with pytest.raises(CommandError) as caught:
        call_command("check_profile", edition, facts(""))
    assert caught.value.returncode == 2


def test_absent_facts(tmp_path):
    with pytest.raises(CommandError) as caught:
        call_command("check_profile", "lysva", str(tmp_path / "absent.yaml"))
    assert caught.value.returncode == 2


def test_exit_status_of_the_process(facts):
    # One real process: what a shell sees.
    command = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), "check_profile", "lysva"]
    good = subprocess.run(
        [*command, facts("meetings: []"), "--json"], capture_output=True, text=True, check=False
    )
    assert (good.returncode, json.loads(good.stdout)["vote"]) == (0, None)
    bad = subprocess.run([*command, facts("meetings: none")], capture_output=True, text=True, check=False)
    assert (bad.returncode, bad.stdout) == (2, "")
    assert "meetings" in bad.stderr
