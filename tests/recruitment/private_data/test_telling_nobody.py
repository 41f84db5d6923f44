"""What docs/private-data.md says of what is never kept."""

import pytest

from tests.recruitment.private_data.people import BORN, CANARY, candidates, written
from tests.recruitment.private_data.tables import STAGE_COUNTS
from tests.recruitment.private_data.telling import telling
from tests.recruitment.watched import Watch


def test_every_command_has_done_its_work(watch: Watch) -> None:
    assert set(watch.codes) == {0}, watch.said


def test_nothing_about_a_person_stands_in_any_file_or_message(watch: Watch) -> None:
    assert telling(watch) == []


def test_what_is_planted_would_be_found(fresh: Watch) -> None:
    leak = written(candidates("dates"), fresh.scratch / "leak.csv")
    fresh.said.append(f"row 7: {BORN}")
    assert telling(fresh) == [str(leak), f"row 7: {BORN}"]


def test_nothing_is_left_in_the_temporary_folder_or_at_home(watch: Watch) -> None:
    assert {each.relative_to(watch.folder).parts[0] for each in watch.left} == {"own"}


def test_what_a_message_quotes_is_of_a_table_of_counts(fresh: Watch) -> None:
    table = [STAGE_COUNTS[0], (*STAGE_COUNTS[1][:-1], "<5")]
    assert fresh.imported(written(table, fresh.sources / "counts.csv"), "--campaign", "LE25") == 3
    assert "counts.csv, row 2, column candidates: “<5” is suppressed" in fresh.said[-1]


def _unknown(table: list[tuple[str, ...]]) -> bytes:
    return _text([table[0], *((*row[:-1], f"{CANARY} origin") for row in table[1:])])


def _headless(table: list[tuple[str, ...]]) -> bytes:
    return _text(table[1:])


def _unclosed(table: list[tuple[str, ...]]) -> bytes:
    return _text(table).replace(f"{CANARY} Jane 3".encode(), f'"{CANARY} Jane 3'.encode())


def _ragged(table: list[tuple[str, ...]]) -> bytes:
    return _text(table).replace(f"{CANARY} Jane 3".encode(), f"{CANARY}, Jane 3".encode())


def _other_headings(table: list[tuple[str, ...]]) -> bytes:
    return _text([tuple(f"Field {place}" for place in range(len(table[0]))), *table[1:]])


def _text(table: list[tuple[str, ...]]) -> bytes:
    return "".join(",".join(row) + "\n" for row in table).encode()


FAULTY = {
    each.__name__: each for each in (_unknown, _headless, _unclosed, _ragged, _other_headings)
}


@pytest.mark.parametrize("faulty", FAULTY)
def test_a_source_that_is_refused_is_told_without_a_value(fresh: Watch, faulty: str) -> None:
    source = fresh.sources / "people.csv"
    source.write_bytes(FAULTY[faulty](candidates("per-stage")))
    assert fresh.imported(source, "--campaign", "LE25") == 3
    assert fresh.imported(source, "--explain") == 0
    assert telling(fresh) == []
    assert "people.csv" in fresh.said[1]


@pytest.mark.parametrize("suffix", [".xlsx", ".parquet"])
def test_a_damaged_file_is_told_without_a_value(fresh: Watch, suffix: str) -> None:
    source = written(candidates("per-stage"), fresh.sources / f"people{suffix}")
    source.write_bytes(source.read_bytes()[:-900])
    assert fresh.imported(source, "--campaign", "LE25") == 3
    assert telling(fresh) == []


def test_a_value_is_told_by_its_place_and_kind(fresh: Watch) -> None:
    source = fresh.sources / "people.csv"
    source.write_bytes(_unknown(candidates("per-stage")))
    fresh.imported(source, "--campaign", "LE25")
    told = f"people.csv, row 2, column Ethnic origin: text of {len(CANARY) + 7} characters"
    assert told in fresh.said[-1]
