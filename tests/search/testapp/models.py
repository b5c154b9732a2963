"""A content room of the tests' own: the search knows no real one."""

from django.db import models
from wagtail.models import Page

from search.document import FileText, SearchDocument
from search.registry import Searchable


class NotePage(Searchable, Page):
    body = models.TextField(blank=True)
    subject = models.CharField(max_length=50, blank=True)
    written = models.DateField(null=True, blank=True)
    author = models.CharField(max_length=100, blank=True)
    attachments = models.JSONField(default=list, blank=True)

    search_type = "note"

    class Meta:
        verbose_name = "заметка"
        verbose_name_plural = "заметки"

    def search_document(self) -> SearchDocument | None:
        if self.body == "broken":
            raise RuntimeError("this page cannot be read")
        if self.body == "hidden":
            return None
        return SearchDocument(
            key=str(self.pk),
            type="note",
            title=self.title,
            url=self.url or "",
            text=self.body,
            files=tuple(FileText(name, text) for name, text in self.attachments),
            summary=self.search_description,
            authors=(self.author,) if self.author else (),
            date=self.written,
            facets={"subject": (self.subject,)},
        )
