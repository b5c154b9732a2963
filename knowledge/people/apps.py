from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

RIGHTS = tuple(
    f"people.{verb}_{model}"
    for model in ("organisation", "educator", "educatorrecord")
    for verb in ("add", "change", "view")
)


class PeopleConfig(AppConfig):
    name = "knowledge.people"
    label = "people"
    verbose_name = _("People and organisations")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from accounts.roles import Role, register_role_permissions

        register_role_permissions(Role.METHODIST, RIGHTS)
