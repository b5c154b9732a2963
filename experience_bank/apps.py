from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExperienceBankConfig(AppConfig):
    name = "experience_bank"
    label = "experience_bank"
    verbose_name = _("Banks of materials and experience")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from accounts.roles import Role, register_role_permissions
        from search.registry import register

        from . import awaiting, file_access, receivers  # noqa: F401  (each registers its rules)
        from .models import ExperiencePage, InnovationPage, MethodicalMaterialPage

        for model in (MethodicalMaterialPage, ExperiencePage, InnovationPage):
            register(model)
        for role in (Role.METHODIST, Role.DIRECTOR, Role.EDITOR):
            register_role_permissions(role, ["experience_bank.view_bankentry"])
