"""Who gets what at the addresses for supervisors: everybody, for they hold numbers alone."""

from accounts.expectations import PUBLIC, Rules, Visit, everybody

RULES: Rules = {
    "healthz": [Visit(get=PUBLIC)],
    "readyz": [Visit(get=everybody(503))],  # the walk has no index
}
