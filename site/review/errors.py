"""What can go wrong with an act of the review, in the words of the person who acts."""

from django.utils.translation import gettext as _


class ReviewError(Exception):
    """An act that can't be done; its text is shown to the person."""


class Stale(ReviewError):
    """The person acts on what is no longer so: another window, another colleague."""

    @classmethod
    def text_changed(cls) -> "Stale":
        return cls(_("The text changed after it was submitted. Return it, so that it is reviewed anew."))

    @classmethod
    def already_decided(cls) -> "Stale":
        return cls(
            _("This step is already done: the page was open in another window or a colleague was faster.")
        )


class Incomplete(ReviewError):
    """Fields are missing; ``problems`` names them."""

    def __init__(self, problems: dict[str, list[str]]) -> None:
        super().__init__(_("Fill in what is missing, then submit again."))
        self.problems = problems
