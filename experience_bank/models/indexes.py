"""Lists of the banks."""

from typing import Any, ClassVar

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from experience_bank.permissions import BankPermissions

from .works import ExperiencePage, InnovationPage, MethodicalMaterialPage, WorkPage


class BankIndexPage(Page):
    """The list of one bank with its facets."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("introduction")]
    max_count = 1
    published_by_review = True  # the pages below: no role gets the right to publish them past it
    work_model: ClassVar[type[WorkPage]]

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> BankPermissions:
        return BankPermissions(user, self)

    def route(self, request: Any, path_components: list[str]) -> RouteResult:
        """Find a work of the bank with everything its page shows; any other address is as Wagtail has it."""
        if len(path_components) != 1:
            return super().route(request, path_components)
        work = self.work_model.objects.child_of(self).for_page().filter(slug=path_components[0]).first()
        if work is None:
            raise Http404
        return work.route(request, [])

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> str:
        # Wagtail gives every page class a template of its own name, whatever its base says.
        return "experience_bank/index.html"

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from experience_bank.listing import bank_list

        return super().get_context(request, *args, **kwargs) | bank_list(self, request)


class MaterialBankIndexPage(BankIndexPage):
    work_model = MethodicalMaterialPage
    subpage_types: ClassVar = ["experience_bank.MethodicalMaterialPage"]

    class Meta:
        verbose_name = _("bank of methodical materials")
        verbose_name_plural = _("banks of methodical materials")


class ExperienceBankIndexPage(BankIndexPage):
    work_model = ExperiencePage
    subpage_types: ClassVar = ["experience_bank.ExperiencePage"]

    class Meta:
        verbose_name = _("bank of pedagogical experience")
        verbose_name_plural = _("banks of pedagogical experience")


class InnovationIndexPage(BankIndexPage):
    work_model = InnovationPage
    subpage_types: ClassVar = ["experience_bank.InnovationPage"]

    class Meta:
        verbose_name = _("bank of innovations")
        verbose_name_plural = _("banks of innovations")
