#!/usr/bin/env python
"""Pin every package the project stands on, the indirect ones too, in pyproject.toml.

    uv run scripts/pin.py              resolve again, keep the pins that still fit
    uv run scripts/pin.py --upgrade    resolve again to the newest versions
    uv run scripts/pin.py --check      without the network: is what is installed pinned to its version?

The pins are [tool.uv] constraint-dependencies: a lock file would write registry addresses into git.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = ROOT / "pyproject.toml"
PINS = re.compile(r"^constraint-dependencies = \[\n(?:  .*\n)*\]\n", re.MULTILINE)
TOOLS = {"pip", "uv"}
"""What makes the environment and is no part of it."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--upgrade", action="store_true", help="take the newest versions")
    kind.add_argument("--check", action="store_true", help="change nothing, compare with what is installed")
    options = parser.parse_args(arguments)
    text = PROJECT.read_text(encoding="utf-8")
    project = tomllib.loads(text)
    if options.check:
        installed = {str(canonicalize_name(d.metadata["Name"])): d.version for d in distributions()}
        faults = compare(project, installed)
        print("\n".join(faults) or "Every installed package is pinned to its version.")
        return 1 if faults else 0
    old = [] if options.upgrade else pins_of(project)
    pins = resolve(PINS.sub("", text), old)
    PROJECT.write_text(with_pins(text, pins), encoding="utf-8")
    print(f"{len(pins)} pins")
    return 0


def pins_of(project: dict[str, Any]) -> list[str]:
    pins: list[str] = project["tool"]["uv"].get("constraint-dependencies", [])
    return pins


def compare(project: dict[str, Any], installed: dict[str, str]) -> list[str]:
    """Return what is not pinned as installed, one sentence each."""
    pins: dict[str, list[Requirement]] = {}
    for line in pins_of(project):
        pin = Requirement(line)
        pins.setdefault(canonicalize_name(pin.name), []).append(pin)
    direct = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    wanted = {canonicalize_name(Requirement(line).name) for line in direct}
    faults = [f"{name} is required but not pinned" for name in wanted - pins.keys()]
    for name, version in installed.items():
        fitting = [pin for pin in pins.get(name, []) if pin.marker is None or pin.marker.evaluate()]
        if name not in TOOLS and not fitting:
            faults.append(f"{name} {version} is installed but not pinned")
        elif fitting and not any(pin.specifier.contains(version, prereleases=True) for pin in fitting):
            faults.append(f"{name} {version} is installed, {fitting[0]} is pinned")
    return sorted(faults)


def resolve(text: str, old: Iterable[str]) -> list[str]:
    """Return pins for every platform and supported Python, resolved by uv from the project's own text."""
    with tempfile.TemporaryDirectory() as folder:
        project, output = Path(folder, "pyproject.toml"), Path(folder, "pins.txt")
        project.write_text(text, encoding="utf-8")
        # What already stands in the output file is preferred to anything newer.
        output.write_text("".join(f"{pin}\n" for pin in old), encoding="utf-8")
        command = ["uv", "pip", "compile", "--quiet", "--universal", "--no-header", "--no-annotate"]
        command += ["--strip-extras", "--no-emit-index-url", "--group", f"{project}:dev"]
        subprocess.run([*command, "--output-file", str(output), str(project)], check=True, cwd=folder)  # noqa: S603
        lines = output.read_text(encoding="utf-8").splitlines()
        return sorted(line.strip() for line in lines if line.strip() and not line.startswith(("#", "-")))


def with_pins(text: str, pins: Iterable[str]) -> str:
    """Return the text of pyproject.toml with these pins at the head of [tool.uv]."""
    body = "".join(f'  "{pin}",\n' for pin in pins)
    head = "[tool.uv]\n"
    return PINS.sub("", text).replace(head, f"{head}constraint-dependencies = [\n{body}]\n", 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
