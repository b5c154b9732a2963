from django.apps import AppConfig
from django.db.models.signals import m2m_changed, post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    label = "accounts"
    verbose_name = _("Accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.signals import page_published

        from accounts import signals
        from accounts.models import User

        post_migrate.connect(signals.sync_after_migrate, sender=signals.last_migrated_app())
        page_published.connect(signals.sync_new_section)
        m2m_changed.connect(signals.forget_roles, sender=User.groups.through)
        post_save.connect(signals.forget_old_addresses, sender=User)
