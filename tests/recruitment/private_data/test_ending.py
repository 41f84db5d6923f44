"""What docs/private-data.md says of an import that is ended from outside."""

import signal

import pytest

from tests.recruitment.private_data.people import MANY, candidates, written
from tests.recruitment.private_data.telling import telling
from tests.recruitment.watched import Watch


def _ended(watch: Watch, sent: signal.Signals) -> int:
    """Send a signal to an import while it counts; return its exit code."""
    source = written(candidates("dates", MANY), watch.sources / "many.csv")
    process = watch.counting(source)
    process.send_signal(sent)
    return watch.ended(process)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_import_that_is_interrupted_or_terminated_leaves_nothing(
    fresh: Watch, sent: signal.Signals
) -> None:
    assert _ended(fresh, sent) == 128 + sent
    assert list(fresh.scratch.iterdir()) == []
    assert telling(fresh) == []


def test_a_killed_import_leaves_a_folder_that_the_next_one_removes(fresh: Watch) -> None:
    assert _ended(fresh, signal.SIGKILL) == -signal.SIGKILL
    [folder] = fresh.scratch.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {each.name for each in folder.iterdir()} <= {"source", "spilled"}
    assert (folder / "source").is_symlink()
    assert telling(fresh) == []
    small = written(candidates("dates"), fresh.sources / "small.csv")
    assert fresh.imported(small, "--campaign", "LE25") == 0
    assert list(fresh.scratch.iterdir()) == []
