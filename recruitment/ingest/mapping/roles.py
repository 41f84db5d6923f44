"""The roles that a heading can have, and the columns of a file of candidates by them."""

from collections.abc import Sequence
from dataclasses import dataclass

from recruitment.ingest.mapping.lookup import word
from recruitment.ingest.mapping.mapping import Mapping

CANDIDATE, PERSON, IGNORED = "candidate", "person", "ignored"
STAGE, FURTHEST, OUTCOME = "stage", "furthest stage", "outcome"
OF_CANDIDATES = (CANDIDATE, PERSON, STAGE, FURTHEST, OUTCOME)
# The columns of the tidy tables, as the schema names them.
OF_TABLES = (
    "campaign",
    "stage_order",
    "characteristic",
    "category",
    "candidates",
    "unit",
    "role",
    "as_at",
    "headcount",
    "share_pct",
    "period_start",
    "period_end",
    "direction",
    "people",
    "area",
    "quality",
    "source",
)
CAMPAIGN = "campaign"
APPLICATION = "application"


@dataclass(frozen=True, slots=True)
class CandidateColumns:
    """The columns of a file of candidates that are read.

    Attributes:
        roles: Where the column of each role, or of a characteristic's answers, stands, from 0.
        dates: Where the date of each stage stands.
        problems: What is to be settled before the file can be read, one sentence each.
    """

    roles: dict[str, int]
    dates: dict[str, int]
    problems: tuple[str, ...] = ()


def known_roles(mapping: Mapping) -> list[str]:
    """Return every role that a heading can be given."""
    return [*OF_CANDIDATES, *mapping.characteristics, *OF_TABLES, IGNORED]


def candidate_columns(headings: Sequence[str], mapping: Mapping) -> CandidateColumns:
    """Return the columns of candidates under ``headings``.

    Of two keys, that of applications is counted by and the other tells who applied more than once.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> headings = ["Candidate ID", "Application ID", "Status", "Ethnic origin", "Offer date"]
    >>> found = candidate_columns(headings, default_mapping())
    >>> found.roles, found.dates
    ({'candidate': 1, 'person': 0, 'outcome': 2, 'ethnicity': 3}, {'Offer': 4})
    """
    allowed = {*OF_CANDIDATES, *mapping.characteristics}
    places: dict[str, list[int]] = {}
    dates: dict[str, list[int]] = {}
    for place, heading in enumerate(headings):
        name = word(heading) or ""
        role, stage = mapping.columns.get(name), mapping.date_columns.get(name)
        if role in allowed:
            places.setdefault(role, []).append(place)
        elif role is None and stage:
            dates.setdefault(stage, []).append(place)
    places = _keys(places, headings)
    said = {**places, **{f"the date of {stage}": each for stage, each in dates.items()}}
    return CandidateColumns(
        {role: each[0] for role, each in places.items()},
        {stage: each[0] for stage, each in dates.items()},
        tuple(_twice(role, each, headings) for role, each in said.items() if len(each) > 1),
    )


def campaign_columns(headings: Sequence[str], mapping: Mapping) -> list[int]:
    """Return where columns stand, from 0, that say of which campaign a candidate is.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> campaign_columns(["Applicant ID", "Campaign", "Stage"], default_mapping())
    [1]
    """
    roles = [mapping.columns.get(word(heading) or "") for heading in headings]
    return [place for place, role in enumerate(roles) if role == CAMPAIGN]


def _keys(places: dict[str, list[int]], headings: Sequence[str]) -> dict[str, list[int]]:
    keys = places.get(CANDIDATE, [])
    counted = [place for place in keys if (word(headings[place]) or "").startswith(APPLICATION)]
    others = [place for place in keys if place not in counted]
    if len(counted) != 1 or len(others) != 1 or PERSON in places:
        return places
    return {CANDIDATE: counted, PERSON: others} | {
        role: each for role, each in places.items() if role != CANDIDATE
    }


def _twice(role: str, places: Sequence[int], headings: Sequence[str]) -> str:
    said = " and ".join(f"“{headings[place]}”" for place in places)
    return f"the columns {said} could all be {role}; say in the mapping which are {IGNORED}"
