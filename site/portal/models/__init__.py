from portal.models.events import EventIndexPage, EventPage
from portal.models.home import HomePage
from portal.models.news import NewsIndexPage, NewsPage
from portal.models.settings import ServiceSettings
from portal.models.standard import StandardPage

__all__ = [
    "EventIndexPage",
    "EventPage",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "ServiceSettings",
    "StandardPage",
]
