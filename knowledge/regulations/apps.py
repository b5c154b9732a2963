from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegulationsConfig(AppConfig):
    name = "knowledge.regulations"
    label = "regulations"
    verbose_name = _("Regulation profiles")
    default_auto_field = "django.db.models.BigAutoField"
