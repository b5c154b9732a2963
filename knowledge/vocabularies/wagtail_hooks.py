"""The vocabularies in Wagtail's admin, one group."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import (
    Audience,
    EducationLevel,
    EducationSphere,
    EventForm,
    ExperienceKind,
    InnovationKind,
    Licence,
    MaterialType,
    Stage,
    Subject,
    Vocabulary,
)


def _viewset(vocabulary: type[Vocabulary]) -> type[SnippetViewSet]:
    attributes = {
        "model": vocabulary,
        "icon": "list-ul",
        "list_display": ["name", "slug", "is_active"],
        "list_filter": ["is_active"],
        "sort_order_field": "sort_order",
    }
    return type(f"{vocabulary.__name__}ViewSet", (SnippetViewSet,), attributes)


class VocabulariesGroup(SnippetViewSetGroup):
    menu_label = _("Vocabularies")
    menu_icon = "list-ul"
    menu_order = 700
    items = tuple(
        _viewset(model)
        for model in (
            Subject,
            EducationLevel,
            EducationSphere,
            MaterialType,
            ExperienceKind,
            InnovationKind,
            EventForm,
            Audience,
            Stage,
            Licence,
        )
    )


register_snippet(VocabulariesGroup)
