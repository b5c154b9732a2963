"""The association's passport as a page."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, Page
from wagtail.url_routing import RouteResult

from accounts.models import User
from knowledge.associations import offices
from review.steps import Office, ReviewStep
from review.subjects import Reviewed
from search.document import SearchDocument
from search.registry import Searchable


class AssociationIndexPage(Page):
    """The catalogue of associations."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("introduction")]
    subpage_types: ClassVar = ["associations.AssociationPage"]
    max_count = 1
    template = "associations/index.html"
    published_by_review = True

    class Meta:
        verbose_name = _("catalogue of associations")
        verbose_name_plural = _("catalogues of associations")

    def route(self, request: Any, path_components: list[str]) -> RouteResult:
        """Find a passport with what its page shows of the neighbouring tables."""
        if len(path_components) != 1:
            return super().route(request, path_components)
        passports = AssociationPage.objects.child_of(self).select_related("curator")
        passport = passports.filter(slug=path_components[0]).first()
        if passport is None:
            raise Http404
        return passport.route(request, [])

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from knowledge.associations.listing import catalogue

        return super().get_context(request, *args, **kwargs) | catalogue(self, request)


class AssociationPage(Reviewed, Searchable, Page):
    """A methodical association; the page is its passport."""

    class Status(models.TextChoices):
        ACTIVE = "active", pgettext_lazy("status of an association", "active")
        REORGANISED = "reorganised", pgettext_lazy("status of an association", "reorganised")
        LIQUIDATED = "liquidated", pgettext_lazy("status of an association", "liquidated")

    profile = models.ForeignKey(
        "regulations.RegulationProfile",
        on_delete=models.PROTECT,
        related_name="associations",
        verbose_name=_("regulation profile"),
    )
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.ACTIVE)
    short_name = models.CharField(_("short name"), max_length=160, blank=True)
    subjects: Any = ParentalManyToManyField(
        "vocabularies.Subject", blank=True, related_name="+", verbose_name=_("subjects and directions")
    )
    spheres: Any = ParentalManyToManyField(
        "vocabularies.EducationSphere", blank=True, related_name="+", verbose_name=_("spheres of education")
    )
    audience = models.CharField(_("who takes part"), max_length=255, blank=True)
    school_year = models.CharField(_("school year"), max_length=9, blank=True, help_text="2026/2027")
    founding_order_number = models.CharField(_("number of the founding order"), max_length=40, blank=True)
    founding_order_date = models.DateField(_("date of the founding order"), null=True, blank=True)
    founding_order_issuer = models.CharField(_("who issued the founding order"), max_length=255, blank=True)
    regulation_page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("regulation in the library"),
    )
    purpose = models.TextField(_("purpose"), blank=True)
    goal = models.TextField(_("goal"), blank=True)
    tasks = models.TextField(_("tasks"), blank=True, help_text=_("One a line."))
    functions = models.TextField(_("functions"), blank=True, help_text=_("One a line."))
    activity_kinds = models.TextField(_("kinds of activity"), blank=True, help_text=_("One a line."))
    key_directions = models.TextField(_("key directions of the year"), blank=True, help_text=_("One a line."))
    theme = models.CharField(_("methodical theme"), max_length=500, blank=True)
    unified_theme = models.CharField(_("unified methodical theme"), max_length=500, blank=True)
    curator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="curated_associations",
        verbose_name=_("curator"),
    )
    controlled_by = models.CharField(_("who controls and coordinates"), max_length=255, blank=True)
    contacts = models.CharField(_("contacts of the office"), max_length=255, blank=True)
    content = models.TextField(_("content of the work"), blank=True)
    quality = models.TextField(_("quality of the work"), blank=True)
    results = models.TextField(_("results of the work"), blank=True)

    PASSPORT_FIELDS: ClassVar = [
        "short_name",
        "subjects",
        "spheres",
        "audience",
        "school_year",
        "founding_order_number",
        "founding_order_date",
        "founding_order_issuer",
        "purpose",
        "goal",
        "tasks",
        "functions",
        "activity_kinds",
        "key_directions",
        "theme",
        "unified_theme",
        "controlled_by",
        "contacts",
        "content",
        "quality",
        "results",
    ]
    """What the head may change from the desk."""

    content_panels: ClassVar = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel(name) for name in ("profile", "status", "curator", "regulation_page")],
            heading=_("Service"),
        ),
        MultiFieldPanel([FieldPanel(name) for name in PASSPORT_FIELDS], heading=_("Passport")),
        InlinePanel("partners", label=_("Partner")),
    ]
    parent_page_types: ClassVar = ["associations.AssociationIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "associations/association.html"

    class Meta:
        verbose_name = _("methodical association")
        verbose_name_plural = _("methodical associations")

    def office_holders(self, office: Office, on: date) -> models.QuerySet[User]:
        # A passport is the association's own: its author is the head in force, whoever typed the words.
        return offices.holders(self, office, on, offices.head_users(self, on))

    def author_users(self) -> models.QuerySet[User]:
        from review.clock import today

        return offices.head_users(self, today())

    def review_steps(self, on: date) -> list[ReviewStep]:
        from knowledge.associations.moderation import passport_steps

        return passport_steps(self, on)

    def prepare_for_review(self) -> None:
        """Nothing to prepare: no queue depends on the words of a passport."""

    def submission_problems(self) -> dict[str, list[str]]:
        from knowledge.associations.completeness import missing_fields

        return missing_fields(self)

    def office_title(self, office: Office, user: User) -> str:
        return offices.title(office, self)

    def check_recommendation(self, office: str, data: dict[str, Any]) -> None:
        """Nothing more to check: a passport is approved, not recommended."""

    def register(self, user: User, on: date) -> None:
        """Nothing to register: passports have no numbers."""

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from knowledge.associations.reading import passport_context

        return super().get_context(request, *args, **kwargs) | passport_context(self, request)

    @classmethod
    def search_queryset(cls) -> Any:
        from knowledge.associations.indexing import indexed_queryset

        return indexed_queryset()

    def search_document(self) -> SearchDocument:
        from knowledge.associations.indexing import document_of

        return document_of(self)


class AssociationPartner(Orderable):
    """With whom the association works."""

    association = ParentalKey(AssociationPage, on_delete=models.CASCADE, related_name="partners")
    name = models.CharField(_("name"), max_length=255)
    kind = models.CharField(_("what kind of partner"), max_length=120, blank=True)
    url = models.URLField(_("website"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self) -> str:
        return self.name
