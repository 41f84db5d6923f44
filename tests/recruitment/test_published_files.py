"""The packaged figures agree with themselves: keys, references, and shares with their counts."""

import csv
import re
from pathlib import Path

import pytest

PUBLISHED = Path(__file__).parents[2] / "recruitment" / "published"
GROUPS = {
    "ethnicity": "bame",
    "sex": "female",
    "sexual_orientation": "lgbt",
    "disability": "disabled",
}
# Rows counted by eye in the documents.
ROWS = {
    "documents": 5,
    "characteristics": 7,
    "categories": 17,
    "campaigns": 5,
    "stages": 17,
    "stage_rows": 35,
    "printed_figures": 422,
    "sentences": 116,
    "corrections": 2,
    "workforce": 42,
    "movements": 26,
    "movement_totals": 8,
    "areas": 4,
    "populations": 11,
    "activities": 23,
}
KINDS = {
    "share": 264,  # 33 rows of eight cells: two rows of PCDA are printed empty
    "attrition": 60,
    "change": 12,
    "claim": 12,
    "movement share": 32,
    "workforce share": 26,
    "population share": 10,
    "growth": 6,
}
KEYS = {
    "documents": "document",
    "characteristics": "characteristic",
    "categories": "characteristic category",
    "campaigns": "campaign",
    "stages": "campaign stage",
    "stage_rows": "campaign row_order",
    "printed_figures": "document location campaign kind label stage characteristic category",
    "sentences": "document sentence_order",
    "corrections": "campaign stage outcome characteristic category",
    "workforce": "unit as_at role characteristic category",
    "movements": "unit role period_start period_end direction characteristic category",
    "movement_totals": "unit role period_start period_end direction characteristic",
    "areas": "area",
    "populations": "area as_at characteristic category",
    "activities": "activity detail unit",
}
SOURCED = [
    "campaigns",
    "stage_rows",
    "workforce",
    "movements",
    "movement_totals",
    "populations",
    "activities",
]
PLACE = re.compile(r"paragraphs? (above )?\d+|Population Profile of ")


