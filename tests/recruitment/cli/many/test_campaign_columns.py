"""What a column of campaigns says: codes that are none, look alike, or are said of by options."""

from pathlib import Path

import polars as pl
import pytest

from recruitment.cli.main import run
from recruitment.warehouse import open_warehouse
from tests.recruitment.cli.importing import import_into
from tests.recruitment.cli.many.rows import BOTH, FIRST, SECOND, kept, refused, rows, written

SEVERAL = "3: recruit: src spells one campaign in several ways: "


def _of(*campaigns: str | None) -> pl.DataFrame:
    parts = [FIRST.with_columns(Campaign=pl.lit(each, pl.String)) for each in campaigns]
    return pl.concat(parts)


def _campaigns(db: Path) -> list[tuple[object, ...]]:
    with open_warehouse(db) as con:
        return con.table("campaigns").select("campaign", "title").order("ALL").fetchall()


@pytest.mark.parametrize("blank", [None, "", "  ", "\u00a0", "\u200b"])
@pytest.mark.parametrize("more", [(), ("--campaign", "LE30")])
def test_rows_that_name_no_campaign_are_refused(
    tmp_path: Path,
    db: Path,
    capsys: pytest.CaptureFixture[str],
    blank: str | None,
    more: tuple[str, ...],
) -> None:
    # With an option, the campaign of all rows could be meant; without a code they are none's.
    campaigns = [blank] if more else ["LE25", blank]
    source = written(tmp_path / "src", {"a.parquet": _of(*campaigns)})
    assert refused(db, source, capsys, *more) == (
        "3: recruit: src, column Campaign: 16 rows name no campaign; every row must name one; "
        "nothing was imported"
    )


def test_rows_of_furthest_stages_have_to_name_a_campaign_too(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    furthest = _of("LE25", " ").filter(pl.col("Stage") == "Application")
    source = written(tmp_path / "src", {"a.parquet": furthest.rename({"Stage": "Furthest stage"})})
    assert refused(db, source, capsys, "--campaign", "LE25") == (
        "3: recruit: src, column Campaign: 12 rows name no campaign; every row must name one; "
        "nothing was imported"
    )


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("le25", "“LE25”, “le25”"),
        ("LE25 ", "“LE25”, “LE25 ”"),
        ("\u00a0LE25", "“LE25”, “ LE25”"),
        ("LE25\u200b", "“LE25”, “LE25[U+200B]”"),
        ("\uff2c\uff25\uff12\uff15", "“LE25”, “\uff2c\uff25\uff12\uff15”"),
    ],
)
@pytest.mark.parametrize("more", [(), ("--campaign", "LE25")])
def test_what_looks_like_one_campaign_is_not_silently_two(
    tmp_path: Path,
    db: Path,
    capsys: pytest.CaptureFixture[str],
    other: str,
    told: str,
    more: tuple[str, ...],
) -> None:
    source = written(tmp_path / "src", {"a.parquet": FIRST, "b.parquet": _of(other)})
    assert refused(db, source, capsys, *more).startswith(f"{SEVERAL}{told}; use one")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("x" * 41, "a code has 1 to 40 characters, such as LE25"),
        ("a\x1b[31mb", "“a[U+001B][31mb” holds U+001B, which cannot be seen; delete it"),
        ("\u202eLE", "“[U+202E]LE” holds U+202E, which cannot be seen; delete it"),
        ("LE2\u0415", "has U+0415, CYRILLIC CAPITAL LETTER IE, among Latin letters"),
    ],
)
def test_a_campaign_that_is_no_code_is_refused(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str], code: str, told: str
) -> None:
    source = written(tmp_path / "src", {"a.parquet": FIRST, "b.parquet": _of(code)})
    said = refused(db, source, capsys)
    assert said.startswith("3: recruit: src, the campaign ")
    assert told in said


def test_codes_that_look_like_paths_or_formulas_are_texts(tmp_path: Path, db: Path) -> None:
    codes = ["../../etc/x", "<script>", "=1+1", "été; DROP TABLE campaigns"]
    source = written(tmp_path / "src", {"a.parquet": _of(*codes)})
    assert import_into(db, str(source)) == 0
    assert _campaigns(db) == sorted((code, code) for code in codes)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--title", "Same"), "holds 2 campaigns; name one with --campaign, or leave out --title"),
        (
            ("--opened", "2025-04-01", "--closed", "2025-05-01", "--as-at", "2025-06-01"),
            "leave out --opened --closed --as-at",
        ),
        (("--submitted", "90", "--withdrawn", "9", "--route", "PC"), "leave out --route --submi"),
        (("--campaign", "LE27"), "src has no campaign 'LE27'; did you mean LE26?"),
    ],
)
def test_what_is_said_of_one_campaign_is_not_said_of_all(
    tmp_path: Path,
    db: Path,
    capsys: pytest.CaptureFixture[str],
    more: tuple[str, ...],
    told: str,
) -> None:
    source = written(tmp_path / "src", {"a.parquet": BOTH})
    said = refused(db, source, capsys, *more)
    assert said.startswith("2: ")
    assert told in said


def test_one_of_several_is_imported_with_what_is_said_of_it(tmp_path: Path, db: Path) -> None:
    source = written(tmp_path / "src", {"a.parquet": BOTH})
    assert import_into(db, str(source), "--campaign", "le26", "--title", "Own") == 0
    assert _campaigns(db) == [("le26", "Own")]


def test_a_campaign_that_would_change_is_replaced_only_where_that_is_asked(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = written(tmp_path / "src", {"a.parquet": BOTH})
    assert import_into(db, str(source)) == 0
    of_both = kept(db)
    written(source, {"a.parquet": pl.concat([FIRST, rows("LE26", people=9)])})
    told = refused(db, source, capsys)
    assert told.startswith("2: recruit: LE26 is in the warehouse already, and would change; add")
    assert import_into(db, str(source), "--replace") == 0
    assert kept(db) != of_both
    assert "Replaced: LE25 and LE26" in capsys.readouterr().out
    assert run(["check", "--db", str(db)]) == 0


def test_what_was_imported_together_is_removed_one_by_one(tmp_path: Path, db: Path) -> None:
    assert import_into(db, str(written(tmp_path / "src", {"a.parquet": BOTH}))) == 0
    assert run(["remove", "--db", str(db), "--campaign", "LE26"]) == 0
    assert _campaigns(db) == [("LE25", "LE25")]
    assert {each[0] for each in kept(db)} == {"LE25"}


def test_a_mapping_names_the_column_of_campaigns(tmp_path: Path, db: Path) -> None:
    mapping = tmp_path / "words.toml"
    mapping.write_text('[columns]\n"campaign" = ["wave"]\n"ignored" = ["campaign"]\n')
    waves = {"a.parquet": BOTH.rename({"Campaign": "Wave"}).with_columns(Campaign=pl.lit("no"))}
    source = str(written(tmp_path / "src", waves))
    assert import_into(db, source, "--mapping", str(mapping)) == 0
    assert [code for code, _ in _campaigns(db)] == ["LE25", "LE26"]


def test_a_campaign_of_drafts_alone_is_left_out_and_told(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drafts = SECOND.with_columns(Outcome=pl.lit("Draft"))
    source = written(tmp_path / "src", {"a.parquet": FIRST, "b.parquet": drafts})
    assert import_into(db, str(source), "--format", "json") == 0
    assert "Campaign LE26 was left out: it has drafts and dup" in capsys.readouterr().out
    assert [code for code, _ in _campaigns(db)] == ["LE25"]
