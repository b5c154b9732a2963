from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VocabulariesConfig(AppConfig):
    name = "knowledge.vocabularies"
    label = "vocabularies"
    verbose_name = _("Vocabularies")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from knowledge.vocabularies.labels import subject_labels
        from search.registry import register_facet

        register_facet("subject", label=_("Subject"), labels=subject_labels)
