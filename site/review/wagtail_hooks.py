"""The acts of the review in Wagtail's history."""

from typing import Any

from wagtail import hooks
from wagtail.log_actions import LogFormatter

from .timeline import LABELS


@hooks.register("register_log_actions")
def register_review_acts(actions: Any) -> None:
    """Name every act, with its words as the comment."""
    for action, words in LABELS.items():

        @actions.register_action(action)
        class ActFormatter(LogFormatter):
            label = words
            message = words

            def format_comment(self, log_entry: Any) -> str:
                return str(log_entry.data.get("text", ""))
