"""Who gets what on the pages of the library."""

from accounts.expectations import CLOSED, PUBLIC, Rules, Visit

RULES: Rules = {
    "wagtail_serve": [
        Visit("library_index act", get=PUBLIC, post=PUBLIC),
        Visit("act_draft", get=CLOSED, post=CLOSED),
    ],
}
