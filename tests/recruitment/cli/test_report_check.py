"""``recruit report --check``: files that exist already, attacked."""

from pathlib import Path

import pytest

from recruitment.cli.main import run
from tests.recruitment.publishing.made import go_on, own, people


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with a report in each format, and one on a part of it."""
    db = own(tmp_path_factory.mktemp("made"), {"LE25": people(1, 200)}, workforce=True)
    for suffix in ("md", "html", "docx", "pdf", "xlsx"):
        assert (
            run(["report", "--db", str(db), "--output", str(db.with_name(f"panel.{suffix}"))]) == 0
        )
    part = ["report", "--db", str(db), "--section", "le25"]
    assert run([*part, "--output", str(db.with_name("part.md"))]) == 0
    assert run([*part, "--preset", "internal", "--output", str(db.with_name("true.md"))]) == 0
    return db


def _lines(captured: pytest.CaptureFixture[str]) -> list[str]:
    """What was said but for progress, of which there is some on a busy machine."""
    return [each for each in captured.readouterr().err.splitlines() if not each.endswith("…")]


def _check(db: Path, *names: object) -> int:
    return run(["report", "--check", "--db", str(db), *map(str, names)])


@pytest.mark.parametrize(
    "name", ["panel.md", "panel.html", "panel.docx", "panel.pdf", "panel.xlsx", "part.md"]
)
def test_what_was_published_is_found_to_be_safe(
    made: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made.with_name(name)
    assert _check(made, path) == 0
    (said,) = _lines(capsys)
    assert said.startswith(f"{name}: nothing can be recovered (policy public)")


def test_true_counts_are_found_and_named_by_place(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _check(made, made.with_name("true.md")) == 4
    *lines, last = _lines(capsys)
    assert any(each.startswith("can be recovered: LE25, Offer, entered, sex") for each in lines)
    assert last.startswith("recruit: true.md is refused: ")
    assert "nothing was written" not in last


def test_one_changed_count_is_found(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = made.with_name("panel.md").read_text(encoding="utf-8")
    path = tmp_path / "panel.md"
    path.write_text(text.replace(r"| 25 | \[c\] |", "| 25 | 2 |", 1), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    assert _check(made, path) == 4
    assert (
        "can be recovered: LE25, Offer, entered, ethnicity: Not stated" in capsys.readouterr().err
    )


def test_several_files_are_all_read_before_any_is_judged(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "none.md").write_text("nothing", encoding="utf-8")
    assert _check(made, made.with_name("panel.md"), made.with_name("panel.xlsx")) == 0
    assert capsys.readouterr().err.count("nothing can be recovered") == 2
    assert _check(made, made.with_name("panel.md"), tmp_path / "none.md") == 3


def test_a_report_stays_safe_when_its_campaign_has_gone_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = own(tmp_path, {"LE25": people(1, 200)})
    path = tmp_path / "june.md"
    assert run(["report", "--db", str(db), "--output", str(path)]) == 0
    go_on(db, "LE25", people(1, 200) + people(2, 60), "2025-09-30")
    assert _check(db, path) == 0
    assert "june.md: nothing can be recovered" in capsys.readouterr().err


@pytest.fixture
def bad(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A file that is no report."""
    name, content = request.param
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("bad", "code", "told"),
    [
        (("empty.md", b""), 3, "empty.md is empty"),
        (("empty.docx", b""), 3, "empty.docx is empty"),
        (("letter.md", b"Dear all"), 3, "is no report on a campaign that is known (LE25)"),
        (("letter.html", b"<p>Dear all</p>"), 3, "letter.html is no web page"),
        (("broken.docx", b"PK\x03\x04 and no more"), 3, "broken.docx"),
        (("broken.xlsx", b"PK\x03\x04 and no more"), 3, "broken.xlsx"),
        (("broken.pdf", b"%PDF-1.7 and no more"), 3, "broken.pdf"),
        (("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), 3, "locked.xlsx"),
        (("photo.png", b"\x89PNG"), 2, "photo.png is no report; reports are .md .html"),
    ],
    indirect=["bad"],
)
def test_what_is_no_report_is_said_in_one_line(
    made: Path, bad: Path, capfd: pytest.CaptureFixture[str], code: int, told: str
) -> None:
    assert _check(made, bad) == code
    (said,) = _lines(capfd)
    assert told in said


@pytest.mark.parametrize("suffix", ["docx", "pdf", "xlsx"])
def test_a_report_that_was_cut_off_cannot_be_read(
    made: Path, tmp_path: Path, suffix: str, capfd: pytest.CaptureFixture[str]
) -> None:
    content = made.with_name(f"panel.{suffix}").read_bytes()
    path = tmp_path / f"panel.{suffix}"
    path.write_bytes(content[: len(content) // 3])
    assert _check(made, path) == 3
    assert len(_lines(capfd)) == 1


def test_a_file_that_is_not_there_is_said_to_be_missing(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _check(made, made.with_name("none.md")) == 2
    assert "there is no file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--check"], "--check attacks files; name one"),
        (["panel.md"], "panel.md: name the file to write with --output, or add --check"),
        (
            ["--check", "panel.md", "--output", "x.md", "--title", "T", "--section", "le25"],
            "--check reads files and writes none; leave out --output, --title, --section",
        ),
    ],
)
def test_a_check_is_asked_for_in_one_way(
    options: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", *options]) == 2
    assert capsys.readouterr().err == f"recruit: {told}\n"


def test_a_policy_that_hides_nothing_checks_nothing_and_says_so(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made.with_name("panel.md")
    for options in ((), ("--db", str(made), "--preset", "internal")):
        assert run(["report", "--check", str(path), *options]) == 2
        assert "hides nothing, so there is nothing to check; name another" in _lines(capsys)[0]


def test_a_file_is_judged_by_the_policy_that_is_asked_for(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _check(made, made.with_name("panel.md"), "--preset", "strict") == 4
    said = capsys.readouterr().err
    assert "can be recovered: Officer, Mercia, 31 March 2025, in post" in said
    assert "release now" not in said


def test_what_was_published_in_full_is_known_of_every_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = own(tmp_path, {"LE25": people(1, 200)})
    path = tmp_path / "panel.md"
    for name, preset in ((path, "public"), (tmp_path / "all.md", "open")):
        assert run(["report", "--db", str(db), "--preset", preset, "--output", str(name)]) == 0
    assert _check(db, path) == 4
    assert "can be recovered: LE25, " in capsys.readouterr().err
