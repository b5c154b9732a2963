"""Wagtail's users with our forms: ``INSTALLED_APPS`` names this instead of ``wagtail.users``."""

from wagtail.users.apps import WagtailUsersAppConfig


class SiteUsersConfig(WagtailUsersAppConfig):
    user_viewset = "accounts.viewsets.SiteUserViewSet"
