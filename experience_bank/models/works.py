"""The works themselves: one shared table, one table for each bank's own fields."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from accounts.models import User
from experience_bank.blocks import WorkBody
from experience_bank.permissions import ReviewedPagePermissions
from experience_bank.querysets import WorkManager
from knowledge.associations import offices
from review.steps import Office, ReviewStep
from review.subjects import Reviewed
from search.document import SearchDocument
from search.registry import Searchable

from .entry import BankEntry, register_work


class WorkPage(Reviewed, Searchable, Page):
    """A work of a bank: what the three kinds share. It is published by the review and by nothing else."""

    class AuthorKind(models.TextChoices):
        PERSON = "person", _("person")
        ORGANISATION = "organisation", _("organisation")
        ASSOCIATION = "association", _("association")

    annotation = models.TextField(_("annotation"), blank=True, max_length=2000)
    body = StreamField(WorkBody(), blank=True, verbose_name=_("text"))
    author_kind = models.CharField(
        _("whose work"), max_length=12, choices=AuthorKind.choices, default=AuthorKind.PERSON
    )
    organisation = models.ForeignKey(
        "people.Organisation",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("organisation"),
    )
    association = models.ForeignKey(
        "associations.AssociationPage",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="works",
        verbose_name=_("association"),
    )
    subjects = ParentalManyToManyField(
        "vocabularies.Subject", blank=True, related_name="works", verbose_name=_("subjects and directions")
    )
    levels = ParentalManyToManyField(
        "vocabularies.EducationLevel", blank=True, related_name="+", verbose_name=_("levels of education")
    )
    audiences = ParentalManyToManyField(
        "vocabularies.Audience", blank=True, related_name="+", verbose_name=_("for whom")
    )
    event_form = models.ForeignKey(
        "vocabularies.EventForm",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("form of work"),
    )
    grades = models.CharField(_("grades or age"), max_length=60, blank=True)
    tags = ClusterTaggableManager(through="experience_bank.WorkTag", blank=True, verbose_name=_("tags"))
    links = models.TextField(_("links"), blank=True, max_length=2000, help_text=_("One a line."))
    task = models.CharField(_("task of the association it serves"), max_length=255, blank=True)
    heard_at = models.CharField(_("meeting where it was heard"), max_length=255, blank=True)
    responsible = models.CharField(_("who answers for the quality"), max_length=255, blank=True)
    introduced_at = models.TextField(
        _("where it is introduced"),
        blank=True,
        max_length=2000,
        help_text=_("One a line: organisation, since when."),
    )
    publications = models.TextField(
        _("publications"),
        blank=True,
        max_length=2000,
        help_text=_("One a line: title, where, when, address."),
    )
    licence = models.ForeignKey(
        "vocabularies.Licence",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("licence"),
    )
    cover = models.ForeignKey(
        "files.SiteImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
    )
    cover_alt = models.CharField(_("what the picture shows"), max_length=255, blank=True)
    consent = models.BooleanField(_("the authors agree to publication"), default=False)

    objects = WorkManager()

    SERIES: ClassVar[str] = ""
    MORE_FIELDS: ClassVar = ["task", "heard_at", "responsible", "introduced_at", "publications"]
    """What became of the work, as the card tells it."""
    COMMON_FIELDS: ClassVar = [
        "annotation",
        "body",
        "author_kind",
        "organisation",
        "association",
        "subjects",
        "levels",
        "audiences",
        "event_form",
        "grades",
        "tags",
        "links",
        *MORE_FIELDS,
        "licence",
        "cover",
        "cover_alt",
        "consent",
    ]
    OWN_FIELDS: ClassVar[list[str]] = []
    published_by_review = True
    settings_panels: ClassVar[list[Any]] = []  # a date set there would publish or hide past the review
    is_creatable = False
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("work")
        verbose_name_plural = _("works")

    def permissions_for_user(self, user: Any) -> ReviewedPagePermissions:
        return ReviewedPagePermissions(user, self)

    def author_users(self) -> models.QuerySet[User]:
        """Accounts of the owner and of every author, of the published text and of the draft alike."""
        educators = [author.educator_id for author in self.authors.all()]
        latest = self.get_latest_revision()
        if latest is not None:
            educators += [author["educator"] for author in latest.content.get("authors", [])]
        mine = models.Q(pk=self.owner_id) | models.Q(educator__pk__in=educators)
        return User.objects.filter(mine, is_active=True).distinct()

    def office_holders(self, office: Office, on: date) -> models.QuerySet[User]:
        if self.association is None:
            return User.objects.none()
        return offices.holders(self.association, office, on, self.author_users())

    def review_steps(self, on: date) -> list[ReviewStep]:
        from experience_bank.review_chain import steps_of

        return steps_of(self.association, on)

    def prepare_for_review(self) -> None:
        """Bring the row of an unpublished work to its latest draft: queues and rights ask the row."""
        if not self.live:
            self.get_latest_revision_as_object().save(clean=False)

    def submission_problems(self) -> dict[str, list[str]]:
        from experience_bank.submission import problems_of

        return problems_of(self)

    def check_recommendation(self, office: str, data: dict[str, Any]) -> None:
        from experience_bank.review_chain import check_vote

        check_vote(self.association, office, data)

    def office_title(self, office: Office, user: User) -> str:
        return offices.title(office, self.association)

    def register(self, user: User, on: date) -> BankEntry:
        return register_work(self.pk, self.SERIES, user, on)

    def own_words(self) -> list[tuple[str, str]]:
        """Return the bank's own fields and the work's later life as a reader meets them: label and value."""
        found = []
        for name in (*self.OWN_FIELDS, *self.MORE_FIELDS):
            field = self._meta.get_field(name)
            value = getattr(self, f"get_{name}_display")() if field.choices else getattr(self, name)
            found.append((str(field.verbose_name), "; ".join(str(value or "").splitlines())))
        return found

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> str:
        # Wagtail gives every page class a template of its own name, whatever its base says.
        return "experience_bank/work.html"

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from experience_bank.reading import work_context

        return super().get_context(request, *args, **kwargs) | work_context(self, request)

    @classmethod
    def search_queryset(cls) -> Any:
        from experience_bank.indexing import indexed_queryset

        return indexed_queryset(cls)

    def search_document(self) -> SearchDocument | None:
        from experience_bank.indexing import document_of

        return document_of(self)


def work_panels(*own: str) -> list[Any]:
    """Return the admin's panels of one kind of work, its own fields after the shared ones."""
    return [
        *Page.content_panels,
        MultiFieldPanel([FieldPanel(name) for name in own], heading=_("Of this bank")),
        MultiFieldPanel([FieldPanel(name) for name in WorkPage.COMMON_FIELDS], heading=_("Card")),
        InlinePanel("authors", label=_("Author")),
        InlinePanel("attachments", label=_("File")),
    ]


