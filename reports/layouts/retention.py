"""What people see of ``retention``."""

from reports.layouts.layout import Layout

ROLE = ("unit", "role")
GROUP = (*ROLE, "characteristic", "group", "reference")
COMPARED = (*GROUP, "earlier", "later")

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "rows",
        (
            "period",
            "joiners",
            "all_joiners",
            "joiner_share_pct",
            "leavers",
            "all_leavers",
            "leaver_share_pct",
            "share_gap_pp",
            "net_change",
            "joiner_leaver_ratio",
        ),
        split_by=(*ROLE, "characteristic", "group"),
        caption="{unit}, {role}: {characteristic}: {group}",
    ),
    Layout(
        "rows",
        (
            "period",
            "reference_joiners",
            "reference_leavers",
            "not_stated_joiners",
            "not_stated_leavers",
            "odds_ratio",
            "odds_interval",
            "p_value",
            "p_mid",
            "p_adjusted",
        ),
        split_by=GROUP,
        caption="{unit}, {role}: {characteristic}: {group} against {reference}",
        sentence="reading",
        subject="period",
    ),
    Layout(
        "periods",
        (
            "measure",
            "earlier_counts",
            "earlier_share_pct",
            "later_counts",
            "share_pct",
            "difference_pp",
            "difference_interval",
            "change_p",
            "p_adjusted",
        ),
        split_by=COMPARED,
        caption="{unit}, {role}: {group}: {later} against {earlier}",
        sentence="reading",
        subject="measure",
        given=("out_of",),
    ),
    Layout(
        "periods",
        ("group", "earlier_odds_ratio", "later_odds_ratio", "change_p", "p_adjusted"),
        split_by=(*ROLE, "earlier", "later"),
        caption="{unit}, {role}: odds ratio of leavers against joiners, {later} against {earlier}",
        sentence="reading",
        lacking=("out_of",),
    ),
    Layout(
        "rates",
        ("group", "leavers", "mean_headcount", "leaving_rate", "leaving_interval"),
        split_by=(*ROLE, "period"),
        caption="Leaving rate: {unit}, {role}, {period}",
        sentence="reading",
        lacking=("reference",),
    ),
    Layout(
        "rates",
        (
            "group",
            "leavers",
            "mean_headcount",
            "leaving_rate",
            "leaving_interval",
            "reference_rate",
            "rate_ratio",
            "rate_ratio_interval",
            "p_adjusted",
        ),
        split_by=(*ROLE, "period", "reference"),
        caption="Leaving rate: {unit}, {role}, {period}: against {reference}",
        sentence="reading",
        given=("reference",),
    ),
    Layout(
        "reasons",
        ("period", "reason", "characteristic", "group", "people", "leavers"),
        split_by=ROLE,
        caption="Reasons: {unit}, {role}",
    ),
)
