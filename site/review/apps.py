from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewConfig(AppConfig):
    name = "review"
    label = "review"
    verbose_name = _("Review")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import quiet, receivers  # noqa: F401  (follows what Wagtail does)

        quiet.disconnect_wagtail_letters()
