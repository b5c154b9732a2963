from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "knowledge.library"
    label = "library"
    verbose_name = _("Normative library")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import access, receivers  # noqa: F401
