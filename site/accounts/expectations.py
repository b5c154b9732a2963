"""How a room says what each visitor gets at its addresses.

A room's ``access_rules.py`` stands beside its views and holds ``RULES``: the name of a URL (or its route,
when it has no name) and the visits to it. The tests walk through every address of the site and compare; an
address without a rule fails them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Actor(StrEnum):
    """Who comes. «Own» is the sample association; the sample works are by ``TEACHER``."""

    ANONYMOUS = "anonymous"
    TEACHER = "teacher"
    TEACHER2 = "teacher of another association"
    HEAD = "head"
    HEAD2 = "head of another association"
    SECRETARY = "secretary"
    EXPERT = "expert"
    CURATOR = "curator"
    METHODIST = "methodist"
    DIRECTOR = "director"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"
    SUPERUSER = "superuser"


LOGIN = "login"
"""Led to the sign-in; what an anonymous visitor gets in place of a status."""

Answers = dict[Actor, int | str]


def everybody(status: int) -> Answers:
    """Return the same answer for all, the anonymous visitor too."""
    return dict.fromkeys(Actor, status)


def only(*actors: Actor, status: int = 200, others: int = 404, anonymous: int | str = LOGIN) -> Answers:
    """Return ``status`` for these actors and ``others`` for the rest; a superuser is an administrator too."""
    chosen = {*actors, *([Actor.SUPERUSER] if Actor.ADMINISTRATOR in actors else [])}
    answers: Answers = {actor: status if actor in chosen else others for actor in Actor}
    if Actor.ANONYMOUS not in chosen:
        answers[Actor.ANONYMOUS] = anonymous
    return answers


PUBLIC = everybody(200)
CLOSED = everybody(404)
SIGNED_IN = only(*Actor) | {Actor.ANONYMOUS: LOGIN}
IN_ADMIN = (Actor.METHODIST, Actor.DIRECTOR, Actor.EDITOR, Actor.ADMINISTRATOR)
ADMIN_ONLY = only(*IN_ADMIN, others=302)


@dataclass(frozen=True)
class Visit:
    """Expected answers at one address.

    ``on`` names the sample objects (blank between them) that fill the address in turn, ``args`` its other
    parts. ``get`` or ``post`` is None when the method is not offered: 405 for whoever is not led to sign in.
    ``changed_by`` are those whose post of ``data`` changes something; for all others nothing may change.
    """

    on: str = ""
    get: Answers | None = None
    post: Answers | None = None
    data: Mapping[str, str] = field(default_factory=dict)
    args: Mapping[str, str] = field(default_factory=dict)
    changed_by: tuple[Actor, ...] = ()

    def samples(self) -> Iterator[str]:
        """Yield names of sample objects; one empty name when the address needs none."""
        yield from self.on.split() or [""]


Rules = Mapping[str, list[Visit]]
