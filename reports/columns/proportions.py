"""Columns of ``proportions``: a share beside that of the community."""

from reports.columns.column import NOT_APPLICABLE, Column

COLUMNS: dict[str, Column] = {
    "population": Column("Population", meaning="A stage of a campaign, or a unit's workforce."),
    "role": Column("Role", missing=NOT_APPLICABLE),
    "unit": Column("Unit", missing=NOT_APPLICABLE),
    "campaign": Column("Campaign", missing=NOT_APPLICABLE),
    "stage": Column("Stage", missing=NOT_APPLICABLE),
    "as_at": Column("As at", meaning="The date the counts describe."),
    "people": Column("People", "count", "People of the group; the nearest to a printed share."),
    "out_of": Column("Out of", "count", "People in all."),
    "counts": Column("People", "fraction", parts=("people_low", "people_high", "out_of")),
    "people_low": Column("People, least", "count", "The fewest that print as the share."),
    "people_high": Column("People, most", "count", "The most that print as the share."),
    "not_stated": Column(
        "Not stated", "count", "Those who left the question blank or prefer not to say."
    ),
    "representation_pct": Column("Share (%)", "percentage", "The group's share of the people."),
    "low_pct": Column("Share, low (%)", "percentage", "Lower end of the interval."),
    "high_pct": Column("Share, high (%)", "percentage", "Upper end of the interval."),
    "share_interval": Column("Interval", "ratio interval", parts=("low_pct", "high_pct")),
    "area": Column("Area", meaning="Where the community lives."),
    "benchmark_pct": Column("Benchmark (%)", "percentage", "The group's share of the community."),
    "benchmark": Column("Benchmark", meaning="The same, as its source words it."),
    "benchmark_as_at": Column("Benchmark as at"),
    "benchmark_quality": Column("Benchmark quality", meaning="The words of its source."),
    "benchmark_source": Column("Benchmark source"),
    "gap_pp": Column("Gap (pp)", "points", "The share less the benchmark, in percentage points."),
    "representation_index": Column(
        "Index", "ratio", "The share over the benchmark; 1 is the community's share."
    ),
    "p_value": Column(
        "Exact p",
        "p",
        "Binomial test against the benchmark, two-sided; of several counts the largest.",
    ),
    "p_mid": Column("mid-p", "p", "The same with half the weight of the observed count."),
    "p_adjusted": Column("Adj. p", "p", "Adjusted for the comparisons shown (Holm)."),
    "people_short": Column(
        "Short",
        "count",
        "How many more of the group, the total unchanged, make the benchmark: a size, no target.",
    ),
    "people_short_low": Column("Short, least", "count", "The same, of the most people."),
    "people_short_high": Column("Short, most", "count", "The same, of the fewest people."),
    "short": Column("Short", "count range", parts=("people_short_low", "people_short_high")),
    "detectable_under_pp": Column(
        "Detectable below (pp)",
        "points",
        "The smallest gap below the benchmark that would have been found four times in five.",
    ),
    "detectable_over_pp": Column("Detectable above (pp)", "points", "The same above it."),
    "detectable_gap_pp": Column("Detectable gap (pp)", "points", "The smaller of the two."),
    "weighting": Column("Weighting", meaning="Which weight is moved, or which area stands alone."),
}
