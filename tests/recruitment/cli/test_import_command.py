import json
from pathlib import Path

import pytest

from recruitment.cli.main import run

CANDIDATES = """\
Candidate ID,Stage,Status,Sex,Ethnic origin
1,Application,Passed,Female,Indian
1,Telephone interview,Failed,Female,Indian
2,Application,Failed,Male,White
3,Application,Pending,Male,White
"""
COUNTS = """\
stage,outcome,characteristic,category,candidates
Application,entered,sex,Female,40
Application,entered,sex,Male,60
Application,failed,sex,Female,10
Application,failed,sex,Male,20
Telephone interview,entered,sex,Female,30
Telephone interview,entered,sex,Male,{men}
"""
WORKFORCE = """\
unit,as_at,role,characteristic,category,headcount
Own Police,2025-03-31,Police officer,sex,Female,{women}
Own Police,2025-03-31,Police officer,sex,Male,60
"""


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "own.duckdb"
    assert run(["init", str(path)]) == 0
    return path


def _file(db: Path, name: str, text: str) -> str:
    path = db.with_name(name)
    path.write_text(text, encoding="utf-8")
    return str(path)


def _import(db: Path, source: str, *more: str) -> int:
    return run(["import", source, "--db", str(db), *more])


def test_candidates_are_counted_and_every_command_answers(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(db, "c.csv", CANDIDATES)
    assert _import(db, source, "--campaign", "LE25", "--cross", "ethnicity,sex") == 0
    assert "Imported: LE25" in capsys.readouterr().out
    for command in ("campaigns", "attrition", "check", "log"):
        assert run([command, "--db", str(db), "--format", "json"]) == 0
        assert "LE25" in capsys.readouterr().out
    assert run(["campaigns", "--db", str(db), "--with-published"]) == 0
    assert "LE19a" in capsys.readouterr().out


def test_a_cross_is_shown_when_it_is_named(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = _file(db, "c.csv", CANDIDATES)
    _import(db, source, "--campaign", "LE25", "--cross", "ethnicity,sex")
    capsys.readouterr()
    asked = ["attrition", "--db", str(db), "--format", "json"]
    assert run(asked) == 0
    plain = {row["characteristic"] for row in json.loads(capsys.readouterr().out)["stages"]}
    assert run([*asked, "--characteristic", "ethnicity,sex"]) == 0
    rows = json.loads(capsys.readouterr().out)["stages"]
    assert plain == {"ethnicity", "sex"}
    assert {row["group"] for row in rows} >= {"BAME, Female"}


def test_the_same_source_twice_changes_nothing(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(db, "c.csv", CANDIDATES)
    _import(db, source, "--campaign", "LE25")
    before = db.read_bytes()
    assert _import(db, source, "--campaign", "LE25") == 0
    assert "Unchanged: LE25" in capsys.readouterr().out
    assert db.read_bytes() == before


def test_other_counts_of_a_campaign_need_replace(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _import(db, _file(db, "c.csv", CANDIDATES), "--campaign", "LE25")
    other = _file(db, "n.csv", COUNTS.format(men=40))
    assert _import(db, other, "--campaign", "le25") == 2
    assert "add --replace" in capsys.readouterr().err
    assert _import(db, other, "--campaign", "le25", "--replace") == 0
    assert "Replaced: LE25" in capsys.readouterr().out


def test_contradictions_stop_the_import_unless_they_are_accepted(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(db, "n.csv", COUNTS.format(men=50))
    before = db.read_bytes()
    assert _import(db, source, "--campaign", "LE25") == 4
    assert "add --accept-contradictions" in capsys.readouterr().err
    assert db.read_bytes() == before
    assert _import(db, source, "--campaign", "LE25", "--accept-contradictions") == 0
    assert run(["check", "--db", str(db)]) == 0


def test_what_cannot_be_understood_is_listed_and_nothing_is_imported(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(db, "n.csv", COUNTS.format(men="<5").replace("20", "2.5"))
    before = db.read_bytes()
    assert _import(db, source, "--campaign", "LE25") == 3
    told = capsys.readouterr().err
    assert "2 faults; nothing was imported" in told
    assert "“<5” is suppressed" in told
    assert db.read_bytes() == before


def test_an_answer_that_is_not_known_is_masked(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(db, "c.csv", CANDIDATES.replace("Indian", "Zephyrian"))
    assert _import(db, source, "--campaign", "LE25") == 3
    told = capsys.readouterr()
    assert "text of 9 characters" in told.err
    assert "Zephyrian" not in told.out + told.err


def test_the_mapping_is_explained_and_nothing_imported(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(db, "c.csv", CANDIDATES)
    before = db.read_bytes()
    assert run(["import", source, "--explain"]) == 0
    text = capsys.readouterr().out
    assert "# Ethnic origin: ethnicity\n" in text
    assert '"BAME" = ["indian"]' in text
    mapping = _file(db, "mapping.toml", text)
    assert _import(db, source, "--mapping", mapping, "--campaign", "A", "--explain") == 0
    assert capsys.readouterr().out == text
    assert db.read_bytes() == before


def test_the_mapping_of_a_source_that_is_not_understood_says_why_and_quotes_nobody(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _import(db, _file(db, "e.csv", "a,b\n"), "--explain") == 0
    assert "# This source cannot be understood yet:\n# e.csv: no layout" in capsys.readouterr().out
    unknown = CANDIDATES.replace("Indian", "Zephyrian")
    assert _import(db, _file(db, "c.csv", unknown), "--explain") == 0
    assert "Zephyrian" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "add --campaign CODE"),
        (["--campaign", " "], "a code has 1 to 40 characters"),
        (["--campaign", "A", "--opened", "1/4/25"], "write it as 2025-04-01"),
        (["--campaign", "A", "--opened", "2025-05-01", "--closed", "2025-04-01"], "is after"),
        (["--campaign", "A", "--submitted", "2", "--withdrawn", "3"], "more than --submitted"),
        (["--campaign", "A", "--cross", "sex,ethnicity"], "leave --cross out"),
    ],
)
def test_what_is_said_of_a_campaign_must_be_possible(
    db: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    source = _file(db, "n.csv", COUNTS.format(men=40))
    assert _import(db, source, *arguments) == 2
    assert message in capsys.readouterr().err


def test_the_workforce_is_imported_replaced_and_removed(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = _file(db, "w.csv", WORKFORCE.format(women=40))
    second = _file(db, "w2.csv", WORKFORCE.format(women=41))
    assert _import(db, first) == 0
    assert _import(db, second) == 2
    assert _import(db, second, "--replace") == 0
    assert _import(db, second, "--campaign", "LE25") == 2
    assert "no campaign; leave out --campaign" in capsys.readouterr().err
    assert run(["remove", "--db", str(db), "--subject", "workforce"]) == 0
    assert b"Own Police" not in db.read_bytes()


def test_a_removed_campaign_leaves_no_bytes(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _import(db, _file(db, "canary-file.csv", CANDIDATES), "--campaign", "CANARY25")
    assert run(["remove", "--db", str(db), "--campaign", "canary25"]) == 0
    left = b"".join(each.read_bytes() for each in db.parent.glob("own.duckdb*"))
    assert b"CANARY25" not in left
    assert b"canary-file" not in left
    assert run(["remove", "--db", str(db)]) == 2
    assert "name what to remove" in capsys.readouterr().err


def test_published_campaigns_are_added_to_ones_own_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["campaigns", "--with-published"]) == 2
    assert "name it with --db" in capsys.readouterr().err


def test_an_import_needs_a_warehouse(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", _file(db, "c.csv", CANDIDATES), "--campaign", "LE25"]) == 2
    assert "name your warehouse with --db" in capsys.readouterr().err


TWO = """\
campaign,stage,outcome,characteristic,category,candidates
{first},Application,entered,sex,Female,40
{first},Application,entered,sex,Male,60
{second},Application,entered,sex,Female,4
{second},Application,entered,sex,Male,6
"""


def test_one_campaign_spelt_in_two_ways_is_refused(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(db, "two.csv", TWO.format(first="LE25", second="le25"))
    assert _import(db, source) == 3
    assert "spells one campaign in several ways: LE25, le25; use one" in capsys.readouterr().err


def test_what_is_about_one_campaign_is_not_said_of_several(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(db, "two.csv", TWO.format(first="LE25", second="LE26"))
    assert _import(db, source, "--title", "Same") == 2
    assert "name one with --campaign, or leave out --title" in capsys.readouterr().err
    assert _import(db, source, "--title", "Same", "--campaign", "le26") == 0
    assert _import(db, source) == 0
    assert "Imported: LE25; unchanged: LE26" in capsys.readouterr().out.replace("le26", "LE26")


def test_a_code_is_kept_without_what_cannot_be_seen(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(db, "c.csv", CANDIDATES)
    assert _import(db, source, "--campaign", " LE25\u200b") == 0
    assert _import(db, source, "--campaign", "ＬＥ25") == 0  # noqa: RUF001 - full-width on purpose
    assert "Unchanged: LE25" in capsys.readouterr().out


def test_what_is_not_said_of_a_campaign_again_stays(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(db, "c.csv", CANDIDATES)
    _import(db, source, "--campaign", "LE25", "--title", "Spring")
    assert _import(db, source, "--campaign", "LE25", "--route", "Direct") == 2
    assert _import(db, source, "--campaign", "LE25", "--route", "Direct", "--replace") == 0
    capsys.readouterr()
    run(["campaigns", "--db", str(db), "--format", "json"])
    [row] = json.loads(capsys.readouterr().out)["campaigns"]
    assert (row["title"], row["route"]) == ("Spring", "Direct")


def test_tables_of_facts_do_not_change_with_the_name_of_their_file(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("w.csv", "renamed.csv"):
        assert _import(db, _file(db, name, WORKFORCE.format(women=40))) == 0
    assert "Unchanged: workforce" in capsys.readouterr().out


def test_an_import_without_findings_answers_for_them(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(db, "c.csv", CANDIDATES)
    asked = ("--campaign", "LE25", "--format", "csv", "--table", "findings")
    assert _import(db, source, *asked) == 0
    assert capsys.readouterr().out == "subject,check,place,finding,standing\n"


def test_neither_source_nor_warehouse_is_written_over(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(db, "c.csv", CANDIDATES)
    assert _import(db, source, "--campaign", "LE25", "--output", source, "--force") == 2
    assert "is the source itself, which is never changed" in capsys.readouterr().err
    assert _import(db, source, "--explain", "--format", "json") == 2


def test_nothing_is_removed_where_there_is_nothing(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["remove", "--db", str(db), "--subject", "movements"]) == 2
    assert "holds no movements; nothing was removed" in capsys.readouterr().err


def test_the_same_counts_under_a_second_code_are_noted(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _file(db, "c.csv", CANDIDATES)
    _import(db, source, "--campaign", "LE25")
    assert _import(db, source, "--campaign", "LE26") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "LE26: " in told
    assert "LE25" in told.partition("Imported: LE26")[2]


def test_what_was_accepted_in_one_year_is_remembered_after_the_next(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apart = WORKFORCE.format(women=40) + (
        "Own Police,2025-03-31,Police officer,disability,Disabled,5\n"
        "Own Police,2025-03-31,Police officer,disability,Not disabled,90\n"
    )
    assert _import(db, _file(db, "a.csv", apart)) == 4
    assert _import(db, _file(db, "a.csv", apart), "--accept-contradictions") == 0
    assert _import(db, _file(db, "b.csv", WORKFORCE.format(women=40).replace("2025", "2026"))) == 0
    capsys.readouterr()
    assert run(["check", "--db", str(db)]) == 0
    assert "accepted" in capsys.readouterr().out
