"""The counts of one export of candidates, from the file to the numbers that are kept."""

from collections.abc import Callable, Sequence
from pathlib import Path

from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.candidates.contradictions import contradictions
from recruitment.ingest.candidates.exports import Export, opened
from recruitment.ingest.candidates.keys import check_keys
from recruitment.ingest.candidates.margins import crossed, margins
from recruitment.ingest.candidates.meanings import meanings_of
from recruitment.ingest.candidates.notes import notes
from recruitment.ingest.candidates.stage_outcomes import outcomes_at_stages
from recruitment.ingest.candidates.unchanged import seen
from recruitment.ingest.candidates.unvisited import unvisited_stages, with_unvisited
from recruitment.ingest.candidates.ways import ways_of, with_answers
from recruitment.ingest.frames import PRINTED, TOTALS, frame
from recruitment.ingest.mapping.mapping import Mapping


def count_candidates(  # noqa: PLR0913 - what a user may say about one export
    path: Path,
    mapping: Mapping,
    *,
    layout: str | None = None,
    sheet: str | None = None,
    crosses: Sequence[tuple[str, ...]] = (),
    memory_limit: str | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> CampaignCounts:
    """Return the counts of the campaign whose candidates are in the file at ``path``.

    Candidates are counted by their key, once at each stage; applications, where a key of people is
    there too. No row about a person leaves DuckDB's memory, and no column but those needed is read.

    Args:
        path: Separated values, Parquet, or a workbook.
        mapping: What headings and texts mean.
        layout: One of the three layouts of candidates, by name; None to tell by headings and keys.
        sheet: The sheet of a workbook; None for the only one with candidates.
        crosses: Characteristics to count together, such as ``("ethnicity", "sex")``.
        memory_limit: As DuckDB writes it, such as ``2GB``; what needs more goes to disk, encrypted.
        progress: Is told what is done, as it begins.

    Raises:
        SourceRefused: Columns or texts cannot be understood; every fault is listed.
        DataError: The file cannot be counted, or changed meanwhile.
        UsageError: There is no such file, sheet, layout, characteristic or memory limit.
        StorageError: The file cannot be reached, or the disk is full.
    """
    progress("finding the columns")
    before = seen(path)
    with opened(path, mapping, layout=layout, sheet=sheet, memory_limit=memory_limit) as export:
        counts = counts_of(export, mapping, crosses, progress)
        before.check(export.sha256)
    return counts


def counts_of(
    export: Export,
    mapping: Mapping,
    crosses: Sequence[tuple[str, ...]],
    progress: Callable[[str], None],
) -> CampaignCounts:
    """Return the counts of an opened export, as `count_candidates` does."""
    import polars as pl

    progress("looking up what the answers mean")
    meanings = meanings_of(export, mapping)
    own = [each for answers in meanings.answers for each in answers.characteristics]
    together = crossed(crosses, own)
    progress("counting candidates")
    ways = ways_of(export, meanings)
    check_keys(export, meanings, ways)
    known = bool(export.columns.of("outcome"))
    at_stages = outcomes_at_stages(
        with_answers(ways, meanings),
        meanings.stages,
        ways.layout,
        one_row=ways.one_row,
        known=known,
    )
    unvisited = unvisited_stages(meanings.stages, ways, export.columns, mapping)
    whole, stages = with_unvisited(at_stages, meanings.stages, unvisited.counted, mapping)
    alone = whole.with_columns(campaign=pl.lit(""))
    progress("checking what only the rows can show")
    return CampaignCounts(
        layout=ways.layout,
        campaign=None,
        stages=stages,
        characteristics=(*own, *together),
        counts=margins(alone, stages, meanings, together, known=known).drop("campaign"),
        totals=frame(TOTALS, []),
        printed=frame(PRINTED, []),
        rows_read=meanings.rows,
        notes=notes(export, meanings, ways, unvisited),
        contradictions=contradictions(export, meanings, ways),
        sha256=export.sha256,
    )
