"""The pins in pyproject.toml, and the tool that keeps them."""

import importlib.util

import pytest
from django.conf import settings

SPEC = importlib.util.spec_from_file_location("pin_script", settings.BASE_DIR / "scripts" / "pin.py")
pin = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(pin)


def project(*pins):
    return {
        "project": {"dependencies": ["Django>=5.2", "django-allauth[mfa]>=65"]},
        "dependency-groups": {"dev": ["pytest>=9"]},
        "tool": {"uv": {"constraint-dependencies": list(pins)}},
    }


PINS = (
    "django==5.2.19",
    "django-allauth==65.21.1",
    "pytest==9.2.0",
    "colorama==0.4.6 ; sys_platform == 'win32'",
)
INSTALLED = {"django": "5.2.19", "django-allauth": "65.21.1", "pytest": "9.2.0", "pip": "25.0"}


def test_pinned_environment_passes():
    assert pin.compare(project(*PINS), INSTALLED) == []


@pytest.mark.parametrize(
    ("pins", "installed", "fault"),
    [
        (PINS[1:], {}, "django is required but not pinned"),
        (PINS, {"sqlparse": "0.5"}, "sqlparse 0.5 is installed but not pinned"),
        (PINS, {"django": "5.2.20"}, "django 5.2.20 is installed, django==5.2.19 is pinned"),
        (PINS, {"colorama": "0.4.6"}, "colorama 0.4.6 is installed but not pinned"),
    ],
)
def test_every_difference_is_named(pins, installed, fault):
    assert fault in pin.compare(project(*pins), INSTALLED | installed)


def test_pins_are_written_again_without_a_trace_of_the_old():
    text = "[project]\n\n[tool.uv]\npackage = false\n"
    once = pin.with_pins(text, ["a==1", "b==2"])
    pins = 'constraint-dependencies = [\n  "a==1",\n  "b==2",\n]\n'
    assert once == f"[project]\n\n[tool.uv]\n{pins}package = false\n"
    assert pin.with_pins(once, ["a==1", "b==2"]) == once
    assert pin.PINS.sub("", once) == text
