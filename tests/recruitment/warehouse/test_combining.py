from pathlib import Path

from recruitment import published
from recruitment.warehouse import change, open_warehouse
from tests.recruitment.warehouse.made import empty, with_counts

OWN_LE19 = """
    INSERT INTO characteristics VALUES ('sex', NULL);
    INSERT INTO categories VALUES ('sex', 'Female', 'group', 1);
    INSERT INTO campaigns (campaign, title, source) VALUES ('le19', 'Ours', 'own.csv');
    INSERT INTO stages VALUES ('le19', 'Sift', 1);
    INSERT INTO stage_counts VALUES ('le19', 'Sift', 'entered', 'sex', 'Female', 7);
"""


def test_own_campaigns_stand_beside_the_published_ones(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    with open_warehouse(path, with_published=True) as con:
        codes = {code for (code,) in con.execute("SELECT campaign FROM campaigns").fetchall()}
    with open_warehouse() as con:
        known = {code for (code,) in con.execute("SELECT campaign FROM campaigns").fetchall()}
    assert codes == {"NEW", *known}


def test_the_published_figures_are_all_there_beside_an_empty_warehouse(tmp_path: Path) -> None:
    tables = [table for files in published.FILES.values() for table in files]
    path = empty(tmp_path)
    with (
        open_warehouse(path, published.ALL, with_published=True) as both,
        open_warehouse(subjects=published.ALL) as alone,
    ):
        for table in (*tables, "stage_counts", "corrections"):
            assert both.table(table).fetchall() == alone.table(table).fetchall(), table


def test_an_own_campaign_stands_in_for_the_published_one_of_its_code(tmp_path: Path) -> None:
    path = empty(tmp_path)
    with change(path) as con:
        con.execute(OWN_LE19)
    said: list[str] = []
    with open_warehouse(path, published.ALL, with_published=True, tell=said.append) as con:
        for table in ("campaigns", "stages", "stage_counts", "printed_stage_rows"):
            codes = {row[0] for row in con.table(table).fetchall()}
            assert "LE19" not in codes, table
            assert "LE19a" in codes, table
        assert con.execute("SELECT title FROM campaigns WHERE campaign = 'le19'").fetchall() == [
            ("Ours",)
        ]
    assert said == [
        "LE19 is the one in own.duckdb; the published campaign of that code is left out"
    ]


def test_an_own_row_stands_for_the_published_one_of_its_key(tmp_path: Path) -> None:
    path = empty(tmp_path)
    with change(path) as con:
        con.execute(
            """
            INSERT INTO characteristics VALUES ('ethnicity', NULL);
            INSERT INTO categories VALUES ('ethnicity', 'BAME', 'part', 9);
            """
        )
    with open_warehouse(path, with_published=True) as con:
        kinds = "SELECT category, kind FROM categories WHERE characteristic = 'ethnicity'"
        assert sorted(con.execute(kinds).fetchall()) == [
            ("BAME", "part"),
            ("Not stated", "not stated"),
            ("White", "comparator"),
        ]


def test_a_short_name_of_an_area_goes_to_the_own_one(tmp_path: Path) -> None:
    path = empty(tmp_path)
    with open_warehouse(subjects=published.ALL) as con:
        area, name = con.execute(
            "SELECT area, also_called FROM areas WHERE also_called IS NOT NULL"
        ).fetchall()[0]
    with change(path) as con:
        con.execute("INSERT INTO areas VALUES ('Our city', $name)", {"name": name})
    with open_warehouse(path, published.ALL, with_published=True) as con:
        areas = dict(con.execute("SELECT area, also_called FROM areas").fetchall())
    assert (areas["Our city"], areas[area]) == (name, None)


def test_the_warehouse_itself_stays_as_it_is(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    before = path.read_bytes()
    with open_warehouse(path, with_published=True) as con:
        con.execute("DELETE FROM corrections; DELETE FROM stage_counts")
    assert path.read_bytes() == before
