"""Text that was read by a person once, and must stay as it is."""

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "golden"


def golden(name: str) -> str:
    """Return the text of a file in tests/golden."""
    return (FOLDER / name).read_text(encoding="utf-8")
