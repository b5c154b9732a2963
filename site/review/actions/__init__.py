"""Verbs of the review as classes: each checks rights, changes, logs and notifies."""

from .base import OfficeAction, ReviewAction
from .decide import Consent, Decline, Recommend, Return
from .publish import Publish, Withdraw, may_withdraw
from .submit import Recall, Submit

ACTIONS: dict[str, type[ReviewAction]] = {
    action.verb: action for action in (Submit, Recall, Recommend, Consent, Return, Decline, Publish, Withdraw)
}

__all__ = [
    "ACTIONS",
    "Consent",
    "Decline",
    "OfficeAction",
    "Publish",
    "Recall",
    "Recommend",
    "Return",
    "ReviewAction",
    "Submit",
    "Withdraw",
    "may_withdraw",
]
