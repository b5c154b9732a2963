"""Documents and images of the site."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

from .kinds import content_type_of


class SiteDocument(AbstractDocument):
    """A file somebody brought, with its text for the search.

    ``attached_to`` is the page on whose draft the file was uploaded: until that page is published
    the file is seen only by those who may see the draft.
    """

    attached_to = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("attached to"),
    )
    content_type = models.CharField(_("content type"), max_length=120, blank=True, editable=False)
    pages = models.PositiveIntegerField(_("number of pages or slides"), null=True, editable=False)
    text = models.TextField(_("extracted text"), blank=True, editable=False)
    text_hash = models.CharField(max_length=40, blank=True, editable=False)
    """``file_hash`` of the file that ``text`` was taken from: another hash means the text is old."""
    text_extracted_at = models.DateTimeField(_("text extracted at"), null=True, editable=False)
    text_error = models.CharField(_("why there is no text"), max_length=255, blank=True, editable=False)

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.content_type = content_type_of(self.file.name or "")
        super().save(*args, **kwargs)

    @property
    def extension(self) -> str:
        """Return the extension as people write it: «PDF»."""
        return str(self.file_extension).upper()

    @property
    def size(self) -> int:
        """Return the size in bytes, 0 when the file is gone."""
        return self.get_file_size() or 0


class SiteImage(AbstractImage):
    """A picture with the words that stand for it."""

    admin_form_fields = (
        "title",
        "file",
        "description",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            )
        ]
