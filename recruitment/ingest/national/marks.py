"""A bit for each text that counts, so that an engine can put the rows of a candidate together."""

from collections.abc import Mapping as ReadOnly
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruitment.errors import DataError
from recruitment.ingest.candidates.codes import codes_of
from recruitment.ingest.candidates.stage_outcomes import STATED
from recruitment.ingest.faults import NOTHING_IMPORTED
from recruitment.ingest.mapping.lookup import category_of, word
from recruitment.ingest.mapping.roll_up import refinements
from recruitment.ingest.national.engines import StageColumns
from recruitment.ingest.recognition.vocabulary import NOT_STATED

if TYPE_CHECKING:
    import polars as pl

    from recruitment.ingest.mapping.mapping import Mapping

# A whole number has so many bits beside its sign.
MOST_BITS = 63
# What becomes of a row with such a text in place of an outcome: it is no row of a stage.
LEFT_OUT = frozenset({"ignored", "not entered"})
OUTCOMES = (*STATED, "")


@dataclass(frozen=True, slots=True)
class StageMarks:
    """Which bit stands for which stage and outcome.

    Attributes:
        bits: By stage and outcome; an outcome that is blank is empty.
    """

    bits: ReadOnly[tuple[str, str], int]

    def ways(self, histories: "pl.DataFrame", stages: Sequence[str]) -> "pl.DataFrame":
        """Return how many candidates went each way, as `queries.candidates.candidate_paths` does.

        Beside it, the campaign, and what is wrong with keys.

        Args:
            histories: Of campaigns that have the same stages.
            stages: Those of the campaign, first to last; bit k of a way is for the k-th of them.
        """
        import polars as pl

        def way(outcomes: Sequence[str]) -> pl.Expr:
            parts = [
                pl.when((pl.col("marks") & self.bits[stage, outcome]) != 0)
                .then(1 << place)
                .otherwise(0)
                for place, stage in enumerate(stages)
                for outcome in outcomes
                if (stage, outcome) in self.bits
            ]
            return reduce_or(parts)

        own = {outcome or "blank": way([outcome]) for outcome in OUTCOMES}
        changing = pl.when("changing").then("candidates").otherwise(0)
        return histories.select(
            *("campaign", "again", "plain"),
            reached=way(OUTCOMES),
            **own,
            disordered=pl.lit(0, pl.Int64),
            candidates="candidates",
            entries="entries",
            changing=changing,
        )


def reduce_or(parts: "Sequence[pl.Expr]") -> "pl.Expr":
    """Return the bits of all ``parts`` together; 0 for none."""
    import polars as pl

    found = pl.lit(0, pl.Int64)
    for part in parts:
        found = found | part.cast(pl.Int64)
    return found


def stage_marks(
    pairs: "pl.DataFrame", columns: StageColumns, mapping: "Mapping", stages: tuple[str, ...]
) -> "tuple[StageMarks, pl.DataFrame]":
    """Return the bits of stages and outcomes, and the bit of each pair of texts that counts.

    Args:
        pairs: The pairs of texts that occur, in the columns of stage and outcome.
        columns: Those that are read.
        mapping: What the texts mean.
        stages: All that occur in the source.

    Raises:
        DataError: There are more than a number has bits.
    """
    meanings = {
        name: codes_of(column, dict.fromkeys(pairs[name], 0), mapping, stages, None)
        for name, column in columns.texts.items()
        if name in pairs.columns
    }
    [stage_name], outcome_names = columns.named("stage"), columns.named("outcome")
    bits: dict[tuple[str, str], int] = {}
    found = []
    for row in pairs.sort(pairs.columns).iter_rows(named=True):
        stage = meanings[stage_name].get(row[stage_name])
        outcome = meanings[outcome_names[0]].get(row[outcome_names[0]]) if outcome_names else ""
        if isinstance(stage, int) and isinstance(outcome, str) and outcome not in LEFT_OUT:
            meant = (stages[stage.bit_length() - 1], outcome)
            bits.setdefault(meant, 1 << len(bits))
            found.append({**row, "mark": bits[meant]})
    check_bits(len(bits), "stages and outcomes")
    return StageMarks(bits), _frame(found, pairs.columns)


def answer_marks(
    texts: "ReadOnly[str, Sequence[str]]", columns: StageColumns, mapping: "Mapping"
) -> "list[dict[str, pl.DataFrame]]":
    """Return a bit for each text of each column of answers; texts that mean the same share one.

    Columns that have more meanings together than a number has bits come apart, to be looked at one
    after the other.

    Args:
        texts: By column, the texts that occur.
        columns: Those that are read.
        mapping: What the texts mean.

    Raises:
        DataError: One column has too many alone.
    """
    packs: list[dict[str, pl.DataFrame]] = []
    start = MOST_BITS
    for name, own in texts.items():
        meant = {text: _meaning(text, columns.texts[name].subject, mapping) for text in own}
        codes = {meaning: code for code, meaning in enumerate(dict.fromkeys(meant.values()))}
        check_bits(len(codes), f"answers under “{columns.texts[name].heading}”")
        if start + len(codes) > MOST_BITS:
            packs.append({})
            start = 0
        rows = [{"text": text, "mark": 1 << (start + codes[each])} for text, each in meant.items()]
        packs[-1][name] = _frame(rows, ["text"])
        start += len(codes)
    return packs


def _meaning(text: str, subject: str, mapping: "Mapping") -> tuple[str | None, ...]:
    asked = mapping.characteristics[subject]
    if word(text) == "":
        return (NOT_STATED,)
    own = category_of(asked, text)
    if own == NOT_STATED:
        return (NOT_STATED,)
    return (own, *(category_of(each, text) for each in refinements(mapping, subject)))


def check_bits(number: int, what: str) -> None:
    """Refuse more than a number has bits.

    Raises:
        DataError: There are.
    """
    if number > MOST_BITS:
        raise DataError(
            f"{number:,} different {what} are too many to look for contradictions in; say in the "
            f"mapping which columns are ignored; {NOTHING_IMPORTED}"
        )


def _frame(rows: list[dict[str, object]], texts: Sequence[str]) -> "pl.DataFrame":
    import polars as pl

    schema = {**dict.fromkeys(texts, pl.String), "mark": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")
