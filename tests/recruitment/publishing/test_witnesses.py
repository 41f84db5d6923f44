"""Whatever the hidden counts are, the report is the same, byte for byte."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitment.attack.columns import meaning
from recruitment.attack.knowing import schema_of
from recruitment.errors import CheckError
from recruitment.ingest.originals import Original
from recruitment.publishing import making
from recruitment.publishing.counted import Counted
from recruitment.publishing.making import Publication, attacked, refuse_unless_safe
from recruitment.publishing.making import same_in_other_worlds as same
from recruitment.publishing.witnesses import other_counts, witnesses
from reports.protected.material import Protected
from reports.renderers import renderer
from tests.recruitment.publishing.made import in_memory_with, made, people

RENDER = renderer(".md")
warehouses = st.builds(
    lambda seed, sizes: {f"LE2{place}": people(seed + place, n) for place, n in enumerate(sizes)},
    st.integers(0, 10_000),
    st.lists(st.sampled_from([30, 60, 120, 300, 1100]), min_size=1, max_size=2),
)
presets = st.sampled_from(["public", "strict"])


def _report(campaigns: dict[str, list[tuple[str, str, int, str]]], preset: str) -> Publication:
    with in_memory_with(campaigns) as con:
        return made(con, preset)


@settings(max_examples=15)
@given(warehouses, presets)
def test_other_possible_counts_give_the_very_same_bytes(
    campaigns: dict[str, list[tuple[str, str, int, str]]], preset: str
) -> None:
    report = _report(campaigns, preset)
    assert same(report, RENDER(report.report), RENDER)


@settings(max_examples=15)
@given(warehouses, presets)
def test_no_hidden_count_is_in_any_table_and_the_attacker_learns_nothing(
    campaigns: dict[str, list[tuple[str, str, int, str]]], preset: str
) -> None:
    report = _report(campaigns, preset)
    schema = schema_of(report.material)
    true = {k: v for each in report.found for k, v in each.component.release.counts.items()}
    for table in report.report.tables:
        for row in table.rows:
            for heading, text in zip(table.headings[1:], row[1:], strict=True):
                found = meaning(table.caption, heading, row[0], schema)
                if found is not None and found.rule == "count":
                    assert text in {"[c]", "[x]"} or _may_be_shown(
                        text, true[found.cells[0]], preset
                    )
    assert attacked(report, Original("report.md", RENDER(report.report))).lines == ()


def _may_be_shown(text: str, true: int, preset: str) -> bool:
    base = {"public": 5, "strict": 10}[preset]
    return int(text.replace(",", "")) == (2 * true + base) // (2 * base) * base and not (
        0 < true < base
    )


def test_witnesses_keep_what_is_printed_and_change_what_is_hidden() -> None:
    report = _report({"LE25": people(1, 200)}, "public")
    (one,) = report.found
    low, high = (world[0] for world in witnesses(report.found))
    assert low.published.counts == one.published.counts == high.published.counts
    hidden = one.published.hidden
    assert sum(low.component.release.counts[cell] for cell in hidden) < sum(
        high.component.release.counts[cell] for cell in hidden
    )


def test_every_count_is_another_in_another_world_and_no_label_is() -> None:
    report = _report({"LE25": people(1, 200)}, "public")
    other = other_counts(report.counts)
    assert (other.flow["entered"] == report.counts.flow["entered"]).sum() == 0
    assert other.flow["category"].equals(report.counts.flow["category"])


def test_a_report_that_tells_something_no_reader_looks_for_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = _report({"LE25": people(1, 200)}, "public")
    honest = making.material

    def leaking(counts: Counted, *rest: object) -> Protected:
        true = counts.flow["entered"].sum()
        found = honest(counts, *rest)  # type: ignore[arg-type]
        return _with_spaces(found, true)

    monkeypatch.setattr(making, "material", leaking)
    content = RENDER(report.report)
    with pytest.raises(CheckError, match="would read otherwise if hidden counts were others"):
        refuse_unless_safe(report, Original("report.md", content), RENDER)


def _with_spaces(found: Protected, true: int) -> Protected:
    """Tell a true count by the letters of a source, which says no number."""
    from dataclasses import replace

    return replace(found, sources=(re.sub(r"\d", "x", "x" * (true % 97)),))
