"""The sections every installation has, at the addresses other rooms count on."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from experience_bank.models import ExperienceBankIndexPage, InnovationIndexPage, MaterialBankIndexPage
from knowledge.associations.models import AssociationIndexPage
from knowledge.library.models import LibraryIndexPage
from portal.models import EventIndexPage, HomePage, NewsIndexPage


def sections() -> list[tuple[type[Page], str, str]]:
    """Return the page type, address and title of each section, in the order of the menu."""
    return [
        (AssociationIndexPage, "associations", _("Methodical associations")),
        (MaterialBankIndexPage, "materials", _("Bank of methodical materials")),
        (ExperienceBankIndexPage, "experience", _("Municipal bank of pedagogical experience")),
        (InnovationIndexPage, "innovations", _("Innovations")),
        (LibraryIndexPage, "library", _("Normative documents")),
        (EventIndexPage, "events", _("Events")),
        (NewsIndexPage, "news", _("News")),
    ]


@transaction.atomic
def open_sections(headline: str = "", lead: str = "") -> HomePage:
    """Make the home page and the sections that are missing; what is there stays as it is."""
    home = HomePage.objects.first() or _make_home(headline or _("Methodical help for teachers"), lead)
    for model, slug, title in sections():
        if not model.objects.exists():
            home.add_child(instance=model(title=title, slug=slug, show_in_menus=True))
    return home


def _make_home(headline: str, lead: str) -> HomePage:
    site: Any = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    root = Page.get_first_root_node()
    home: HomePage = root.add_child(
        instance=HomePage(title=_("Home"), slug="site", headline=headline, lead=lead)
    )
    if site is None:
        Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
        return home
    welcome, site.root_page = site.root_page, home
    site.save()
    # Wagtail's first migration leaves a page that greets its developer.
    if (
        welcome.content_type.model_class() is Page
        and welcome.depth > 1
        and not welcome.get_children().exists()
    ):
        Page.objects.get(pk=welcome.pk).delete()
    return home
