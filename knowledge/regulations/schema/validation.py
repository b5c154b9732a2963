"""From a YAML text to a pydantic model, with every error translated and put on its line."""

from typing import Any, TypeVar

from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .document import Document, read_document
from .problems import DocumentError, YamlPath

Model = TypeVar("Model", bound=BaseModel)


PLAIN = {
    "missing": _("The value is required"),
    "extra_forbidden": _("Unknown key"),
    "int_type": _("A whole number is expected"),
    "string_type": _("Text is expected"),
    "bool_type": _("true or false is expected"),
    "list_type": _("A list is expected"),
    "dict_type": _("A mapping is expected"),
    "model_type": _("A mapping is expected"),
    "date_type": _("A date YYYY-MM-DD is expected"),
    "string_too_short": _("The text is empty"),
    "too_short": _("The list is too short"),
    "too_long": _("The list is too long"),
    "string_pattern_mismatch": _("The text does not have the expected form"),
    "literal_error": _("One of these is expected: %(expected)s"),
    "greater_than_equal": _("The number must not be below %(ge)s"),
    "less_than_equal": _("The number must not be above %(le)s"),
}


def _message(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        return str(context.get("error", error["msg"]))
    if error["type"] in PLAIN:
        words = str(PLAIN[error["type"]])
        return (
            words % {key: str(value).replace("' or '", "', '") for key, value in context.items()}
            if context
            else words
        )
    return str(error["msg"])


def _yaml_path(error: ErrorDetails, value: Any) -> YamlPath:
    """The error's place in the file: pydantic names union branches too, the file does not know them."""
    path: list[str | int] = []
    location = list(error["loc"])
    for number, part in enumerate(location):
        last = number == len(location) - 1
        listed = isinstance(value, list) and isinstance(part, int) and part < len(value)
        if listed or (isinstance(value, dict) and part in value):
            path.append(part)
            value = value[part]
        elif last and error["type"] == "missing":
            path.append(part)
    return tuple(path)


def validate(
    model: type[Model],
    text: str,
    error_class: type[DocumentError] = DocumentError,
    context: dict[str, Any] | None = None,
) -> Model:
    """Read a YAML text into a model.

    Args:
        model: the strict pydantic model.
        text: YAML.
        error_class: the exception to raise.
        context: what the model's validators may look at.

    Returns:
        The model; an empty text is an empty mapping.

    Raises:
        DocumentError: (as ``error_class``) with every problem of the text.
    """
    try:
        document = read_document(text)
    except DocumentError as error:
        raise error_class(error.problems) from error
    value = {} if document.value is None and not document.problems else document.value
    try:
        built = model.model_validate(value, context=context)
    except ValidationError as error:
        _collect(error, document)
    if document.problems:
        raise error_class(sorted(document.problems, key=lambda problem: problem.line))
    return built


def _collect(errors: ValidationError, document: Document) -> None:
    taken = {problem.path for problem in document.problems}
    for error in errors.errors(include_url=False):
        path = _yaml_path(error, document.value)
        document.report(path, _message(error))
        if document.problems[-1].path in taken:
            document.problems.pop()  # the reader has named a fault at this place already
