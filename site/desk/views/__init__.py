"""Views of the desks: thin callers of the rooms' actions."""
