"""The home page: its composition is fixed, only the words are edited."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from portal.home import home_context

POPULAR_MAX = 6


class HomePage(Page):
    headline = models.CharField(_("headline"), max_length=120)
    lead = models.CharField(_("what the site gives, one sentence"), max_length=255, blank=True)
    popular = StreamField(
        [("query", blocks.CharBlock(max_length=60, label=_("Query")))],
        blank=True,
        max_num=POPULAR_MAX,
        verbose_name=_("popular queries"),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("headline"),
        FieldPanel("lead"),
        FieldPanel("popular"),
    ]
    template = "portal/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **home_context(request)}
