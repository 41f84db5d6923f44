"""Whatever is wrong with a file, one line says what, where and what to do, and nothing changes."""

import pytest

from tests.recruitment.imports.golden_text import Expected, expected
from tests.recruitment.imports.malformed.case import DB, Case
from tests.recruitment.imports.malformed.kinds import KINDS
from tests.recruitment.imports.malformed.tables import CANARIES
from tests.recruitment.imports.run import Importer, Outcome

GOLDEN = {kind: expected(kind) for kind in KINDS}
CASES = [
    pytest.param(case, GOLDEN[kind].get(case.name), id=f"{kind}: {case.name}")
    for kind, cases in KINDS.items()
    for case in cases
]
LEAST = 150


@pytest.mark.parametrize(("case", "golden"), CASES)
def test_a_malformed_file_is_told_in_reviewed_words(
    importer: Importer, case: Case, golden: Expected
) -> None:
    outcome = importer.outcome(case)
    assert (outcome.code, outcome.lines) == (golden.code, golden.lines)
    assert "Traceback" not in outcome.out + outcome.err
    assert not outcome.temporary
    if golden.code:
        assert outcome.out == ""
        assert outcome.after == outcome.before
    else:
        assert outcome.err == ""
        assert outcome.changed.keys() <= {DB, f"{DB}.manifest"}
    assert not leaked(outcome)


def leaked(outcome: Outcome) -> list[str]:
    """Return the values of people that stand anywhere but in the source."""
    said = (outcome.out + outcome.err).encode()
    places = [said, *(name.encode() for name in outcome.after), *outcome.changed.values()]
    return [
        value
        for value in CANARIES
        if any(value.encode(code) in each for each in places for code in ("utf-8", "utf-16-le"))
    ]


def test_there_are_enough_cases_of_which_most_are_refused() -> None:
    codes = [golden.code for kind in GOLDEN.values() for golden in kind.values()]
    assert sum(code in {2, 3, 4, 5} for code in codes) >= LEAST
    assert set(codes) == {0, 2, 3, 4, 5}


def test_every_case_has_its_words_and_all_words_a_case() -> None:
    names = {kind: [case.name for case in cases] for kind, cases in KINDS.items()}
    assert {kind: sorted(golden) for kind, golden in GOLDEN.items()} == {
        kind: sorted(each) for kind, each in names.items()
    }


def test_no_two_cases_have_one_name_or_one_file() -> None:
    cases = [case for each in KINDS.values() for case in each]
    told = [(case.source, case.asked, case.content, case.prepared, case.db) for case in cases]
    assert len({case.name for case in cases}) == len(cases)
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("kind", KINDS)
def test_every_refusal_says_something(kind: str) -> None:
    for name, golden in GOLDEN[kind].items():
        assert golden.lines or not golden.code, name
        if golden.code == 4:
            assert "nothing was imported" in golden.lines[-1], name


def test_the_canaries_are_planted_in_every_list_of_people() -> None:
    for case in (*KINDS["candidates"], *KINDS["lists"]):
        if case.source.endswith(".csv") and not case.name.startswith("nobody"):
            # In UTF-16 they have a NUL to each letter.
            content = case.made().replace(b"\0", b"")
            assert any(value.encode() in content for value in CANARIES[:3]), case.name
