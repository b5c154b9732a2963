"""Numbers with words: «1 284 работы»."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import ngettext_lazy

_FORMS: dict[str, Any] = {
    "works": ngettext_lazy("%(shown)s work", "%(shown)s works", "n"),
    "associations": ngettext_lazy("%(shown)s association", "%(shown)s associations", "n"),
    "documents": ngettext_lazy("%(shown)s document", "%(shown)s documents", "n"),
    "files": ngettext_lazy("%(shown)s file", "%(shown)s files", "n"),
    "events": ngettext_lazy("%(shown)s event", "%(shown)s events", "n"),
    "news": ngettext_lazy("%(shown)s news item", "%(shown)s news items", "n"),
    "results": ngettext_lazy("%(shown)s result", "%(shown)s results", "n"),
    "people": ngettext_lazy("%(shown)s person", "%(shown)s people", "n"),
    "educators": ngettext_lazy("%(shown)s educator", "%(shown)s educators", "n"),
    "authors": ngettext_lazy("%(shown)s author", "%(shown)s authors", "n"),
    "tasks": ngettext_lazy("%(shown)s task", "%(shown)s tasks", "n"),
    "days": ngettext_lazy("%(shown)s day", "%(shown)s days", "n"),
}


def counted(number: int, word: str) -> str:
    """Return the number, its thousands parted, with the right form of ``word``.

    Raises:
        KeyError: the word is not one this site counts.
    """
    shown = number_format(number, force_grouping=True)
    return str(_FORMS[word] % {"n": number, "shown": shown})
