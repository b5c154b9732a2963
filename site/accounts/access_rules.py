"""Who gets what at the addresses of sign-in."""

from .expectations import CLOSED, LOGIN, PUBLIC, SIGNED_IN, Actor, Answers, Rules, Visit, everybody, only

GUESTS: Answers = everybody(302) | {Actor.ANONYMOUS: 200}
"""Who is already signed in is led on."""
AGAIN: Answers = everybody(302) | {Actor.ANONYMOUS: LOGIN}
"""Led on: to the password once more, or away from a question that is not asked now."""
WITHOUT_FACTOR = only(others=404)
"""There is nothing to show before the second factor is set up."""

RULES: Rules = {
    "accounts/email/": [Visit(get=CLOSED, post=CLOSED)],
    "accounts/confirm-email/": [Visit(get=CLOSED, post=CLOSED)],
    "accounts/confirm-email/<str:key>/": [Visit(get=CLOSED, post=CLOSED, args={"key": "x"})],
    "accounts/password/set/": [Visit(get=CLOSED, post=CLOSED)],
    "accounts/login/code/confirm/": [Visit(get=CLOSED, post=CLOSED)],
    "account_email": [Visit(get=CLOSED, post=CLOSED)],
    "account_email_verification_sent": [Visit(get=CLOSED, post=CLOSED)],
    "account_confirm_email": [Visit(get=CLOSED, post=CLOSED, args={"key": "x"})],
    "account_set_password": [Visit(get=CLOSED, post=CLOSED)],
    "account_confirm_login_code": [Visit(get=CLOSED, post=CLOSED)],
    "account_login": [Visit(get=GUESTS, post=GUESTS)],
    "account_logout": [Visit(get=SIGNED_IN | {Actor.ANONYMOUS: 302}, post=everybody(302))],
    "account_inactive": [Visit(get=PUBLIC)],
    "account_signup": [Visit(get=GUESTS, post=GUESTS)],
    "account_reauthenticate": [Visit(get=SIGNED_IN, post=SIGNED_IN)],
    "account_change_password": [Visit(get=SIGNED_IN, post=SIGNED_IN)],
    "account_reset_password": [Visit(get=PUBLIC, post=PUBLIC)],
    "account_reset_password_from_key_done": [Visit(get=PUBLIC)],
    "account_reset_password_from_key": [Visit(get=PUBLIC, post=PUBLIC, args={"uidb36": "1", "key": "x-y"})],
    "account_reset_password_done": [Visit(get=PUBLIC)],
    "mfa_index": [Visit(get=SIGNED_IN)],
    "mfa_authenticate": [Visit(get=AGAIN, post=AGAIN)],
    "mfa_reauthenticate": [Visit(get=AGAIN, post=AGAIN)],
    "mfa_activate_totp": [Visit(get=AGAIN, post=AGAIN)],
    "mfa_deactivate_totp": [Visit(get=WITHOUT_FACTOR, post=WITHOUT_FACTOR)],
    "mfa_view_recovery_codes": [Visit(get=WITHOUT_FACTOR)],
    "mfa_generate_recovery_codes": [Visit(get=AGAIN, post=AGAIN)],
    "mfa_download_recovery_codes": [Visit(get=WITHOUT_FACTOR, post=WITHOUT_FACTOR)],
}
