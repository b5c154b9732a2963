from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExperienceBankConfig(AppConfig):
    name = "experience_bank"
    label = "experience_bank"
    verbose_name = _("Banks of materials and experience")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import awaiting  # noqa: F401  (registers which works wait for whom)
