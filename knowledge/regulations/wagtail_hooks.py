"""Profiles and their editions in the admin."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import ProfileEdition, RegulationProfile


def _page_link(profile: RegulationProfile) -> SafeString:
    return format_html('<a href="{}">{}</a>', profile.get_absolute_url(), pgettext_lazy("link", "Read"))


class ProfileViewSet(SnippetViewSet):
    model = RegulationProfile
    icon = "doc-full"
    list_display = ["title", "slug", Column("page", label=_("In words"), accessor=_page_link)]
    panels = [FieldPanel("title"), FieldPanel("slug")]
    inspect_view_enabled = True


def _edition_link(edition: ProfileEdition) -> SafeString:
    url = f"{edition.profile.get_absolute_url()}?on={edition.valid_from.isoformat()}"
    return format_html('<a href="{}">{}</a>', url, pgettext_lazy("link", "Read"))


class EditionViewSet(SnippetViewSet):
    model = ProfileEdition
    icon = "history"
    list_display = [
        "profile",
        "valid_from",
        "valid_to",
        Column("page", label=_("In words"), accessor=_edition_link),
    ]
    list_filter = ["profile"]
    panels = [
        FieldPanel("profile"),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        MultiFieldPanel(
            [FieldPanel("act_number"), FieldPanel("act_date"), FieldPanel("act_issuer")],
            heading=_("Act of approval"),
        ),
        FieldPanel(
            "source_text", help_text=_("Every value needs its clause; null: the regulation does not say.")
        ),
    ]
    inspect_view_enabled = True
    inspect_view_fields = [
        "profile",
        "valid_from",
        "valid_to",
        "act_number",
        "act_date",
        "act_issuer",
        "source_text",
    ]

    def get_queryset(self, request: Any) -> Any:
        """Take the profile along: the list shows it in every row."""
        return ProfileEdition.objects.select_related("profile")


class RegulationsGroup(SnippetViewSetGroup):
    menu_label = _("Regulations")
    menu_icon = "doc-full"
    items = (ProfileViewSet, EditionViewSet)


register_snippet(RegulationsGroup)
