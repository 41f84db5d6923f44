"""What an import would make of a source, as a mapping file to change and give back."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from recruitment.errors import DataError
from recruitment.ingest.asked import Asked
from recruitment.ingest.layouts.recognition import CANDIDATES, recognised
from recruitment.ingest.mapping.explaining import explained as as_toml
from recruitment.ingest.reading import kind_of, mapping_at
from recruitment.studies.imports.clusters import cluster_of
from reports.visible import visible

if TYPE_CHECKING:
    from recruitment.ingest.candidates.columns import Columns
    from recruitment.ingest.mapping.mapping import Mapping
    from recruitment.ingest.national.explaining import Explained
    from recruitment.studies.imports.request import Request


def explained(request: "Request", doing: Callable[[str], None]) -> str:
    """Return the mapping that an import of ``request`` would use, as TOML.

    Comments say what the source is taken for and, of candidates, which columns would be read. Of
    the words known without a mapping file, those in the source are shown; a word that is not known
    never is. Where the source cannot be understood, what is wrong stands there as comments, over
    all words that are known.

    Raises:
        UsageError: There is no such file, sheet or layout.
        StorageError: The source cannot be read.
    """
    mapping = mapping_at(request.mapping)
    doing(f"reading {request.path.name}")
    try:
        said, seen = _seen(request, mapping, doing)
    except DataError as error:
        lines = tuple(map(str, error.details)) or (str(error),)
        return _under(["This source cannot be understood yet:", *lines], as_toml(mapping))
    return _under(said, as_toml(mapping, seen))


def _under(comments: list[str], toml: str) -> str:
    return "".join(f"# {visible(line)}\n" for line in comments) + f"\n{toml}"


def _seen(
    request: "Request", mapping: "Mapping", doing: Callable[[str], None]
) -> tuple[list[str], set[str]]:
    """Return what the source is taken for, and the words in it."""
    if (cluster := cluster_of(request)) is not None:
        from recruitment.ingest.national.spark.counting import words_on_cluster

        asked = Asked(layout=request.layout, memory_limit=request.memory_limit)
        return _of_campaigns(words_on_cluster(cluster, mapping, asked, doing))
    name = request.path.name
    kind = kind_of(request.path, mapping, request.layout)
    if kind == "campaigns":
        return _seen_of_campaigns(request, mapping)
    if kind == "table":
        from recruitment.ingest.sources import read_source

        source = read_source(request.path, sheet=request.sheet)
        layout = recognised(source, mapping, request.layout)
        if layout != CANDIDATES:
            texts = {cell for sheet in source.sheets for row in sheet.rows for cell in row}
            return [f"{name} is read as {layout}."], texts
    return _seen_of_candidates(request, mapping)


def _seen_of_campaigns(request: "Request", mapping: "Mapping") -> tuple[list[str], set[str]]:
    from recruitment.ingest.national.explaining import words_of_campaigns

    return _of_campaigns(
        words_of_campaigns(request.path, mapping, request.layout, request.memory_limit)
    )


def _of_campaigns(found: "Explained") -> tuple[list[str], set[str]]:
    said = [f"{found.called} is read as candidates of campaigns. These columns would be read:"]
    if found.columns.campaign_heading is not None:
        said.append(f"  {found.columns.campaign_heading}: the campaign")
    own = found.columns.columns
    said += [f"  {line}" for line in _columns(own)]
    headings = {own.candidate_heading, found.columns.campaign_heading or ""}
    return said, headings | {column.heading for column in own.read} | found.words


def _seen_of_candidates(request: "Request", mapping: "Mapping") -> tuple[list[str], set[str]]:
    from recruitment.ingest.candidates.exports import opened
    from recruitment.ingest.candidates.meanings import words_in

    with opened(
        request.path,
        mapping,
        layout=request.layout,
        sheet=request.sheet,
        memory_limit=request.memory_limit,
    ) as export:
        said = [f"{export.file} is read as candidates. These columns would be read, and no other:"]
        said += [f"  {line}" for line in _columns(export.columns)]
        headings = {column.heading for column in export.columns.read}
        return said, {export.columns.candidate_heading, *headings, *words_in(export)}


def _columns(columns: "Columns") -> Iterator[str]:
    yield f"{columns.candidate_heading}: the key that candidates are counted by"
    if columns.person is not None:
        yield f"column {columns.person + 1}: who may have applied more than once"
    for column in columns.read:
        what = f"date of {column.subject}" if column.role == "date" else column.subject
        yield f"{column.heading}: {what or column.role}"
