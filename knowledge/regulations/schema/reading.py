"""Where profiles come from: a text, a file, the shipped editions."""

import re
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext as _

from .problems import Problem, ProfileError
from .profile import Layers, Profile
from .validation import validate

EDITIONS = Path(__file__).resolve().parent.parent / "editions"
SLUG = re.compile(r"[a-z][a-z0-9-]*")


def read_text(path: Path) -> str:
    """A file's text.

    Raises:
        ProfileError: it is not there or not in UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProfileError([Problem("", 1, _("The file is not in UTF-8"))]) from error
    except OSError as error:
        message = _("The file %(name)s cannot be read") % {"name": path.name}
        raise ProfileError([Problem("", 1, message)]) from error


def shipped_slugs() -> list[str]:
    """Slugs of the editions that come with the platform."""
    return sorted(path.stem for path in EDITIONS.glob("*.yaml") if not path.stem.startswith("_"))


@lru_cache(maxsize=64)
def parse_profile(text: str) -> Profile:
    """A profile from its YAML text.

    Raises:
        ProfileError: with every problem, its path and line.
    """
    return validate(Profile, text, ProfileError)


def load_profile(source: str | Path) -> Profile:
    """A profile from a shipped slug, a path of a YAML file, or a YAML text.

    Args:
        source: a slug, ``"/etc/our.yaml"``, or the text itself (it has a line break).

    Raises:
        ProfileError: with every problem, its path and line.
    """
    return parse_profile(profile_text(source))


def profile_text(source: str | Path) -> str:
    """The YAML text behind a slug, a path or a text.

    Raises:
        ProfileError: no such file.
    """
    if isinstance(source, str):
        if "\n" in source:
            return source
        if SLUG.fullmatch(source) and source in shipped_slugs():
            return read_text(EDITIONS / f"{source}.yaml")
    return read_text(Path(source))


@lru_cache(maxsize=1)
def platform() -> Layers:
    """The platform's defaults, used where a regulation is silent."""
    return validate(Layers, read_text(EDITIONS / "_platform.yaml"), ProfileError)
