"""Who gets what at the addresses for supervisors: everybody, for they hold numbers alone."""

from accounts.expectations import PUBLIC, Rules, Visit

RULES: Rules = {"healthz": [Visit(get=PUBLIC)], "readyz": [Visit(get=PUBLIC)]}
