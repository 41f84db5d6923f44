"""What was read, with what the user says of it, to what is to be kept."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from recruitment.errors import UsageError, nearest
from recruitment.ingest.sources.understood import NotUnderstood
from recruitment.ingest.sources.values import label_text
from recruitment.studies.imports.plans import CampaignPlan, Plan, RowsPlan
from recruitment.warehouse import records

if TYPE_CHECKING:
    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.reading import Read, Rows
    from recruitment.studies.check_counts import CountFinding
    from recruitment.studies.imports.request import Request

LONGEST_CODE = 40
ABOUT_A_CAMPAIGN = ("title", "route", "opened", "closed", "as_at", "submitted", "withdrawn")


def checked_request(request: "Request") -> None:
    """Refuse what the user says of a campaign where it cannot be so.

    Raises:
        UsageError: The code is no name, or a date or number contradicts another.
    """
    if request.campaign is not None:
        _check_code(request.campaign)
    if request.opened and request.closed and request.opened > request.closed:
        raise UsageError(
            f"--opened {request.opened} is after --closed {request.closed}; exchange or mend them"
        )
    if request.withdrawn is not None and request.withdrawn > (request.submitted or 0):
        raise UsageError(
            f"--withdrawn {request.withdrawn} is more than --submitted "
            f"{request.submitted if request.submitted is not None else '(not given)'}; withdrawn "
            "applications are part of those submitted"
        )


def plans_of(read: "Read", request: "Request", known: Sequence[str]) -> list[Plan]:
    """Return what is to be kept of ``read``, with what the checks find in it.

    Args:
        read: What the source holds.
        request: What the user says of it.
        known: The codes of the campaigns in the warehouse, which keep their spelling.

    Raises:
        UsageError: A campaign has no name, or what is said is about a campaign and there is none.
    """
    if read.rows is not None:
        return [_rows_plan(read.rows, read.file, request)]
    spelt = {code.casefold(): code for code in known}
    return [
        _campaign_plan(counts, spelt.get(code.casefold(), code), read.file, request)
        for code, counts in _named(read, request)
    ]


def _check_code(code: str) -> None:
    found = label_text(code)
    wrong = found.reason if isinstance(found, NotUnderstood) else None
    if not code.strip() or len(code) > LONGEST_CODE:
        wrong = f"a code has 1 to {LONGEST_CODE} characters, such as LE25"
    if wrong:
        raise UsageError(f"--campaign {code!r}: {wrong}")


def _named(read: "Read", request: "Request") -> "Iterator[tuple[str, CampaignCounts]]":
    """Yield each campaign with its code: the user's, or that of the source."""
    codes = [counts.campaign for counts in read.campaigns if counts.campaign]
    wanted = request.campaign
    if wanted is None:
        if not codes:
            raise UsageError(f"{read.file} does not name its campaign; add --campaign CODE")
        yield from ((counts.campaign or "", counts) for counts in read.campaigns)
    elif not codes:
        yield from ((wanted, counts) for counts in read.campaigns)
    else:
        own = [
            each for each in read.campaigns if (each.campaign or "").casefold() == wanted.casefold()
        ]
        if not own:
            raise UsageError(f"{read.file} has no campaign {wanted!r}; {nearest(wanted, codes)}")
        yield from ((wanted, counts) for counts in own)


def _campaign_plan(
    counts: "CampaignCounts", code: str, file: str, request: "Request"
) -> CampaignPlan:
    from recruitment.studies.check_counts import check_campaign

    _check_code(code)
    about = records.Campaign(
        campaign=code,
        title=request.title or code,
        route=request.route,
        opened=request.opened,
        closed=request.closed,
        as_at=request.as_at,
        submitted=request.submitted,
        withdrawn=request.withdrawn,
        source=request.cite or file,
    )
    found = check_campaign(
        counts,
        code,
        opened=about.opened,
        closed=about.closed,
        as_at=about.as_at,
        submitted=about.submitted,
        withdrawn=about.withdrawn,
    )
    in_rows = (
        records.KeptFinding("rows", str(each.place), each.what, contradiction=True)
        for each in counts.contradictions
    )
    return CampaignPlan(about, counts, (*in_rows, *_kept(found)))


def _kept(found: "Iterable[CountFinding]") -> "Iterator[records.KeptFinding]":
    for each in found:
        yield records.KeptFinding(each.check, each.place, each.finding, each.contradiction)


def _rows_plan(rows: "Rows", file: str, request: "Request") -> RowsPlan:
    from recruitment.studies.check_counts import check_rows

    idle = [
        f"--{name.replace('_', '-')}"
        for name in ("campaign", *ABOUT_A_CAMPAIGN)
        if getattr(request, name) is not None
    ]
    if idle:
        raise UsageError(f"{file} holds {rows.subject}, no campaign; leave out {' '.join(idle)}")
    found = check_rows(rows.subject, rows.frame, rows.characteristics)
    return RowsPlan(rows, tuple(_kept(found)))
