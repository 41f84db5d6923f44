import datetime as dt

import polars as pl

from analytics.checks.movements import CheckedMovements
from analytics.checks.wholes import CheckedWholes
from analytics.movement_contradictions import Impossible
from analytics.movements import Movements
from analytics.periods import Period
from reports.check_movement_words import movement_rows, people_rows, share_rows

YEARS = {"period_start": dt.date(2019, 4, 1), "period_end": dt.date(2020, 3, 31)}
ROLE = {"unit": "Force", "role": "Officer", **YEARS, "direction": "left"}
OWN = Movements("Force", "Officer", "sex", {"Female": "group"})
BEFORE = Period(dt.date(2018, 4, 1), dt.date(2019, 3, 31))
YEAR = Period(*YEARS.values())


def _found(**parts: object) -> CheckedMovements:
    none = {"totals": pl.DataFrame(), "apart": pl.DataFrame(), "impossible": (), "reasons": ()}
    return CheckedMovements(**(none | parts), looked_at={})  # type: ignore[arg-type]


def _told(found: CheckedMovements) -> list[tuple[object, ...]]:
    names = ("check", "subject", "finding", "contradiction")
    return [tuple(row[name] for name in names) for row in movement_rows(found)]


def test_a_printed_total_stands_beside_its_parts() -> None:
    row = ROLE | {"characteristic": "sex", "printed_total": 955, "parts": [1000, 215]}
    totals = pl.DataFrame([row | {"people": 1215, "source": "paragraph 29"}])
    words = "2019-20, left by sex: 955 is printed as the total, but 1,000 + 215 = 1,215"
    assert _told(_found(totals=totals)) == [("totals", "Force, Officer", words, True)]
    assert next(movement_rows(_found(totals=totals)))["place"] == "paragraph 29"


def test_characteristics_that_count_other_people_are_listed() -> None:
    row = ROLE | {"characteristic": ["ethnicity", "sex"], "people": [884, 1889]}
    words = "2019-20, left: there are 884 by ethnicity and 1,889 by sex"
    found = _found(apart=pl.DataFrame([row]))
    assert _told(found) == [("totals", "Force, Officer", words, True)]


def test_periods_that_contradict_others_are_told_with_the_others() -> None:
    unlike = Impossible(OWN, "left", "Female", YEAR, 6, 5, {YEAR: 1, BEFORE: -1})
    negative = Impossible(OWN, "left", "Female", BEFORE, None, -3, {YEAR: 1, BEFORE: -1})
    told = [words for _, _, words, _ in _told(_found(impossible=(unlike, negative)))]
    assert told == [
        "2019-20, left: 6 women, but 2019-20 less 2018-19 gives 5",
        "2018-19, left: 2019-20 less 2018-19 gives -3 women, which cannot be",
    ]


def test_a_reason_is_told_with_all_who_left() -> None:
    row = {"unit": "Force", "role": "Officer", "characteristic": "sex", "group": "Female"}
    row |= {"reason": "dismissed", "period": "2019-20", "people": 2, "leavers": 1}
    words = "2019-20: 2 women dismissed, but 1 left"
    assert _told(_found(reasons=(row,))) == [("reasons", "Force, Officer", words, True)]


def test_wholes_are_told_by_their_date() -> None:
    whole = {"area": "City", "as_at": dt.date(2024, 1, 2), "characteristic": "sex"}
    [over] = share_rows(pl.DataFrame([whole | {"share_pct": 102.5}]))
    assert (over["subject"], over["finding"]) == (
        "City",
        "2 January 2024: the shares by sex make 102.5%",
    )


def test_people_of_one_whole_are_told_with_what_they_are_counted_by() -> None:
    whole = {"unit": "Force", "role": "Officer", "as_at": dt.date(2024, 1, 2)}
    apart = {"characteristic": ["all", "sex"], "people": [1200, 1100]}
    more = {"characteristic": "sex", "people": 1, "everybody": 0}
    told = people_rows(
        CheckedWholes(pl.DataFrame([whole | apart]), pl.DataFrame([whole | more]), 2)
    )
    assert [(row["subject"], row["characteristic"], row["finding"]) for row in told] == [
        ("Force, Officer", None, "2 January 2024: there are 1,200 in all and 1,100 by sex"),
        ("Force, Officer", "sex", "2 January 2024: 1 person by sex, but 0 in all"),
    ]
