from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssociationsConfig(AppConfig):
    name = "knowledge.associations"
    label = "associations"
    verbose_name = _("Methodical associations")
    default_auto_field = "django.db.models.BigAutoField"
