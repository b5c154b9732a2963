"""Normative documents and the list of them."""

from collections.abc import Collection
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from search.document import SearchDocument
from search.registry import Searchable, register, register_facet

from .body import Paragraph, cleaned, paragraphs
from .choices import Kind, Level, Status

STATUS_TONES = {Status.IN_FORCE: "ok", Status.NOT_YET: "info", Status.EXPIRED: "warn"}


class LibraryIndexPage(Page):
    """The list of normative documents; there is one on the site."""

    introduction = models.TextField(_("introduction"), blank=True, max_length=600)

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("introduction")]
    subpage_types: ClassVar = ["library.NormativeDocumentPage"]
    max_count = 1
    template = "library/index.html"

    class Meta:
        verbose_name = _("library of normative documents")
        verbose_name_plural = _("libraries of normative documents")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the page of documents and the filters (see ``listing.document_list``)."""
        from .listing import document_list

        return super().get_context(request, *args, **kwargs) | document_list(self, request)


@register
class NormativeDocumentPage(Searchable, Page):
    """One document: its file, its particulars and, through the file, its text."""

    document = models.ForeignKey(
        "files.SiteDocument", on_delete=models.PROTECT, related_name="+", verbose_name=_("file")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.REGULATION)
    level = models.CharField(
        _("level"), max_length=20, choices=Level.choices, default=Level.MUNICIPAL, db_index=True
    )
    issuer = models.CharField(_("issued by"), max_length=255, blank=True)
    act_number = models.CharField(_("number of the act"), max_length=60, blank=True)
    act_date = models.DateField(_("date of the act"), null=True, blank=True, db_index=True)
    jurisdiction = models.CharField(_("territory"), max_length=160, blank=True)
    valid_from = models.DateField(_("in force from"), null=True, blank=True)
    valid_to = models.DateField(_("in force until"), null=True, blank=True)
    summary = models.TextField(_("summary"), blank=True, max_length=600)
    subject = models.ForeignKey(
        "vocabularies.Subject",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("subject"),
    )
    source_name = models.CharField(max_length=255, blank=True, editable=False)
    """Path of the file in the imported folder: a changed file of the same name is a new text of this page."""

    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("document"),
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("level")]),
                FieldPanel("issuer"),
                FieldRowPanel([FieldPanel("act_number"), FieldPanel("act_date")]),
                FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                FieldRowPanel([FieldPanel("jurisdiction"), FieldPanel("subject")]),
            ],
            heading=_("Particulars"),
        ),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.FilterField("level")]
    parent_page_types: ClassVar = ["library.LibraryIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    search_type = "document"
    template = "library/document.html"

    class Meta:
        verbose_name = _("normative document")
        verbose_name_plural = _("normative documents")

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("The document cannot lapse before it comes into force.")})

    def status_on(self, day: date) -> Status:
        """Return the status on a day; the last day of validity still counts."""
        if self.valid_from and day < self.valid_from:
            return Status.NOT_YET
        if self.valid_to and day > self.valid_to:
            return Status.EXPIRED
        return Status.IN_FORCE

    @property
    def status(self) -> Status:
        return self.status_on(timezone.localdate())

    @property
    def status_tone(self) -> str:
        return STATUS_TONES[self.status]

    def paragraphs(self) -> list[Paragraph]:
        """Return the document's text for reading on the page."""
        return paragraphs(self.document.text)

    @classmethod
    def search_queryset(cls) -> Any:
        return cls.objects.live().public().select_related("document", "subject")

    def search_document(self) -> SearchDocument:
        facets = {"level": (str(self.level),)}
        if self.subject is not None:
            facets["subject"] = (self.subject.slug,)
        return SearchDocument(
            key=str(self.pk),
            type="document",
            title=self.title,
            url=self.get_url() or "",
            text="\n".join(part for part in (self.summary, cleaned(self.document.text)) if part),
            summary=self.summary,
            date=self.act_date,
            facets=facets,
        )


def _level_labels(values: Collection[str]) -> dict[str, str]:
    names = {str(value): str(label) for value, label in Level.choices}
    return {value: names.get(value, value) for value in values}


register_facet("level", label=_("Level"), labels=_level_labels)
