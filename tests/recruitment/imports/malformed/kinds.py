"""Every malformed file, by its kind."""

from tests.recruitment.imports.malformed import (
    archives,
    candidates,
    dates,
    encodings,
    headings,
    labels,
    lists,
    numbers,
    parquet,
    paths,
    quoting,
    stages,
    stores,
    tidy,
    workbooks,
)
from tests.recruitment.imports.malformed.case import Case

KINDS: dict[str, tuple[Case, ...]] = {
    "archives": archives.CASES,
    "candidates": candidates.CASES,
    "dates": dates.CASES,
    "encodings": encodings.CASES,
    "headings": headings.CASES,
    "labels": labels.CASES,
    "lists": lists.CASES,
    "numbers": numbers.CASES,
    "parquet": parquet.CASES,
    "paths": paths.CASES,
    "quoting": quoting.CASES,
    "stages": stages.CASES,
    "stores": stores.CASES,
    "tidy": tidy.CASES,
    "workbooks": workbooks.CASES,
}
