"""How a reader wants the pages to look: colours, size, spacing, typeface, images.

The choice lives in a cookie and becomes ``data-*`` attributes of ``<html>``. Whatever the cookie
holds, only the words listed here ever reach a page.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COOKIE = "reading"
COOKIE_AGE = 365 * 24 * 3600


@dataclass(frozen=True)
class Setting:
    """One radio group of the panel; the empty value is the ordinary look."""

    name: str
    label: str | Promise
    options: tuple[tuple[str, str | Promise], ...]

    @property
    def values(self) -> frozenset[str]:
        return frozenset(value for value, _label in self.options if value)


SETTINGS = (
    Setting(
        "scheme",
        _("Colours"),
        (
            ("", _("As on the device")),
            ("light", _("Light")),
            ("dark", _("Dark")),
            ("bw", _("Black on white")),
            ("wb", _("White on black")),
            ("blue", _("Dark blue on light blue")),
            ("sand", _("Brown on beige")),
            ("green", _("Green on brown")),
        ),
    ),
    Setting("size", _("Text size"), (("", "100 %"), ("125", "125 %"), ("150", "150 %"), ("200", "200 %"))),
    Setting(
        "spacing",
        _("Space between letters"),
        (("", _("Normal spacing")), ("wide", _("Wider")), ("wider", _("Widest"))),
    ),
    Setting("font", _("Typeface"), (("", _("Without serifs")), ("serif", _("With serifs")))),
    Setting("images", _("Pictures"), (("", _("Show pictures")), ("off", _("Hide pictures")))),
)


def chosen(data: Mapping[str, object]) -> dict[str, str]:
    """Return the known, non-default values of ``data``; anything else is dropped."""
    found = {setting.name: str(data.get(setting.name, "")) for setting in SETTINGS}
    return {
        setting.name: found[setting.name] for setting in SETTINGS if found[setting.name] in setting.values
    }


def dump(values: Mapping[str, str]) -> str:
    """Write values for the cookie; only characters that a cookie needs no quotes for."""
    return ".".join(f"{name}-{value}" for name, value in values.items())


def load(cookies: Mapping[str, str]) -> dict[str, str]:
    """Read the reader's choice back, keeping only what :func:`chosen` knows."""
    pairs = (part.partition("-") for part in cookies.get(COOKIE, "").split("."))
    return chosen({name: value for name, _dash, value in pairs})
