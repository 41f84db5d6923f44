"""What is documented of every method: its least coverage or largest error, and what to know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Documented:
    """A limit in per cent for groups of fewer than 30 and for larger ones, and a sentence."""

    few: float
    more: float
    advice: str


INTERVALS = {
    "Wilson": Documented(
        89, 93, "right on average; for single rates near 0 or 1 it may hold 90 times in 100."
    ),
    "Clopper-Pearson": Documented(
        95, 95, "never below 95 %, at the price of wider intervals: with few people it holds 98."
    ),
    "Newcombe": Documented(
        92, 94, "close to 95 % everywhere, with any number of people; the interval of the gaps."
    ),
    "Miettinen-Nurminen": Documented(
        92, 94, "as close as Newcombe's, a little closer with 30 or more, and slower."
    ),
    "Katz": Documented(
        22, 90, "not to be used with few: where nearly everybody passes it can miss 3 times in 4."
    ),
    "Koopman": Documented(91, 94, "close to 95 % where Katz fails, so it takes over there."),
    "the rule `relative_likelihood`": Documented(
        91, 93, "Katz where all cells are 5 or more, else Koopman: the failure of Katz is gone."
    ),
    "`share_after`": Documented(
        91, 93, "the same limits on the scale of shares, so the same coverage."
    ),
    "Woolf": Documented(
        94, 94, "safe but long with few people; one in seven then has no end at one side or both."
    ),
    "Cornfield": Documented(92, 94, "closer to 95 % and shorter than Woolf's with few people."),
    "the rule `odds_ratio`": Documented(
        92, 94, "Woolf where all cells are 5 or more, else Cornfield: close to 95 %."
    ),
    "exact conditional, one table": Documented(
        95, 95, "never below 95 %; with few people it holds 98 times, so it is long."
    ),
    "mid-p conditional, one table": Documented(
        94, 94, "shorter than the exact one, and seldom a little below 95 %."
    ),
    "Byar": Documented(
        95, 95, "never below 95 % here, like the exact interval that it comes close to."
    ),
    "Garwood": Documented(95, 95, "never below 95 %; with few leavers it holds 97 times in 100."),
    "rate ratio, exact": Documented(95, 95, "never below 95 %, and long with few leavers."),
    "rate ratio, mid-p": Documented(94, 94, "shorter, and seldom a little below 95 %."),
    "Mantel-Haenszel odds ratio": Documented(
        94, 94, "good even where all groups are tiny; without an end where one diagonal is empty."
    ),
    "Mantel-Haenszel risk ratio": Documented(
        88, 93, "good with 30 or more; with tiny groups and high rates it may hold 89 times in 100."
    ),
    "Mantel-Haenszel difference": Documented(
        69,
        93,
        "not to be used where all groups are tiny and rates near 0 or 1: quote the ratio.",
    ),
    "exact conditional, pooled": Documented(
        95, 95, "at least 95 %; the one to quote where campaigns are small."
    ),
    "mid-p conditional, pooled": Documented(94, 94, "shorter, and close to 95 %."),
}

TESTS = {
    "Fisher": Documented(5, 5, "never above 5 %, and about half of it with few people."),
    "Fisher, mid-p": Documented(8, 6, "5 % on average, but above it at some rates with few."),
    "chi-squared": Documented(8, 6, "the two standard deviations: 5 % on average, not everywhere."),
    "binomial": Documented(5, 5, "never above 5 %."),
    "binomial, mid-p": Documented(9, 7, "5 % on average; up to 9 with few people."),
    "rate ratio": Documented(5, 5, "never above 5 %."),
    "rate ratio, mid-p": Documented(6, 6, "close to 5 %."),
    "Cochran-Armitage": Documented(7, 6, "close to 5 %, slightly above at some rates with few."),
    "Cochran-Mantel-Haenszel": Documented(6, 6, "close to 5 % even where all groups are tiny."),
    "exact conditional, pooled": Documented(5, 5, "never above 5 %."),
    "mid-p conditional, pooled": Documented(7, 6, "close to 5 %."),
    "Breslow-Day-Tarone": Documented(8, 6, "close to 5 %; up to 7 where all groups are tiny."),
}
