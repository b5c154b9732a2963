"""CHK-03, 04, 05, 27: who may be head and by which order."""

from django.utils.translation import gettext as _

from ..schema.profile import Profile
from ..words import word, words
from .facts import Facts, HeadFacts
from .registry import Finding, Found, Outcome, check

ENOUGH_EDUCATION = {
    "higher_pedagogical": {"higher_pedagogical"},
    "higher": {"higher", "higher_pedagogical"},
    "secondary_vocational": {"secondary_vocational", "higher", "higher_pedagogical"},
}
SAME_ISSUER = {"authority_head": "authority"}


@check("CHK-03")
def category(profile: Profile, facts: Facts) -> Found:
    """The category is permitted, or is an exceptional one with its reason written down."""
    head = facts.head
    if head is None or head.category is None:
        return Outcome.NOT_RUN
    permitted, exceptions = profile.head.categories, profile.head.exception_categories
    if permitted.off:
        return Outcome.PASSED
    if permitted.value is None:
        return Outcome.SILENT
    if head.category in permitted.value:
        return Outcome.PASSED
    if head.category in (exceptions.value or []):
        return _exception(head, exceptions.clause)
    message = _("The head's category: %(category)s; permitted: %(permitted)s.")
    message %= {"category": word(head.category), "permitted": words(permitted.value)}
    return [Finding(message, permitted.clause)]


def _exception(head: HeadFacts, clause: str | None) -> Found:
    if (head.exception_reason or "").strip():
        return Outcome.PASSED
    message = _("%(category)s is accepted only in particular cases; the reason is not written down.")
    return [Finding(message % {"category": word(head.category).capitalize()}, clause)]


@check("CHK-04")
def experience(profile: Profile, facts: Facts) -> Found:
    """Whole years on the base that the regulation names."""
    known = facts.head.experience if facts.head else None
    if known is None or (known.education_system is None and known.direction is None):
        return Outcome.NOT_RUN
    needed = profile.head.experience
    if needed.off:
        return Outcome.PASSED
    if needed.value is None:
        return Outcome.SILENT
    years = getattr(known, needed.value.base)
    if years is None:
        return Outcome.NOT_RUN
    if years >= needed.value.years:
        return Outcome.PASSED
    message = _("The head's experience %(base)s is %(years)d full years, at least %(least)d are needed.")
    message %= {"base": word(needed.value.base), "years": years, "least": needed.value.years}
    return [Finding(message, needed.clause)]


@check("CHK-05")
def education(profile: Profile, facts: Facts) -> Found:
    """The education is not lower than the regulation asks."""
    head = facts.head
    if head is None or head.education is None:
        return Outcome.NOT_RUN
    needed = profile.head.education
    if needed.off:
        return Outcome.PASSED
    if needed.value is None:
        return Outcome.SILENT
    if head.education in ENOUGH_EDUCATION[needed.value]:
        return Outcome.PASSED
    message = _("The head's education: %(education)s; needed: %(needed)s.")
    return [
        Finding(message % {"education": word(head.education), "needed": word(needed.value)}, needed.clause)
    ]


@check("CHK-27", level="block")
def appointment_order(profile: Profile, facts: Facts) -> Found:
    """The appointment carries an order with number, date and the right issuer."""
    order = facts.head.order if facts.head else None
    if order is None:
        return Outcome.NOT_RUN
    rule = profile.acts.appoint
    if rule.off:
        return Outcome.PASSED
    if rule.value is None:
        return Outcome.SILENT
    parts = {
        "number": (order.number or "").strip(),
        "date": order.date,
        "issuer": (order.issuer or "").strip(),
    }
    missing = tuple(name for name, value in parts.items() if not value)
    if missing:
        return [
            Finding(_("The order of appointment lacks its number, date or issuer."), rule.clause, missing)
        ]
    wanted = SAME_ISSUER.get(rule.value.issuer, rule.value.issuer)
    if SAME_ISSUER.get(order.issuer or "", order.issuer) == wanted:
        return Outcome.PASSED
    message = _("The order of appointment must be issued by: %(issuer)s.")
    return [Finding(message % {"issuer": word(rule.value.issuer)}, rule.clause)]
