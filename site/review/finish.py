"""What happens when the last step of a review is done. Wagtail imports this while its models load."""

from typing import Any


def finish(workflow_state: Any, user: Any = None) -> None:
    """Do nothing: the step that publishes has already published the reviewed revision itself."""
