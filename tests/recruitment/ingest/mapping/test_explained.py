import tomllib
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.mapping.explaining import explained
from recruitment.ingest.mapping.lookup import word
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.mapping.merging import merged
from recruitment.ingest.mapping.reading import read_mapping
from recruitment.ingest.mapping.tables import stated

WORDS = st.text("abc 12-/é\"\\'=#男", min_size=1, max_size=5).filter(word)
LISTS = st.lists(WORDS, max_size=3)
TABLES = st.fixed_dictionaries(
    {
        "columns": st.dictionaries(st.sampled_from(["candidate", "outcome", "ignored"]), LISTS),
        "dates": st.fixed_dictionaries(
            {
                "order": st.sampled_from(["day first", "month first", "year first"]),
                "columns": st.dictionaries(st.sampled_from(["Offer", "Application"]), LISTS),
            }
        ),
        "characteristics": st.fixed_dictionaries(
            {"age": st.fixed_dictionaries({"part": st.lists(WORDS, min_size=1, max_size=3)})}
        ),
        "answers": st.fixed_dictionaries(
            {
                "sex": st.dictionaries(st.sampled_from(["Female", "Another answer"]), LISTS),
                "ethnic_group": st.dictionaries(st.sampled_from(["Arab", "Roma"]), LISTS),
            }
        ),
        "stages": st.dictionaries(st.sampled_from(["Offer", "Vetting", "Bleep test"]), LISTS),
        "outcomes": st.dictionaries(
            st.sampled_from(["passed", "withdrawn", "ignored", "not entered"]),
            st.lists(WORDS | st.sampled_from(["draft", "hired", "not started"]), max_size=3),
        ),
        "labels": st.dictionaries(
            WORDS,
            st.fixed_dictionaries(
                {
                    "stage": st.just("Offer"),
                    "outcome": st.just("passed"),
                    "enters": st.just("Offer"),
                }
            ),
            max_size=2,
        ),
    }
)


def read_back(text: str) -> Mapping:
    said, misshapen = stated(tomllib.loads(text))
    found, contrary = merged(said)
    assert [*misshapen, *contrary] == []
    return found


@given(TABLES, st.none() | st.lists(WORDS | st.sampled_from(["Offer", "F", "Sex", "Roma"])))
def test_a_mapping_reads_back_to_the_same(
    tables: dict[str, object], seen: list[str] | None
) -> None:
    said, misshapen = stated(tables)
    mapping, contrary = merged(said)
    if misshapen or contrary:
        return

    assert read_back(explained(mapping, seen)) == mapping


def test_the_order_of_characteristics_and_stages_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        '[characteristics.b]\npart = ["x"]\n[characteristics.a]\npart = ["y"]\n'
        '[stages]\norder = ["Offer", "Vetting", "Application"]\n"Vetting" = []\n'
    )
    mapping = read_mapping(path)
    path.write_text(explained(mapping), encoding="utf-8")

    found = read_mapping(path)

    assert [*found.characteristics] == [*mapping.characteristics]
    assert found.stage_order == mapping.stage_order
    assert replace(found, sha256=None) == replace(mapping, sha256=None)


def test_what_a_source_says_is_explained_and_no_other_word() -> None:
    found = tomllib.loads(explained(default_mapping(), ["Ethnic origin", "A1 Indian", "Hired"]))

    assert found["columns"] == {"ethnicity": ["ethnic origin"]}
    assert found["answers"]["ethnic_group"] == {"Indian": ["a1 indian"]}
    assert found["outcomes"] == {"passed": ["hired"]}


def test_a_word_that_is_not_known_is_not_repeated() -> None:
    assert "smith" not in explained(default_mapping(), ["Jane Smith"])


def test_everything_is_explained_without_a_source() -> None:
    found = tomllib.loads(explained(default_mapping()))

    assert "candidate id" in found["columns"]["candidate"]
    assert [*found["stages"]] == [*default_mapping().stage_order]
    assert "unsuccessful" in found["outcomes"]["failed"]


def test_the_order_of_the_known_stages_is_shown_and_not_declared() -> None:
    text = explained(default_mapping())
    start = text.index("# order = [")
    order = text[start : text.index("# ]\n", start) + len("# ]\n")]
    uncommented = text.replace(order, order.replace("# ", ""))

    assert read_back(text).listed == ()
    assert read_back(uncommented).listed == default_mapping().stage_order
