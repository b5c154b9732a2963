"""allauth's forms without placeholders: a label stays readable while one types."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django.utils.translation import gettext_lazy as _


class PlainFields:
    """Mixin that drops placeholders."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class LoginForm(PlainFields, account.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name or e-mail")
        self.fields["login"].widget.attrs.update(
            autocomplete="username", autocapitalize="none", spellcheck="false"
        )
        self.fields["password"].help_text = ""
        self.fields["remember"].label = _("Keep me signed in on this computer")
        self.fields["remember"].help_text = _("Leave it off on a computer that others use.")


class ChangePasswordForm(PlainFields, account.ChangePasswordForm):
    pass


class ResetPasswordForm(PlainFields, account.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(PlainFields, account.ResetPasswordKeyForm):
    pass


class ReauthenticateForm(PlainFields, account.ReauthenticateForm):
    pass


class CodeForm(PlainFields, mfa.AuthenticateForm):
    pass


class CodeAgainForm(PlainFields, mfa.ReauthenticateForm):
    pass


class ActivateTOTPForm(PlainFields, totp.ActivateTOTPForm):
    pass
