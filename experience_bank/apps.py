from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExperienceBankConfig(AppConfig):
    name = "experience_bank"
    label = "experience_bank"
    verbose_name = _("Banks of materials and experience")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from search.registry import register

        from . import awaiting, file_access, receivers  # noqa: F401  (each registers its rules)
        from .models import ExperiencePage, InnovationPage, MethodicalMaterialPage

        for model in (MethodicalMaterialPage, ExperiencePage, InnovationPage):
            register(model)
