from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save, pre_save
from django.utils.translation import gettext_lazy as _

RIGHTS = (
    *(f"associations.{verb}_headappointment" for verb in ("add", "change", "view")),
    *(f"associations.{verb}_membership" for verb in ("add", "change", "delete", "view")),
)


class AssociationsConfig(AppConfig):
    name = "knowledge.associations"
    label = "associations"
    verbose_name = _("Methodical associations")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from accounts.roles import Role, register_role_permissions
        from knowledge.associations.awaiting import passports_awaiting
        from knowledge.associations.indexing import association_labels
        from knowledge.associations.models import AssociationPage
        from review.subjects import register_awaiting
        from search.registry import register, register_facet

        register_role_permissions(Role.METHODIST, RIGHTS)
        register_awaiting(passports_awaiting)
        register(AssociationPage)
        register_facet("association", label=_("Association"), labels=association_labels)
        self._connect()

    def _connect(self) -> None:
        from knowledge.associations import signals
        from knowledge.associations.models import AssociationPage, HeadAppointment, Membership
        from knowledge.people.models import Educator

        for record in (HeadAppointment, Membership):
            for signal in (post_save, post_delete):
                signal.connect(signals.record_of_association, sender=record)
        post_save.connect(signals.record_of_educator, sender=Educator)
        pre_save.connect(signals.remember_name, sender=AssociationPage)
        post_save.connect(signals.record_of_renamed, sender=AssociationPage)
