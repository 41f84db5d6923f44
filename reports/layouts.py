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
}
