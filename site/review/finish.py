"""What happens when the last step of a review is done. Wagtail imports this while its models load."""

from typing import Any


def finish(workflow_state: Any, user: Any = None) -> None:
    """Publish exactly the reviewed revision; the office's decision is the right to do it."""
    from .publication import publish_reviewed

    publish_reviewed(workflow_state.content_object, user)
