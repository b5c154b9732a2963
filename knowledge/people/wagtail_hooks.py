"""Organisations and educators in Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Educator, EducatorRecord, Organisation


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "home"
    list_display = ["short_name", "kind"]
    list_filter = ["kind"]
    search_fields = ["short_name", "name"]


class EducatorViewSet(SnippetViewSet):
    model = Educator
    icon = "user"
    list_display = ["full_name", "position", "organisation"]
    list_filter = ["organisation"]
    search_fields = ["surname", "name"]


class EducatorRecordViewSet(SnippetViewSet):
    model = EducatorRecord
    icon = "lock"
    list_display = ["educator"]
    search_fields = ["educator__surname"]


class PeopleGroup(SnippetViewSetGroup):
    menu_label = _("People and organisations")
    menu_icon = "group"
    menu_order = 400
    items = (OrganisationViewSet, EducatorViewSet, EducatorRecordViewSet)


register_snippet(PeopleGroup)
