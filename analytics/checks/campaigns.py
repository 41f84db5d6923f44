"""All checks of campaigns at once."""

from dataclasses import dataclass

import polars as pl

from analytics.checks.campaign_people import checked_dates, checked_submitted
from analytics.checks.checked import Checked, together
from analytics.checks.percentages import checked_percentages
from analytics.checks.refinements import checked_refinements
from analytics.checks.stage_flow import stage_flow, with_everybody
from analytics.checks.stages import checked_stages
from analytics.checks.totals import checked_totals, sums


@dataclass(frozen=True, slots=True)
class Campaigns:
    """What is known of some campaigns, as it is checked.

    Attributes:
        counts: ``campaign stage stage_order outcome characteristic category kind candidates``, one
            row per key, in the order in which findings are told; stages numbered without a gap.
        campaigns: ``campaign opened closed as_at submitted withdrawn``; null is not known.
        totals: ``campaign stage outcome people place``: the totals that sources print.
        percentages: ``campaign label stage outcome characteristic category printed numerator
            denominator place``: the percentages that they print.
        refinements: ``characteristic refines``: characteristics that are others in more detail.
    """

    counts: pl.DataFrame
    campaigns: pl.DataFrame
    totals: pl.DataFrame
    percentages: pl.DataFrame
    refinements: pl.DataFrame


def checked_campaigns(known: Campaigns) -> Checked:
    """Return what was compared in some campaigns, and what does not fit."""
    base = known.counts.join(
        known.refinements, on="characteristic", how="anti", maintain_order="left"
    )
    totals = sums(base, known.totals)
    refined = known.counts.join(
        known.refinements, on="characteristic", how="semi", maintain_order="left"
    )
    flow = stage_flow(pl.concat([with_everybody(base, totals), refined]))
    return together(
        (
            checked_totals(totals),
            checked_refinements(known.counts, known.refinements),
            checked_stages(flow, known.refinements),
            checked_dates(known.campaigns),
            checked_submitted(known.campaigns, totals),
            checked_percentages(known.percentages),
        )
    )
