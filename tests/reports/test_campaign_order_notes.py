import datetime as dt

import polars as pl

from reports import campaign_order_notes

DAY = dt.date(2020, 1, 1)


def test_campaigns_without_dates_are_in_no_overlap() -> None:
    chosen = pl.DataFrame(
        {"campaign": ["A", "B"], "route": ["R", None], "opened": [DAY, None], "closed": [None, DAY]}
    )
    assert list(campaign_order_notes.on_campaigns(chosen))[1:] == [
        "No opening date is known of B, last in that order."
    ]
