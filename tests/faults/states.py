"""What is left after a disturbance: the old warehouse or the new one, or a loss."""

from dataclasses import dataclass, field
from pathlib import Path

from recruitment.cli.import_source import ALREADY
from recruitment.errors import UserError
from tests.faults.jobs import AT_REST, Job


@dataclass
class Tally:
    """How often what happened.

    Attributes:
        name: What was done.
        done: How often.
        old: How often the warehouse was the old one, byte for byte.
        new: How often it was the new one.
        losses: What must not be, in words.
    """

    name: str
    done: int = 0
    old: int = 0
    new: int = 0
    losses: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """Return one line of the table."""
        counts = f"{self.done:6}{self.old:8}{self.new:8}{len(self.losses):8}"
        return "\n".join([f"{self.name:44}{counts}", *(f"    {each}" for each in self.losses[:5])])


def judge(tally: Tally, job: Job, path: Path, before: bytes, said: tuple[int, str]) -> None:
    """Count what is left at ``path``, where ``before`` was and ``during`` was to be added.

    ``said`` is the exit code and the stderr of the program; a negative code means a signal.
    """
    tally.done += 1
    try:
        _judge(tally, job, path, before, said)
    except (UserError, AssertionError) as error:
        tally.losses.append(f"{said}: {error}")


def _judge(tally: Tally, job: Job, path: Path, before: bytes, said: tuple[int, str]) -> None:
    code, text = said
    labels = job.labels(path)
    is_old = path.read_bytes() == before
    if is_old == ("during" in labels) or labels.count("during") > 1:
        raise AssertionError(f"neither old nor new: {labels}")
    # Whoever is interrupted late, or cannot tell what was done, says at least that it was.
    told_done = code == 0 or ALREADY in text
    if told_done and is_old:
        raise AssertionError("told that it was done, and it was not")
    if code > 0 and not is_old and not told_done:
        raise AssertionError("told that it failed, and it was done")
    if code > 0 and len(_told(text)) != 1:
        raise AssertionError("not one line of text")
    tally.old, tally.new = tally.old + is_old, tally.new + (not is_old)
    _go_on(job, path, labels)


def _told(text: str) -> list[str]:
    """Return the lines of ``text`` but for those that say what is being done."""
    return [line for line in text.splitlines() if not line.endswith(" …")]


def _go_on(job: Job, path: Path, labels: list[str]) -> None:
    """The next change works as if nothing had been, and leaves nothing behind."""
    job.add(path, "after")
    if job.labels(path) != [*labels, "after"]:
        raise AssertionError("the next change failed")
    strays = {each.name for each in path.parent.iterdir()} - AT_REST
    if strays:
        raise AssertionError(f"left behind: {sorted(strays)}")
    modes = {each.name: each.stat().st_mode & 0o777 for each in path.parent.iterdir()}
    if set(modes.values()) != {0o600}:
        raise AssertionError(f"readable by others: {modes}")
