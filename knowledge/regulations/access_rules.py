"""Who gets what at the addresses of regulations."""

from accounts.expectations import PUBLIC, Rules, Visit

RULES: Rules = {
    "regulations:index": [Visit(get=PUBLIC)],
    "regulations:profile": [Visit("regulation", get=PUBLIC)],
}
