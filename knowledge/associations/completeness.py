"""How full a passport is. No clause makes fullness a condition, so nearly nothing here stops anybody."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knowledge.regulations.schema import Profile
from review.clock import today

from .rules import edition_for

if TYPE_CHECKING:
    from .models import AssociationPage


@dataclass(frozen=True)
class Part:
    """A block of the passport: its fields, and the parameters of an edition that speak of them."""

    label: Any
    fields: tuple[str, ...]
    parameters: tuple[str, ...] = ()


PARTS = (
    Part(
        gettext_lazy("Identity"),
        ("title", "short_name", "subjects", "spheres", "audience", "school_year"),
        ("kind.full", "kind.audience", "association.audience", "association.spheres"),
    ),
    Part(
        gettext_lazy("Legal basis"),
        ("founding_order_number", "founding_order_date", "founding_order_issuer"),
        ("acts.create", "regulation.act"),
    ),
    Part(
        gettext_lazy("Purpose"),
        ("purpose", "goal", "tasks", "functions", "activity_kinds", "key_directions"),
        ("passport.site_page",),
    ),
    Part(gettext_lazy("Head"), ("head", "contacts"), ("acts.appoint", "head.pool", "head.term")),
    Part(
        gettext_lazy("Curator"),
        ("curator", "controlled_by"),
        ("head.coordinates_with", "governance.control", "head.reports_to"),
    ),
    Part(gettext_lazy("Composition"), ("members",), ("association.min_members", "data_bank.output")),
    Part(gettext_lazy("Theme"), ("theme", "unified_theme"), ("plan.content", "directions.set_by")),
    Part(gettext_lazy("Content of the work"), ("content",), ("passport.site_page", "plan.content")),
    Part(gettext_lazy("Quality of the work"), ("quality",), ("passport.site_page", "evaluation.objects")),
    Part(gettext_lazy("Results of the work"), ("results",), ("passport.site_page", "indicators")),
    Part(gettext_lazy("Partners"), ("partners",)),
)
COMPUTED: dict[str, tuple[Any, Callable[["AssociationPage"], bool]]] = {
    "head": (
        gettext_lazy("head in force"),
        lambda page: page.appointments.in_force(today()).exists(),
    ),
    "members": (gettext_lazy("members"), lambda page: page.memberships.in_force(today()).exists()),
    "subjects": (gettext_lazy("subjects and directions"), lambda page: bool(page.subjects.all())),
    "spheres": (gettext_lazy("spheres of education"), lambda page: bool(page.spheres.all())),
    "partners": (gettext_lazy("partners"), lambda page: bool(page.partners.all())),
}


@dataclass(frozen=True)
class Block:
    """One block as it stands.

    Attributes:
        label: its heading.
        clause: clauses of the edition in force, empty where the regulation does not name the block.
        filled: whether no field is missing.
        missing: names of empty fields, in the reader's language.
        total: how many fields count.
    """

    label: str
    clause: str
    filled: bool
    missing: tuple[str, ...]
    total: int


def passport_blocks(page: "AssociationPage") -> list[Block]:
    """Return the blocks of a passport (a draft or the published one) by the edition in force today."""
    profile = edition_for(page, today())
    asked = (profile.passport.required_fields.value if profile else None) or None
    blocks = []
    for part in PARTS:
        fields = [name for name in part.fields if asked is None or name in asked]
        if fields:
            missing = tuple(str(_label(page, name)) for name in fields if not _is_filled(page, name))
            blocks.append(Block(str(part.label), _clauses(profile, part), not missing, missing, len(fields)))
    return blocks


def percent(blocks: list[Block]) -> int:
    """Return the share of filled fields, whole percents rounded down; 100 only when nothing is missing."""
    total = sum(block.total for block in blocks)
    missing = sum(len(block.missing) for block in blocks)
    return 100 * (total - missing) // total if total else 100


def missing_fields(page: "AssociationPage") -> dict[str, list[str]]:
    """Return what keeps a passport from being published, by field.

    A name and a purpose or a goal [design]; everything that counts only where the edition itself says
    ``CHK-25: block``.
    """
    problems: dict[str, list[str]] = {}
    if not page.title.strip():
        problems["title"] = [_("Write the name of the association.")]
    if not (page.purpose.strip() or page.goal.strip()):
        problems["goal"] = [_("Write the purpose or the goal of the association.")]
    profile = edition_for(page, today())
    if profile is not None and _asks_for_all(profile):
        asked = profile.passport.required_fields.value or [name for part in PARTS for name in part.fields]
        for name in asked:
            if name in KNOWN and name not in problems and not _is_filled(page, name):
                problems[name] = [_("The regulation asks for this in the passport.")]
    return problems


def must_be_full(page: "AssociationPage") -> bool:
    """Tell whether the edition in force today keeps an incomplete passport from the site."""
    profile = edition_for(page, today())
    return profile is not None and _asks_for_all(profile)


def _asks_for_all(profile: Profile) -> bool:
    return profile.severity.get("CHK-25") == "block"


KNOWN = frozenset(name for part in PARTS for name in part.fields)


def _is_filled(page: "AssociationPage", name: str) -> bool:
    if name in COMPUTED:
        return COMPUTED[name][1](page)
    value = getattr(page, name)
    return bool(value.strip() if isinstance(value, str) else value)


def _label(page: "AssociationPage", name: str) -> Any:
    return COMPUTED[name][0] if name in COMPUTED else page._meta.get_field(name).verbose_name


def _clauses(profile: Profile | None, part: Part) -> str:
    if profile is None:
        return ""
    found = [profile.stated(path).clause for path in part.parameters]
    return ", ".join(dict.fromkeys(clause for clause in found if clause))
