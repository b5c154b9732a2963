"""Russian typography done by machine: what must not be torn apart by a line's end."""

import re

NBSP = "\u00a0"

_SHORT = "а|в|и|к|о|с|у|я|во|до|за|из|ко|на|не|ни|но|об|от|по|со|для|без|при"
_RULES = (
    (re.compile(r" (?=[—–] )"), NBSP),
    (re.compile(r"(?<=№) ?(?=\d)"), NBSP),
    (re.compile(r"(?<=\d) (?=(?:г|гг|кл|с|стр|ч|мин|руб|%|₽|КБ|МБ|ГБ)\b|%)"), NBSP),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NBSP),
    (re.compile(r"\b(г|ул|д|каб|им|стр|ст|п|гл) ?\. ?(?=[\dА-ЯЁ])"), rf"\1.{NBSP}"),
    (re.compile(rf"(?<![\w-])({_SHORT}) (?=\S)", re.IGNORECASE), rf"\1{NBSP}"),
    (re.compile(r"\b([А-ЯЁ]\.) ?(?=[А-ЯЁ]\.)"), rf"\1{NBSP}"),
    (re.compile(r"\b([А-ЯЁ]\.) (?=[А-ЯЁ][а-яё])"), rf"\1{NBSP}"),
)
_VOWELS = "аеёиоуыэюяьъй"


def typographed(text: str) -> str:
    """Put no-break spaces after prepositions, «№», initials and before dashes and units."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def initials(name: str) -> str:
    """Return the first letters of the first two words of a person's name."""
    return "".join(word[0] for word in name.split()[:2]).upper()


def abbreviation(name: str) -> str:
    """Return two letters for a subject's tile: «Физика» → «Фз», «Начальные классы» → «НК»."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) > 2]  # noqa: PLR2004 - «и», «на»
    if len(words) > 1:
        return (words[0][0] + words[1][0]).upper()
    if not words:
        return name[:2]
    first, rest = words[0][0].upper(), words[0][1:].lower()
    if first.lower() in _VOWELS:
        return first + rest[:1]
    return first + next((letter for letter in rest if letter not in _VOWELS), "")
