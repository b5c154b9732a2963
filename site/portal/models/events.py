"""Events: when, where, of which association; a change of the day stays visible."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Value, When
from django.db.models.functions import Now
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from portal.blocks import BodyBlock
from portal.indexing import document_of
from portal.listing import page_of, year_of
from search.document import SearchDocument
from search.registry import Searchable, register


class Form(models.TextChoices):
    IN_PERSON = "in_person", _("in person")
    ONLINE = "online", _("online")
    MIXED = "mixed", _("in person and online")


class Status(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("event", "Planned")
    MOVED = "moved", pgettext_lazy("event", "Moved")
    CANCELLED = "cancelled", pgettext_lazy("event", "Cancelled")


class EventQuerySet(PageQuerySet):
    def published(self) -> "EventQuerySet":
        """Return what every reader may see, without the bodies."""
        return self.live().public().defer_streamfields().select_related("association")

    def upcoming(self) -> "EventQuerySet":
        """Return what has not ended yet, the nearest first."""
        return self.filter(last_moment__gte=timezone.now()).order_by("start", "pk")

    def nearest_first(self) -> "EventQuerySet":
        """Return coming events by nearness, then past ones, latest first; ``is_past`` tells them apart."""
        past = Case(
            When(last_moment__lt=Now(), then=Value(True)),
            default=Value(False),
            output_field=models.BooleanField(),
        )
        coming_start = Case(
            When(last_moment__gte=Now(), then=F("start")), output_field=models.DateTimeField()
        )
        return self.annotate(is_past=past).order_by("is_past", coming_start, "-start", "pk")


class EventIndexPage(Page):
    intro = models.TextField(_("introduction"), blank=True, max_length=400)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "portal/event_index_page.html"
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["portal.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of events")
        verbose_name_plural = _("lists of events")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the page of events (``page_obj``), the years there are and the chosen one."""
        events = EventPage.objects.child_of(self).published()
        years = [moment.year for moment in events.order_by().datetimes("start", "year", order="DESC")]
        year = year_of(request, years)
        rows = page_of(request, (events.filter(start__year=year) if year else events).nearest_first())
        context = super().get_context(request, *args, **kwargs)
        return {**context, "page_obj": rows, "years": years, "year": year}


@register
class EventPage(Searchable, Page):
    start = models.DateTimeField(_("begins"), db_index=True)
    end = models.DateTimeField(_("ends"), null=True, blank=True)
    last_moment = models.DateTimeField(editable=False, db_index=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    form = models.CharField(_("form of the event"), max_length=20, choices=Form, default=Form.IN_PERSON)
    association = models.ForeignKey(
        "associations.AssociationPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
        verbose_name=_("association"),
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.PLANNED)
    moved_from = models.DateTimeField(_("moved from"), null=True, blank=True)
    change_note = models.CharField(
        _("what changed and why"), max_length=255, blank=True, help_text=_("Readers see it beside the mark.")
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    objects = PageManager.from_queryset(EventQuerySet)()

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
                FieldPanel("place"),
                FieldPanel("form"),
                FieldPanel("association"),
            ],
            heading=_("When and where"),
        ),
        MultiFieldPanel(
            [FieldPanel("status"), FieldPanel("moved_from"), FieldPanel("change_note")], heading=_("Changes")
        ),
        FieldPanel("body"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("place"), index.SearchField("body")]
    template = "portal/event_page.html"
    parent_page_types = ["portal.EventIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        # Here and not in save(): Wagtail's own save() calls it, and a draft's revision must carry it too.
        self.last_moment = self.end or self.start
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        # What Wagtail calls for a draft instead of full_clean().
        self.last_moment = self.end or self.start
        super().minimal_clean()

    def clean(self) -> None:
        super().clean()
        if self.end and self.start and self.end < self.start:
            raise ValidationError({"end": _("The event cannot end before it begins.")})
        if self.status == Status.MOVED and not self.moved_from:
            raise ValidationError({"moved_from": _("Say from which day the event was moved.")})

    def search_document(self) -> SearchDocument:
        when = date_format(timezone.localtime(self.start), "j E Y, H:i")
        summary = ", ".join(part for part in (when, self.place) if part)
        return document_of(
            self,
            text=self.place,
            summary=summary,
            date=timezone.localdate(self.start),
            association=self.association.slug if self.association else "",
        )

    @classmethod
    def search_queryset(cls) -> Any:
        return super().search_queryset().select_related("association")

    @property
    def state_tone(self) -> str:
        """Return the tone of the mark; a planned event needs none."""
        return {Status.MOVED: "warn", Status.CANCELLED: "bad"}.get(Status(self.status), "")
