"""What hangs on a work: authors, files, tags."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.models import Orderable


class WorkAuthor(Orderable):
    """One of the people who made the work, in the order of the title page."""

    page = ParentalKey("experience_bank.WorkPage", on_delete=models.CASCADE, related_name="authors")
    educator = models.ForeignKey(
        "people.Educator", on_delete=models.PROTECT, related_name="authorships", verbose_name=_("educator")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self) -> str:
        return str(self.educator)


class WorkAttachment(Orderable):
    """A file of the work."""

    page = ParentalKey("experience_bank.WorkPage", on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        "files.SiteDocument", on_delete=models.PROTECT, related_name="+", verbose_name=_("file")
    )
    title = models.CharField(_("name for the readers"), max_length=255, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def __str__(self) -> str:
        return self.title or self.document.title


class WorkTag(TaggedItemBase):
    content_object = ParentalKey(
        "experience_bank.WorkPage", on_delete=models.CASCADE, related_name="tagged_items"
    )
