"""Forms of users in Wagtail's admin: the patronymic, and roles by their names."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

from accounts.roles import Role


class RolesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return str(Role(obj.name).label if obj.name in Role.values else obj.name)


class RolesMixin(forms.ModelForm):  # type: ignore[type-arg]
    """Adds what Wagtail's own forms lack."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_name"].label = _("Surname")
        self.fields["first_name"].label = _("Given name")
        if "groups" in self.fields:
            self.fields["groups"] = RolesField(
                Group.objects.order_by("pk"),
                label=_("Roles"),
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=_(
                    "The head of an association needs a dated appointment too: a role is not enough."
                ),
            )


class SiteUserCreationForm(RolesMixin, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"patronymic"}


class SiteUserEditForm(RolesMixin, UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"patronymic"}
