"""Who counts the rows of a source: this machine, or a cluster that the user names."""

from typing import TYPE_CHECKING

from recruitment.errors import UsageError
from recruitment.ingest.asked import OnCluster
from recruitment.ingest.candidates.layouts import ROW_PER_STAGE, asked_for

if TYPE_CHECKING:
    from recruitment.studies.imports.request import Request

SPARK = "spark"


def cluster_of(request: "Request") -> OnCluster | None:
    """Return the cluster that is to count, None for this machine.

    Raises:
        UsageError: Only one of engine and master is given, or Spark does not do what is asked for.
    """
    if request.engine != SPARK:
        if request.master is not None:
            raise UsageError("--master is for --engine spark; add that, or leave --master out")
        return None
    if request.master is None:
        raise UsageError(
            "--engine spark needs to know where Spark runs; add --master, such as local[4] or "
            "spark://HOST:7077"
        )
    if request.sheet is not None:
        raise UsageError("--engine spark reads no workbooks; leave --sheet out")
    if request.layout is not None and _is_other(request.layout):
        raise UsageError(
            "--engine spark counts candidates with a row for each stage; leave --layout out, or "
            "import without --engine spark"
        )
    return OnCluster(request.typed or str(request.path), request.master)


def _is_other(layout: str) -> bool:
    try:
        return asked_for(layout) not in {None, ROW_PER_STAGE}
    except UsageError:
        # A layout of tables of counts, or none at all.
        return True
