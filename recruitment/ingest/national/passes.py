"""The passes of an engine over the rows of a source: counts, and what became of candidates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruitment.ingest.candidates.codes import stages_in
from recruitment.ingest.candidates.texts import MOST_TEXTS
from recruitment.ingest.faults import Fault, Place, SourceRefused
from recruitment.ingest.national.engines import CAMPAIGN, Marks, Rows, StageColumns
from recruitment.ingest.national.marks import StageMarks, answer_marks, stage_marks
from recruitment.ingest.national.packing import MOST_GROUPS, MOST_GROUPS_OF_TEXT, packed

if TYPE_CHECKING:
    import polars as pl

    from recruitment.ingest.mapping.mapping import Mapping

# How different the texts of each column are is told by so many rows.
FIRST_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Passes:
    """What was counted, by names of `StageColumns`; every frame has the column of campaigns.

    Attributes:
        by: The columns of answers that each pass counted by.
        frames: What it counted.
    """

    by: tuple[tuple[str, ...], ...]
    frames: "tuple[pl.DataFrame, ...]"

    def texts(self, name: str) -> "pl.DataFrame":
        """Return in how many rows of each campaign each text stands in a column."""
        import polars as pl

        frame = next(each for each in self.frames if name in each.columns)
        return frame.group_by(CAMPAIGN, name, maintain_order=True).agg(pl.col("candidates").sum())


def counted_in_passes(
    rows: Rows, columns: StageColumns, crosses: Sequence[tuple[str, ...]]
) -> Passes:
    """Have the engine count, in as many passes as are fastest.

    Args:
        rows: The rows.
        columns: Those that are read.
        crosses: Characteristics that are counted together, as the user names them.

    Raises:
        SourceRefused: A column has too many different texts to be what it was taken for.
    """
    places = list(columns.places)
    sample = rows.counts(places, first=FIRST_ROWS)
    sizes = {name: sample[name].n_unique() for name in places}
    _check_few(rows.called, columns, sizes)
    answers, cell = columns.named("answers"), _cell(columns)
    cells = sample.select(cell).n_unique()
    if rows.columnar and columns.campaign is not None:
        # A folder may hold one campaign, and the first rows be of that alone.
        pairs = sample.select(name for name in cell if name != CAMPAIGN).n_unique()
        cells = rows.counts([CAMPAIGN]).height * pairs
    own = {name: sizes[name] for name in answers}
    most = MOST_GROUPS if rows.columnar else MOST_GROUPS_OF_TEXT
    by = packed(own, cells, _together(columns, crosses), most)
    frames = tuple(_with_campaign(rows.counts([*cell, *each])) for each in by)
    passes = Passes(tuple(by), frames)
    _check_few(
        rows.called, columns, {name: passes.texts(name)[name].n_unique() for name in answers}
    )
    return passes


def candidate_histories(
    rows: Rows, columns: StageColumns, passes: Passes, mapping: "Mapping"
) -> "tuple[StageMarks, pl.DataFrame]":
    """Return what became of the candidates of each campaign, and what the bits of it stand for.

    Raises:
        DataError: There is too much to look for contradictions in.
    """
    import polars as pl

    names = columns.named("stage") + columns.named("outcome")
    texts = tuple(dict.fromkeys(passes.texts(name)[name], 0) for name in columns.texts)
    stages = stages_in(columns.columns.read, texts, mapping)
    pairs = passes.frames[0].select(names).unique()
    bits, frame = stage_marks(pairs, columns, mapping, stages)
    known = dict(zip(columns.texts, texts, strict=True))
    answers = {name: list(known[name]) for name in columns.named("answers")}
    packs = answer_marks(answers, columns, mapping)
    candidates = _at_fullest_stages(passes.frames[0], columns)
    found = [rows.histories(Marks(frame, pack, candidates)) for pack in packs]
    # The first pack tells the ways; of the others it matters alone that answers change.
    others = [each.filter("changing")[CAMPAIGN] for each in found[1:]]
    changing = set(pl.concat(others)) if others else set()
    whole = found[0].with_columns(
        changing=pl.col("changing") | pl.col(CAMPAIGN).is_in(list(changing))
    )
    return bits, whole


def _at_fullest_stages(frame: "pl.DataFrame", columns: StageColumns) -> int:
    import polars as pl

    rows = frame.group_by(CAMPAIGN, *columns.named("stage")).agg(pl.col("candidates").sum())
    return int(rows.group_by(CAMPAIGN).agg(pl.col("candidates").max())["candidates"].sum())


def _cell(columns: StageColumns) -> list[str]:
    campaign = [] if columns.campaign is None else [CAMPAIGN]
    return campaign + columns.named("stage") + columns.named("outcome")


def _with_campaign(frame: "pl.DataFrame") -> "pl.DataFrame":
    import polars as pl

    return frame if CAMPAIGN in frame.columns else frame.with_columns(pl.lit("").alias(CAMPAIGN))


def _together(columns: StageColumns, crosses: Sequence[tuple[str, ...]]) -> list[set[str]]:
    # A part that is not there is told where crosses are made; one may be another in more detail.
    subjects = {column.subject: name for name, column in columns.texts.items()}
    found = []
    for cross in crosses:
        wanted = {"_".join(part.casefold().split()) for part in cross}
        found.append({name for subject, name in subjects.items() if subject in wanted})
    return found


def _check_few(called: str, columns: StageColumns, sizes: dict[str, int]) -> None:
    faults = [
        Fault(
            Place(called, column=columns.texts[name].heading),
            f"over {MOST_TEXTS:,} different texts; is it the right column? It was taken for "
            f"{columns.texts[name].subject or columns.texts[name].role}; say in the mapping which "
            "one is",
        )
        for name, size in sizes.items()
        if name != CAMPAIGN and size > MOST_TEXTS
    ]
    if faults:
        raise SourceRefused(called, faults)
