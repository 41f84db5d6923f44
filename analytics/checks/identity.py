"""What tells one finding from another, in whatever words it is put: the check, where, how many."""

import json
from collections.abc import Mapping
from typing import Any

# What a finding is judged as, whose it is, and where that is printed: none of it makes it another.
NOT_ITS_OWN = frozenset({"campaign", "contradiction", "severity", "place", "stage_order"})


def identity(finding: Mapping[str, Any]) -> str:
    """Return what a finding is by its check, its coordinates and its figures, as JSON.

    A sentence that tells it may be put better; what was accepted under the old one stays accepted.

    >>> identity({"check": "flow", "stage": "Offer", "recorded": 9, "expected": 7, "rule": None})
    '{"check": "flow", "expected": 7, "recorded": 9, "stage": "Offer"}'
    """
    own = {
        name: value
        for name, value in finding.items()
        if value is not None and name not in NOT_ITS_OWN
    }
    return json.dumps(own, sort_keys=True, default=str, ensure_ascii=False)
