"""A small strict YAML: lines are remembered, and what could surprise is refused.

Unlike PyYAML's own loader: ``off``, ``on``, ``yes`` and ``no`` are words and not booleans (``off`` is a value
of profiles), ``14:00`` is text and not 840, a repeated key is an error, aliases and foreign tags are refused.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml
from django.utils.translation import gettext as _

from .problems import DocumentError, Problem, YamlPath, path_text

MAX_LENGTH = 512_000
MAX_DEPTH = 24
TAG = "tag:yaml.org,2002:"


class _Refused(yaml.MarkedYAMLError):
    """YAML that is well formed and that we do not take."""


class _Loader(yaml.SafeLoader):
    """Composes nodes of the YAML 1.2 core types and plain dates, no deeper than ``MAX_DEPTH``."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(problem=_("Anchors and aliases are not allowed"), problem_mark=event.start_mark)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _Refused(problem=_("The nesting is too deep"), problem_mark=event.start_mark)
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


for _tag, _pattern, _first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    (
        "float",
        r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+[eE][-+]?[0-9]+)(?:[eE][-+]?[0-9]+)?$",
        list("-+.0123456789"),
    ),
    ("timestamp", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", list("0123456789")),
):
    _Loader.add_implicit_resolver(TAG + _tag, re.compile(_pattern), _first)


@dataclass
class Document:
    """A file as plain values, with the line of every path in it."""

    value: Any = None
    lines: dict[YamlPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: YamlPath) -> int:
        """Line of a path, or of the nearest parent that stands in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def report(self, path: YamlPath, message: str, line: int | None = None) -> None:
        self.problems.append(Problem(path_text(path), line or self.line(path), message))


def _scalar(node: yaml.Node) -> Any:
    tag, text = node.tag.removeprefix(TAG), str(node.value)
    readers: dict[str, Callable[[str], Any]] = {
        "str": str,
        "int": int,
        "float": float,
        "timestamp": dt.date.fromisoformat,
        "bool": lambda word: {"true": True, "false": False}[word.lower()],
        "null": lambda _word: None,
    }
    if tag not in readers:
        raise TypeError(tag)
    return readers[tag](text)


def _build(node: yaml.Node, path: YamlPath, document: Document) -> Any:
    document.lines.setdefault(path, node.start_mark.line + 1)
    plain = "map" if isinstance(node, yaml.MappingNode) else "seq"
    if isinstance(node, yaml.CollectionNode) and node.tag != TAG + plain:
        document.report(path, _("The tag %(tag)s is not allowed") % {"tag": node.tag})
        return None
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, index), document) for index, item in enumerate(node.value)]
    try:
        return _scalar(node)
    except TypeError:
        document.report(path, _("The tag %(tag)s is not allowed") % {"tag": node.tag})
    except (ValueError, KeyError):
        document.report(path, _("The value %(value)s cannot be read") % {"value": str(node.value)[:80]})
    return None


def _mapping(node: yaml.MappingNode, path: YamlPath, document: Document) -> dict[str, Any]:
    built: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            document.report(path, _("A key must be a word"), line)
            continue
        key = str(key_node.value)
        if key in built:
            document.report((*path, key), _("The key is repeated"), line)
            continue
        document.lines[*path, key] = line
        built[key] = _build(value_node, (*path, key), document)
    return built


def _not_yaml(detail: str | None) -> str:
    return _("The YAML cannot be read: %(detail)s") % {"detail": detail or ""}


def read_document(text: str) -> Document:
    """Read one YAML document.

    Args:
        text: the file's text.

    Returns:
        The values with their lines, and the problems met on the way.

    Raises:
        DocumentError: when the text is not YAML at all.
    """
    if len(text) > MAX_LENGTH:
        raise DocumentError([Problem("", 1, _("The file is too long"))])
    document = Document()
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = str(error.problem) if isinstance(error, _Refused) else _not_yaml(error.problem)
        raise DocumentError([Problem("", mark.line + 1 if mark else 1, message)]) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise DocumentError([Problem("", line, _not_yaml(error.reason))]) from error
    if node is not None:
        document.value = _build(node, (), document)
    return document
