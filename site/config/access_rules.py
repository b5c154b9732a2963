"""Addresses of the packages: declared by what they begin with, and the few that differ one by one."""

from accounts.expectations import ADMIN_ONLY, CLOSED, LOGIN, Actor, Answers, Rules, Visit

PREFIXES: dict[str, Answers] = {"cms/": ADMIN_ONLY}
"""Below such an address nobody gets a page whom the rule does not give 200."""

OPEN: frozenset[str] = frozenset({"cms/sprite/", "cms/jsi18n/"})
"""Icons and words of the interface, below a closed prefix; they tell nothing of the site."""

TO_SIGN_IN: Answers = dict.fromkeys(Actor, LOGIN)
"""Wagtail's own forms, which know no second factor, are replaced by ours."""

RULES: Rules = {
    "cms/login/": [Visit(get=TO_SIGN_IN, post=TO_SIGN_IN)],
    "_util/login/": [Visit(get=TO_SIGN_IN, post=TO_SIGN_IN)],
    "wagtaildocs_serve": [Visit(get=CLOSED, args={"0": "1000000", "1": "none.txt"})],
    "wagtaildocs_authenticate_with_password": [
        Visit(get=CLOSED, post=CLOSED, args={"restriction_id": "1000000"})
    ],
    "wagtailcore_authenticate_with_password": [
        Visit(get=CLOSED, post=CLOSED, args={"page_view_restriction_id": "1000000", "page_id": "1"})
    ],
    "wagtailcore_login": [Visit(get=TO_SIGN_IN, post=TO_SIGN_IN)],
}
