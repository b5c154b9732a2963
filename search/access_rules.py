"""Who gets what at the addresses of the search: the same for all, since the index holds public pages only."""

from accounts.expectations import PUBLIC, Rules, Visit

RULES: Rules = {
    "search": [Visit(get=PUBLIC)],
    "search_suggest": [Visit(get=PUBLIC)],
}
