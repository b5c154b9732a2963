"""News of the service."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from portal.blocks import BodyBlock
from portal.indexing import document_of
from portal.listing import page_of, year_of
from search.document import SearchDocument
from search.registry import Searchable, register


class NewsQuerySet(PageQuerySet):
    def published(self) -> "NewsQuerySet":
        """Return what every reader may see, newest first, without the bodies."""
        return self.live().public().defer_streamfields().newest()

    def newest(self) -> "NewsQuerySet":
        return self.order_by("-date", "-pk")


def today() -> Any:
    """Return the date in the site's time zone (a migration needs a named function)."""
    return timezone.localdate()


class NewsIndexPage(Page):
    intro = models.TextField(_("introduction"), blank=True, max_length=400)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "portal/news_index_page.html"
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["portal.NewsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the page of news (``page_obj``), the years there are and the chosen one."""
        news = NewsPage.objects.child_of(self).published()
        years = [day.year for day in news.order_by().dates("date", "year", order="DESC")]
        year = year_of(request, years)
        rows = page_of(request, news.filter(date__year=year) if year else news)
        context = super().get_context(request, *args, **kwargs)
        return {**context, "page_obj": rows, "years": years, "year": year}


@register
class NewsPage(Searchable, Page):
    date = models.DateField(_("date"), default=today, db_index=True)
    intro = models.TextField(_("in short"), max_length=400)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    objects = PageManager.from_queryset(NewsQuerySet)()

    content_panels = [*Page.content_panels, FieldPanel("date"), FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]
    template = "portal/news_page.html"
    parent_page_types = ["portal.NewsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    def search_document(self) -> SearchDocument:
        return document_of(self, text=self.intro, summary=self.intro, date=self.date)
