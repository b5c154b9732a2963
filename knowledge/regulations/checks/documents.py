"""CHK-20, 30: lists of papers are complete."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ..schema.profile import Profile
from ..schema.stated import Stated
from ..schema.work import DocumentItem
from .facts import Facts
from .registry import Finding, Found, Outcome, check


@check("CHK-20")
def association_documents(profile: Profile, facts: Facts) -> Found:
    """Papers of the association or of its head's portfolio."""
    return _complete(profile.documents, facts.documents)


@check("CHK-30")
def service_documents(profile: Profile, facts: Facts) -> Found:
    """Papers of the methodical service; optional ones are never missing."""
    return _complete(profile.service_documents, facts.service_documents)


def _complete(asked: Stated[list[DocumentItem]], present: Sequence[str] | None) -> Found:
    if present is None:
        return Outcome.NOT_RUN
    if asked.off:
        return Outcome.PASSED
    if asked.value is None:
        return Outcome.SILENT
    missing = [item for item in asked.value if not item.optional and item.code not in present]
    if not missing:
        return Outcome.PASSED
    message = _("Missing: %(titles)s.") % {"titles": "; ".join(item.title for item in missing)}
    return [Finding(message, asked.clause, tuple(item.code for item in missing))]
