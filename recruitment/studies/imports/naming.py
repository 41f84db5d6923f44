"""Which campaigns a source holds, by the codes that the user or the source gives them."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from recruitment.errors import DataError, UsageError, nearest
from recruitment.ingest.faults import NOTHING_IMPORTED
from recruitment.ingest.sources.understood import NotUnderstood
from recruitment.ingest.sources.values import label_text

if TYPE_CHECKING:
    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.reading import Read

LONGEST_CODE = 40


def spelt_code(code: str) -> str:
    """Return ``code`` as it is kept: without spaces around it, compatibility forms made plain.

    Raises:
        ValueError: It is no code; the text says why.

    >>> spelt_code(" LE25\u200b")
    'LE25'
    """
    found = label_text(code)
    if not code.strip() or len(code) > LONGEST_CODE:
        raise ValueError(f"a code has 1 to {LONGEST_CODE} characters, such as LE25")
    if isinstance(found, NotUnderstood):
        raise ValueError(found.reason)  # noqa: TRY004 - the text is wrong, not its type
    return found.value


def wanted_code(code: str) -> str:
    """Return the code of ``--campaign`` as it is kept.

    Raises:
        UsageError: It is no code.
    """
    try:
        return spelt_code(code)
    except ValueError as error:
        raise UsageError(f"--campaign {code!r}: {error}") from None


def named(
    read: "Read", wanted: str | None, known: Sequence[str]
) -> "list[tuple[str, CampaignCounts]]":
    """Return each campaign of ``read`` to import with its code: the user's, or that of the source.

    Args:
        read: What the source holds.
        wanted: The code that the user names; None for all campaigns of the source.
        known: The codes in the warehouse, which keep their spelling.

    Raises:
        UsageError: Nobody names the campaign, or the source has none of that code.
        DataError: The source spells one code in two ways, or has what is no code.
    """
    if any(each.campaign is None for each in read.campaigns) and wanted is None:
        raise UsageError(f"{read.file} does not name its campaign; add --campaign CODE")
    own = [(_own_code(read.file, each.campaign, wanted), each) for each in read.campaigns]
    _check_spelt_once(read.file, [(code, each.campaign or code) for code, each in own])
    chosen = [each for each in own if wanted in {None, each[0]} or _same(each[0], wanted)]
    if not chosen:
        hint = nearest(str(wanted), [code for code, _ in own])
        raise UsageError(f"{read.file} has no campaign {wanted!r}; {hint}")
    spelt = {code.casefold(): code for code in known}
    return [
        (spelt.get(code.casefold(), code if wanted is None else wanted), counts)
        for code, counts in chosen
    ]


def _same(code: str, wanted: str | None) -> bool:
    return wanted is not None and code.casefold() == wanted.casefold()


def _own_code(file: str, code: str | None, wanted: str | None) -> str:
    if code is None:
        return wanted or ""
    try:
        return spelt_code(code)
    except ValueError as error:
        raise DataError(f"{file}, the campaign {code!r}: {error}; {NOTHING_IMPORTED}") from None


def _check_spelt_once(file: str, codes: Sequence[tuple[str, str]]) -> None:
    folded = Counter(code.casefold() for code, _ in codes)
    twice = [code for code, times in folded.items() if times > 1]
    if twice:
        # As they stand in the source: a space more is a difference too.
        spellings = [f"“{own}”" for code, own in codes if code.casefold() == twice[0]]
        raise DataError(
            f"{file} spells one campaign in several ways: {', '.join(spellings)}; use one; "
            f"{NOTHING_IMPORTED}"
        )