class MethodicalMaterialPage(WorkPage):
    """A methodical material: a lesson plan, guidelines, a manual and the like."""

    material_type = models.ForeignKey(
        "vocabularies.MaterialType",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("type of material"),
    )

    SERIES = "ММ"
    OWN_FIELDS: ClassVar = ["material_type"]
    search_type = "material"
    content_panels = work_panels(*OWN_FIELDS)
    parent_page_types: ClassVar = ["experience_bank.MaterialBankIndexPage"]

    class Meta:
        verbose_name = _("methodical material")
        verbose_name_plural = _("methodical materials")

    @property
    def kind(self) -> Any:
        return self.material_type


class ExperiencePage(WorkPage):
    """Pedagogical or managerial experience, from found to introduced."""

    experience_kind = models.ForeignKey(
        "vocabularies.ExperienceKind",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("kind of experience"),
    )
    stage = models.ForeignKey(
        "vocabularies.Stage",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("stage"),
        limit_choices_to={"track": "experience"},
    )
    dissemination = models.TextField(_("how it is spread"), blank=True)

    SERIES = "ПО"
    OWN_FIELDS: ClassVar = ["experience_kind", "stage", "dissemination"]
    search_type = "experience"
    content_panels = work_panels(*OWN_FIELDS)
    parent_page_types: ClassVar = ["experience_bank.ExperienceBankIndexPage"]

    class Meta:
        verbose_name = _("pedagogical experience")
        verbose_name_plural = _("pedagogical experiences")

    @property
    def kind(self) -> Any:
        return self.experience_kind


class InnovationPage(WorkPage):
    """An innovation: a model or a project, tried before it is spread."""

    class Form(models.TextChoices):
        MODEL = "model", _("innovative model")
        PROJECT = "project", _("innovative project")

    innovation_kind = models.ForeignKey(
        "vocabularies.InnovationKind",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("kind of innovation"),
    )
    innovation_form = models.CharField(
        _("form of the innovation"), max_length=8, choices=Form.choices, blank=True
    )
    stage = models.ForeignKey(
        "vocabularies.Stage",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("stage"),
        limit_choices_to={"track": "innovation"},
    )
    approbation_place = models.CharField(_("where it was tried"), max_length=255, blank=True)
    approbation_period = models.CharField(_("when it was tried"), max_length=120, blank=True)
    approbation_result = models.TextField(_("what came of it"), blank=True)
    dissemination = models.TextField(_("how it is spread"), blank=True)
    innovation_site = models.CharField(_("innovation site"), max_length=255, blank=True)

    SERIES = "ИР"
    OWN_FIELDS: ClassVar = [
        "innovation_kind",
        "innovation_form",
        "stage",
        "approbation_place",
        "approbation_period",
        "approbation_result",
        "dissemination",
        "innovation_site",
    ]
    search_type = "innovation"
    content_panels = work_panels(*OWN_FIELDS)
    parent_page_types: ClassVar = ["experience_bank.InnovationIndexPage"]

    class Meta:
        verbose_name = _("innovation")
        verbose_name_plural = _("innovations")

    @property
    def kind(self) -> Any:
        return self.innovation_kind