def rows_of(name: str) -> list[dict[str, str]]:
    with (PUBLISHED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def printed_count(row: dict[str, str], characteristic: str, category: str) -> str:
    suffix = "_blank" if category == "Not stated" else ""
    return row[GROUPS[characteristic] + suffix]


@pytest.mark.parametrize("name", ROWS)
def test_every_file_has_the_rows_counted_in_the_documents(name: str) -> None:
    assert len(rows_of(name)) == ROWS[name]


def test_every_kind_of_printed_figure_is_there_as_often_as_printed() -> None:
    kinds = [row["kind"] for row in rows_of("printed_figures")]
    assert {kind: kinds.count(kind) for kind in kinds} == KINDS


@pytest.mark.parametrize("name", KEYS)
def test_keys_are_unique(name: str) -> None:
    keys = [tuple(row[column] for column in KEYS[name].split()) for row in rows_of(name)]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", SOURCED)
def test_every_source_names_a_known_document_and_a_place_in_it(name: str) -> None:
    documents = {row["document"] for row in rows_of("documents")}
    for row in rows_of(name):
        document, _, place = row["source"].partition(", ")
        assert document in documents
        assert PLACE.match(place), row["source"]


@pytest.mark.parametrize("name", ["printed_figures", "sentences"])
def test_whatever_is_printed_names_a_known_document_and_a_place_in_it(name: str) -> None:
    documents = {row["document"] for row in rows_of("documents")}
    for row in rows_of(name):
        assert row["document"] in documents
        assert PLACE.match(row["location"]), row["location"]


@pytest.mark.parametrize(
    "name", ["printed_figures", "corrections", "workforce", "movements", "populations"]
)
def test_every_category_is_known(name: str) -> None:
    known = {(row["characteristic"], row["category"]) for row in rows_of("categories")}
    assert {(row["characteristic"], row["category"]) for row in rows_of(name)} <= known


@pytest.mark.parametrize("column", ["stage", "enters"])
def test_every_stage_row_counts_at_stages_of_its_campaign(column: str) -> None:
    known = {(row["campaign"], row["stage"]) for row in rows_of("stages")}
    used = {(row["campaign"], row[column]) for row in rows_of("stage_rows") if row[column]}
    assert used <= known


def test_those_who_enter_a_stage_passed_the_one_before() -> None:
    order = {(row["campaign"], row["stage"]): int(row["stage_order"]) for row in rows_of("stages")}
    for row in rows_of("stage_rows"):
        if row["enters"]:
            assert row["outcome"] == "passed"
            entered = order[row["campaign"], row["enters"]]
            assert entered == order[row["campaign"], row["stage"]] + 1


@pytest.mark.parametrize("group", GROUPS.values())
def test_a_group_and_its_blanks_are_no_more_than_the_total(group: str) -> None:
    for row in rows_of("stage_rows"):
        assert int(row[group]) + int(row[f"{group}_blank"]) <= int(row["total"]), row["label"]


def test_every_share_stands_below_the_counts_of_its_row() -> None:
    rows = {(row["campaign"], row["stage"], row["outcome"]): row for row in rows_of("stage_rows")}
    shares = [figure for figure in rows_of("printed_figures") if figure["kind"] == "share"]
    for share in shares:
        row = rows[share["campaign"], share["stage"], share["outcome"]]
        count = printed_count(row, share["characteristic"], share["category"])
        assert row["label"] == share["label"]
        assert row["source"] == f"{share['document']}, {share['location']}"
        assert (share["numerator"], share["denominator"]) == (count, row["total"])


def test_every_movement_share_stands_below_its_count_and_printed_total() -> None:
    shares = [row for row in rows_of("printed_figures") if row["kind"] == "movement share"]
    people = [row["people"] for row in rows_of("movements") if row["characteristic"] != "all"]
    totals = [row["printed_total"] for row in rows_of("movement_totals")]
    parts = [row for row in shares if row["category"] != "All"]
    assert [row["numerator"] for row in parts] == people
    assert [row["denominator"] for row in parts] == [each for each in totals for _ in range(3)]
    assert [row["denominator"] for row in shares if row["category"] == "All"] == totals


def test_every_correction_starts_from_the_printed_count() -> None:
    rows = {(row["campaign"], row["stage"], row["outcome"]): row for row in rows_of("stage_rows")}
    for mended in rows_of("corrections"):
        row = rows[mended["campaign"], mended["stage"], mended["outcome"]]
        group = int(row[GROUPS[mended["characteristic"]]])
        blank = int(row[GROUPS[mended["characteristic"]] + "_blank"])
        printed = {"Female": group, "Male": int(row["total"]) - group - blank}
        assert int(mended["printed"]) == printed[mended["category"]]


def test_sentences_are_numbered_in_reading_order_and_name_known_campaigns() -> None:
    rows = rows_of("sentences")
    for document in {row["document"] for row in rows}:
        numbers = [int(row["sentence_order"]) for row in rows if row["document"] == document]
        assert numbers == list(range(1, len(numbers) + 1))
    known = {row["campaign"] for row in rows_of("campaigns")}
    assert {row["campaign"] for row in rows} <= known | {""}


def test_every_claim_and_change_that_is_audited_is_among_the_sentences() -> None:
    said = [row["sentence"] for row in rows_of("sentences")]
    looked_at = [row for row in rows_of("printed_figures") if row["kind"] in {"claim", "change"}]
    for row in looked_at:
        words = [row["label"], row["printed"]]
        assert any(all(word in sentence for word in words) for sentence in said), words


@pytest.mark.parametrize("name", ROWS)
def test_files_are_plain_text_without_padding(name: str) -> None:
    text = (PUBLISHED / f"{name}.csv").read_bytes().decode("utf-8")
    assert "\r" not in text
    assert not re.search(r"\ufeff|[ \t](,|\n)", text)
