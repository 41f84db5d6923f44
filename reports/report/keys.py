"""Keys of sections, tables and figures: letters, digits and hyphens, each used once."""

import re
from collections.abc import Sequence

RESERVED = (
    "purpose",
    "recommendation",
    "background",
    "current-position",
    "campaigns-together",
    "recruitment-activity",
    "retention",
    "dismissals",
    "conclusion",
    "implications",
    "method",
    "definitions",
    "data-quality",
    "disclosure",
)


def campaign_keys(campaigns: Sequence[str]) -> dict[str, str]:
    """Return a key for each campaign, no two alike and none that of another section.

    >>> campaign_keys(["LE19", "le19", "Retention", "???"])
    {'LE19': 'le19', 'le19': 'le19-2', 'Retention': 'retention-2', '???': 'campaign'}
    """
    used = set(RESERVED)
    keys: dict[str, str] = {}
    for campaign in campaigns:
        wanted = re.sub(r"[^a-z0-9]+", "-", campaign.casefold()).strip("-") or "campaign"
        key, number = wanted, 1
        while key in used:
            number += 1
            key = f"{wanted}-{number}"
        used.add(key)
        keys[campaign] = key
    return keys
