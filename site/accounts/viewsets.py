"""Users in Wagtail's admin."""

from django import forms
from wagtail.users.views.users import UserViewSet

from accounts.admin_forms import SiteUserCreationForm, SiteUserEditForm


class SiteUserViewSet(UserViewSet):
    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:  # type: ignore[type-arg]
        return SiteUserEditForm if for_update else SiteUserCreationForm
