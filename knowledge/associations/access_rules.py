"""Who gets what on the pages of associations."""

from accounts.expectations import CLOSED, PUBLIC, Rules, Visit

RULES: Rules = {
    "wagtail_serve": [
        Visit("association_index association", get=PUBLIC, post=PUBLIC),
        Visit("association_draft", get=CLOSED, post=CLOSED),
    ],
}
