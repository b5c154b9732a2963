"""The title of a document from its first lines, in the case people write titles in."""

import re
from collections import Counter
from collections.abc import Sequence

from knowledge.library.body import is_section
from knowledge.library.choices import Kind

KINDS: tuple[tuple[str, Kind], ...] = (
    (r"положени[ея]\b", Kind.REGULATION),
    (r"устав\b", Kind.REGULATION),
    (r"должностн(?:ая|ые)\s+инструкци[яи]\b", Kind.JOB_DESCRIPTION),
    (r"(?:приказ|постановление|распоряжение|решение)\b", Kind.ORDER),
    (r"(?:порядок|регламент|правила|инструкция|закон|кодекс|стандарт)\b", Kind.PROCEDURE),
    (r"(?:план|программа|концепция|дорожная\s+карта|график)\b", Kind.PLAN),
    (r"(?:методические\s+)?рекомендации\b", Kind.RECOMMENDATIONS),
    (r"письмо\b", Kind.LETTER),
    (r"(?:договор|соглашение)\b", Kind.AGREEMENT),
)
SEARCHED = 15
"""Lines among which the title must begin."""
MOST_LINES = 6
LONGEST = 250
WORD = re.compile(r"[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*")
SHORTEST_ABBREVIATION = 2


def kind_of(line: str) -> Kind | None:
    """Return the kind of document whose title this line begins, None if it begins none."""
    return next((kind for pattern, kind in KINDS if re.match(pattern, line, re.IGNORECASE)), None)


def read_title(lines: Sequence[str], body: str) -> tuple[str, Kind]:
    """Return the title in sentence case and the kind.

    Args:
        lines: the document's lines after the stamp, empty ones kept: a gap ends a title.
        body: the whole text, from which the true case of words is learnt.

    Returns:
        The title (empty when the document has no words) and its kind.
    """
    start = next((n for n, line in enumerate(lines[: SEARCHED * 2]) if kind_of(line)), None)
    if start is None:
        first = next((line for line in lines if re.search(r"\w{3}", line) and not is_section(line)), "")
        return sentence_case([first], body), Kind.OTHER
    kind = kind_of(lines[start]) or Kind.OTHER
    return sentence_case(_title_lines(lines[start:]), body), kind


def _title_lines(lines: Sequence[str]) -> list[str]:
    taken = [lines[0]]
    gap = False
    for line in lines[1:]:
        if not line:
            gap = True
            continue
        # After a bare «Положение» an empty line is only decoration.
        if (gap and not _is_bare(taken)) or not _continues(taken, line):
            break
        taken.append(line)
        gap = False
    return taken


def _is_bare(taken: Sequence[str]) -> bool:
    words = WORD.findall(" ".join(taken))
    return len(words) == 1 or [word.lower() for word in words] == ["должностная", "инструкция"]


def _continues(taken: Sequence[str], line: str) -> bool:
    if is_section(line) or len(taken) >= MOST_LINES or len(" ".join(taken)) + len(line) > LONGEST:
        return False
    if taken[-1].endswith((".", ":")) and not taken[-1].endswith((" г.", " им.")):
        return False
    return (
        line[0].islower()
        or line[0] in '«"('
        or (is_capital(taken[-1]) and is_capital(line))
        or _is_bare(taken)
    )


def is_capital(line: str) -> bool:
    """Return whether a line is written in capitals (abbreviations aside, one word decides nothing)."""
    letters = [char for char in line if char.isalpha()]
    return bool(letters) and sum(char.isupper() for char in letters) > len(letters) * 0.8


def sentence_case(lines: Sequence[str], body: str) -> str:
    """Join the lines of a title without idle capitals; the text tells which words keep theirs."""
    known = _cases(body)
    text = " ".join(_lowered(line, known) if is_capital(line) else line for line in lines)
    text = re.sub(r"\s+([,.;:)])", r"\1", " ".join(text.split())).strip(" .,;:") if text else ""
    if text.endswith(" г"):
        text += "."
    return (text[:1].upper() + text[1:])[:LONGEST]


def _cases(body: str) -> Counter[str]:
    """Count the forms of words in ordinary lines: capitals there are names and abbreviations."""
    return Counter(word for line in body.split("\n") if not is_capital(line) for word in WORD.findall(line))


def _lowered(line: str, known: Counter[str]) -> str:
    return WORD.sub(lambda match: _true_case(match[0], known, line[: match.start()].endswith("(")), line)


def _true_case(word: str, known: Counter[str], in_brackets: bool) -> str:
    small, name = word.lower(), word.capitalize()
    if small == word or known[small]:
        return small
    if in_brackets or (known[word] and len(word) >= SHORTEST_ABBREVIATION):
        return word
    return name if known[name] > 1 else small
