"""What a page answers so that it can be reviewed. The engine knows no content type beyond this."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from .steps import Office, ReviewStep

if TYPE_CHECKING:
    from wagtail.models import Workflow

    from accounts.models import User


class Reviewed:
    """Mixin of a Wagtail page that goes through a review."""

    if TYPE_CHECKING:
        pk: int
        title: str

    desk_view: str = "desk:work"
    """Name of the desk's page about such a page; letters lead to it."""

    def review_steps(self, on: date) -> list[ReviewStep]:
        """Return the steps in order, by the regulation in force on that day."""
        raise NotImplementedError  # pragma: no cover

    def office_holders(self, office: Office, on: date) -> QuerySet["User"]:
        """Return the people who may act for the office on this page that day; never one of its authors."""
        raise NotImplementedError  # pragma: no cover

    def author_users(self) -> QuerySet["User"]:
        """Return the accounts of everybody whose own work this is."""
        raise NotImplementedError  # pragma: no cover

    def submission_problems(self) -> dict[str, list[str]]:
        """Return what keeps the page from being submitted, by field; empty when nothing does."""
        raise NotImplementedError  # pragma: no cover

    def prepare_for_review(self) -> None:
        """Bring what the page's rules ask of the database up to the draft being submitted."""
        raise NotImplementedError  # pragma: no cover

    def check_recommendation(self, office: str, data: dict[str, Any]) -> None:
        """Check a recommendation against the regulation.

        Raises:
            ReviewError: when it can't be one.
        """
        raise NotImplementedError  # pragma: no cover

    def office_title(self, office: Office, user: "User") -> str:
        """Return the office as the record of the decision names it."""
        raise NotImplementedError  # pragma: no cover

    def register(self, user: "User", on: date) -> Any:
        """Enter the page into the register of its kind, before it is published."""
        raise NotImplementedError  # pragma: no cover

    def get_workflow(self) -> "Workflow | None":
        """Return Wagtail's workflow made from the steps of the regulation in force today."""
        from .clock import today
        from .workflows import workflow_for

        return workflow_for(self.review_steps(today()))

    @property
    def has_workflow(self) -> bool:
        return True


AwaitingRule = Callable[["User", date], Q]
_awaiting: list[AwaitingRule] = []


def register_awaiting(rule: AwaitingRule) -> AwaitingRule:
    """Register which review cases wait for a person: the rule returns a condition on ``ReviewCase``."""
    if rule not in _awaiting:
        _awaiting.append(rule)
    return rule


def awaiting_conditions(user: "User", on: date) -> Iterable[Q]:
    """Return every room's condition for this person and day."""
    return [rule(user, on) for rule in _awaiting]


def reviewed_page(page: Any) -> Any:
    """Return the specific page of a workflow's object."""
    return page.specific if hasattr(page, "specific") else page
