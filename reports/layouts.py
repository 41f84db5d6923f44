"""Which columns of each table people see, and how a table is split into pages of one thing each.

Files for machines (CSV, JSON, Parquet, XLSX) carry every column; this is what fits eighty columns.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """How one table of ``Findings`` is shown.

    Attributes:
        table: Its name.
        columns: What is shown, left to right.
        split_by: Columns whose every combination gets a table of its own.
        caption: What stands over each, filled from its row.
        sentence: A column of whole sentences, listed under the table instead of in it.
        subject: The column that says what such a sentence is about.
    """

    table: str
    columns: tuple[str, ...]
    split_by: tuple[str, ...] = ()
    caption: str = ""
    sentence: str | None = None
    subject: str = "group"


LAYOUTS: dict[str, tuple[Layout, ...]] = {
    "campaigns": (
        Layout("campaigns", ("campaign", "title", "route", "last_stage")),
        Layout(
            "campaigns",
            (
                "campaign",
                "opened",
                "closed",
                "submitted",
                "withdrawn",
                "in_process",
                "stages",
                "as_at",
            ),
        ),
    ),
    "attrition": (
        Layout(
            "stages",
            (
                "stage",
                "entered",
                "group_entered",
                "not_stated",
                "representation_pct",
                "change_from_previous_pp",
                "change_pp",
            ),
            split_by=("campaign", "characteristic", "group"),
            caption="{campaign}: {characteristic}",
        ),
        Layout(
            "changes",
            (
                "group",
                "from_counts",
                "to_counts",
                "headline_change",
                "change_interval",
                "p_value",
                "p_mid",
                "p_adjusted",
            ),
            split_by=("campaign", "from_stage", "to_stage"),
            caption="{campaign}: change from {from_stage} to {to_stage}",
            sentence="reading",
        ),
    ),
    "pass-rates": (
        Layout(
            "rows",
            (
                "stage",
                "group_outcomes",
                "pass_rate",
                "reference_outcomes",
                "reference_pass_rate",
                "gap_pp",
                "gap_interval",
                "p_value",
                "p_adjusted",
            ),
            split_by=("campaign", "characteristic", "group", "reference"),
            caption="{campaign}: {characteristic}: {group} against {reference}",
            sentence="reading",
            subject="stage",
        ),
        Layout(
            "rows",
            (
                "stage",
                "relative_likelihood",
                "likelihood_interval",
                "rejection_ratio",
                "odds_ratio",
                "adverse_impact_ratio",
                "below_four_fifths",
                "shortfall",
                "flip_count",
            ),
            split_by=("campaign", "characteristic", "group", "reference"),
            caption="{campaign}: {characteristic}: {group} over {reference}",
        ),
        Layout(
            "bounds",
            (
                "stage",
                "blanks",
                "gap_pp",
                "lowest_gap_pp",
                "highest_gap_pp",
                "all_in_group_gap_pp",
                "all_in_reference_gap_pp",
                "tipping_direction",
                "tipping_significance",
            ),
            split_by=("campaign", "characteristic", "group", "reference"),
            caption="{campaign}: {characteristic}: if the blanks were {group}, or {reference}",
            sentence="reading",
            subject="stage",
        ),
    ),
    "compare": (
        Layout(
            "rows",
            (
                "stage",
                "campaigns",
                "group_outcomes",
                "reference_outcomes",
                "gap_pp",
                "gap_interval",
                "p_value",
                "p_adjusted",
            ),
            split_by=("characteristic", "group", "reference"),
            caption="{characteristic}: {group} against {reference}",
            sentence="reading",
            subject="stage",
        ),
        Layout(
            "rows",
            (
                "stage",
                "odds_ratio",
                "odds_interval",
                "risk_ratio",
                "risk_interval",
                "p_mid",
                "homogeneity_p",
            ),
            split_by=("characteristic", "group", "reference"),
            caption="{characteristic}: {group} over {reference}",
        ),
        Layout(
            "trend",
            ("group", "counts", "z", "p_trend", "p_adjusted"),
            split_by=("measure", "stage", "campaigns"),
            caption="Trend over {campaigns}: {measure}, {stage}",
            sentence="reading",
        ),
        Layout(
            "pools",
            (
                "group",
                "pool_counts",
                "earlier_counts",
                "difference_pp",
                "difference_interval",
                "p_value",
                "p_mid",
                "p_adjusted",
            ),
            split_by=("campaign", "earlier_campaigns"),
            caption="Applicants: {campaign} against {earlier_campaigns}",
            sentence="reading",
        ),
    ),
}
