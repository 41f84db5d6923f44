"""The mapping that would be used, printed and handed back, gives the same figures."""

from pathlib import Path

from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.candidates import count_candidates
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.mapping.explaining import explained
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.mapping.reading import read_mapping

OWN = (
    '[columns]\ncandidate = ["Badge"]\n[dates]\norder = "month first"\n'
    '[stages]\norder = ["Application", "Vetting", "Offer"]\nVetting = ["Security"]\n'
    '[outcomes]\nignored = ["Void"]\n"not entered" = ["N/A"]\npending = ["Draft"]\n'
    '[answers.sex]\n"Another answer" = ["Third"]\n[characteristics.age]\npart = ["Old", "New"]\n'
)
ROWS = (
    "Badge,Furthest stage,Status,Ethnic origin,Gender,Age\n1,Security,N/A,A1 - Indian,F,old\n"
    "2,Offer,Draft,White: Irish,Third,new\n3,Application,Void,Roma,Male,\n4,Offer,,,Male,New\n"
)


def same(first: CampaignCounts, second: CampaignCounts) -> bool:
    known = ("stages", "characteristics", "notes", "contradictions", "rows_read")
    alike = all(getattr(first, name) == getattr(second, name) for name in known)
    return alike and first.counts.equals(second.counts)


def handed_back(folder: Path, mapping: Mapping, seen: list[str] | None) -> Mapping:
    (folder / "back.toml").write_text(explained(mapping, seen), encoding="utf-8")
    return read_mapping(folder / "back.toml")


def test_a_mapping_that_was_explained_gives_the_same_figures(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN)
    (tmp_path / "a.csv").write_text(ROWS)
    own = read_mapping(tmp_path / "own.toml")
    counts = count_candidates(tmp_path / "a.csv", own)
    for seen in (None, ROWS.replace("\n", ",").split(",")):
        again = count_candidates(tmp_path / "a.csv", handed_back(tmp_path, own, seen))
        assert same(counts, again)
    assert counts.stages == ("Application", "Vetting", "Offer")


def test_what_is_known_without_a_file_gives_the_same_figures_explained(tmp_path: Path) -> None:
    rows = ROWS.replace("Badge", "Candidate ID").replace("Security", "Offer").replace("N/A", "")
    (tmp_path / "a.csv").write_text(rows.replace("Third", "X").replace("Void", "Failed"))
    counts = count_candidates(tmp_path / "a.csv", default_mapping())
    again = handed_back(tmp_path, default_mapping(), ["X", "Draft", "A1 - Indian"])
    assert same(counts, count_candidates(tmp_path / "a.csv", again))
