"""What the home page shows of the other rooms, in a fixed number of queries."""

from typing import Any

UPCOMING = 3
NEWS = 4
WORKS = 3


def home_context() -> dict[str, Any]:
    """Return the parts of the home page; every list has a fixed length, every count one query."""
    from portal.models import EventPage, NewsPage

    return {
        "upcoming": list(EventPage.objects.published().upcoming()[:UPCOMING]),
        "news": list(NewsPage.objects.published()[:NEWS]),
        "works": new_works(),
        "counts": {"works": None, "associations": None},
        "subjects": subject_counts(),
    }


def new_works() -> list[Any]:
    return []


def subject_counts() -> list[Any]:
    return []
