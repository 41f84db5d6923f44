import pytest

from recruitment.attack.facts import facts_of
from recruitment.attack.knowing import schema_of
from recruitment.attack.readers import read
from recruitment.ingest.originals import Original
from recruitment.publishing.making import attacked
from tests.recruitment.attack.made import (
    FORMATS,
    as_file,
    every_campaign,
    file,
    generated,
    judgement_on,
    le19,
)


@pytest.mark.parametrize("suffix", FORMATS)
def test_nothing_is_found_in_a_clean_report(suffix: str) -> None:
    assert judgement_on(file(suffix), suffix).lines == ()


@pytest.mark.parametrize("suffix", FORMATS)
def test_nothing_is_found_in_a_report_on_several_campaigns(suffix: str) -> None:
    made = every_campaign("strict")
    content = as_file(made.report, suffix)
    assert attacked(made, Original(f"report{suffix}", content)).lines == ()


@pytest.mark.parametrize("suffix", FORMATS)
def test_nothing_is_found_in_a_report_on_a_generated_campaign(suffix: str) -> None:
    made = generated()
    content = as_file(made.report, suffix)
    assert attacked(made, Original(f"report{suffix}", content)).lines == ()


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_count_of_a_report_is_read_from_its_file(suffix: str) -> None:
    made = le19()
    facts = facts_of([read(Original(f"report{suffix}", file(suffix)))], schema_of(made.material))
    printed = {cell for each in made.found for cell in each.published.counts}
    assert facts.counts.keys() == printed
