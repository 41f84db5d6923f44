"""What a source that a cluster has read is known by: its counts, since its bytes never came here.

The same rows have the same fingerprint on any cluster, in any order and any number of files; what
the counts do not show, such as a column that is not read, it does not show either.
"""

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruitment.ingest.campaign_counts import CampaignCounts

# Whoever changes what goes into it, changes this.
FORM = "recruit counts 1"


def fingerprint(campaigns: "Sequence[CampaignCounts]") -> str:
    """Return the SHA-256, in hexadecimal, of what was counted of each campaign."""
    digest = hashlib.sha256(FORM.encode())
    for each in sorted(campaigns, key=lambda one: one.campaign or ""):
        keys = ["characteristic", "category", "stage", "outcome"]
        rows = each.counts.sort(keys).select(*keys, "candidates").rows()
        digest.update(json.dumps([each.campaign, each.stages, each.rows_read, rows]).encode())
    return digest.hexdigest()
