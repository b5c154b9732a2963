"""What is wrong with a YAML file: every fault with its path and line."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

YamlPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """One fault of a file.

    Attributes:
        path: where it stands, as ``plan.chain.value[0].step``; empty for the file as a whole.
        line: its line, counted from 1.
        message: what is wrong, in the reader's language.
    """

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        place = _("line %(line)d") % {"line": self.line}
        return f"{self.path} ({place}): {self.message}" if self.path else f"{place}: {self.message}"


class DocumentError(Exception):
    """A YAML file that cannot be used; holds all its problems, not only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ProfileError(DocumentError):
    """A regulation profile that cannot be used."""


def path_text(path: YamlPath) -> str:
    """``("chain", 0, "step")`` → ``chain[0].step``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text
