import pytest

from recruitment.cli import main
from recruitment.cli.main import run


def _failing(error: BaseException) -> object:
    def command(**_: object) -> None:
        raise error

    return command


def test_a_defect_names_its_kind_and_place_but_no_value(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main, "app", _failing(ValueError("Jane Doe, disabled")))
    assert run(["campaigns"]) == 1
    message = capsys.readouterr().err
    assert "a defect of ours: ValueError in" in message
    assert "Jane" not in message


def test_a_defect_is_shown_whole_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "app", _failing(ValueError("details")))
    monkeypatch.setenv("RECRUIT_DEBUG", "1")
    with pytest.raises(ValueError, match="details"):
        run(["campaigns"])


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), RuntimeError("Query interrupted")], ids=["python", "duckdb"]
)
def test_an_interruption_is_130(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    monkeypatch.setattr(main, "app", _failing(error))
    assert run(["campaigns"]) == 130
    assert capsys.readouterr().err == "recruit: interrupted\n"


def test_an_interruption_within_a_command_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("recruitment.studies.campaigns.campaigns", interrupted)
    assert run(["campaigns"]) == 130
    assert capsys.readouterr().err == "recruit: interrupted\n"


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("recruit ")


def test_main_exits_with_the_code_of_the_run() -> None:
    with pytest.raises(SystemExit) as stopped:
        main.main(["campaigns", "--db", "missing.duckdb"])
    assert stopped.value.code == 2
