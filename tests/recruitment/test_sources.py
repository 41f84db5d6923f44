import datetime as dt

import polars as pl
import pytest

from recruitment.studies.sources import as_at_of, source_of

JUNE = dt.date(2020, 6, 15)


def _listed(*sources: tuple[str | None, str]) -> pl.DataFrame:
    return pl.DataFrame(sources, schema=["document", "source"], orient="row")


def test_a_document_is_named_once_with_its_places() -> None:
    listed = _listed(("Report", "r, paragraph 4"), ("Minutes", "m"), ("Report", "r, paragraph 8"))
    assert source_of(listed) == "Report: paragraph 4; paragraph 8. Minutes"


def test_a_place_is_named_once() -> None:
    listed = _listed(("Report", "r, paragraph 5"), ("Report", "r, paragraph 5"))
    assert source_of(listed) == "Report: paragraph 5"


def test_a_source_that_is_no_known_document_is_named_as_it_stands() -> None:
    assert source_of(_listed((None, "HR extract, May"), (None, "HR extract, June"))) == (
        "HR extract, May. HR extract, June"
    )


@pytest.mark.parametrize(
    ("dates", "shown"),
    [([JUNE, JUNE], "2020-06-15"), ([JUNE, None], "2020-06-15"), ([None], None), ([], None)],
)
def test_one_date_stands_for_all_campaigns(dates: list[dt.date | None], shown: str | None) -> None:
    assert as_at_of(pl.DataFrame({"as_at": dates}, schema={"as_at": pl.Date})) == shown


def test_dates_that_differ_are_no_one_date() -> None:
    listed = pl.DataFrame({"as_at": [JUNE, dt.date(2020, 5, 31)]})
    assert as_at_of(listed) is None
