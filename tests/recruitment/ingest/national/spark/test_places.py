"""Places of files, as users type them and as Spark spells them."""

from pathlib import Path

import pytest

from recruitment.errors import UsageError
from recruitment.ingest.national.spark.places import place_of


@pytest.mark.parametrize(
    ("typed", "url", "named", "root"),
    [
        ("s3a://hr/exports/*.parquet", "s3a://hr/exports/*.parquet", "*.parquet", "/exports"),
        ("hdfs://nn:8020//a/./b/", "hdfs://nn:8020/a/b", "b", "/a/b"),
        ("abfss://c@account/x y", "abfss://c@account/x y", "x y", "/x y"),
        ("s3a://key:hidden@bucket", "s3a://key:hidden@bucket/", "bucket", "/"),
        ("file:///a/b{1}.csv", "file:///a/b\\{1\\}.csv", "b{1}.csv", "/a/b{1}.csv"),
    ],
)
def test_an_address_stays_as_it_was_typed(typed: str, url: str, named: str, root: str) -> None:
    place = place_of(typed)
    assert (place.url, place.named, place.root) == (url, named, root)


def test_a_path_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a[1].csv").touch()
    exact, pattern = place_of("a[1].csv"), place_of("{x}/c=*/a.csv")
    assert exact.url == f"file:{tmp_path}/a\\[1\\].csv"
    assert pattern.url == f"file:{tmp_path}/\\{{x\\}}/c=*/a.csv"
    assert (exact.root, pattern.root) == (f"{tmp_path}/a[1].csv", f"{tmp_path}/{{x}}")


def test_a_pattern_that_spark_does_not_know_is_refused() -> None:
    with pytest.raises(UsageError, match="Spark knows no \\*\\*; name the folder"):
        place_of("exports/**/*.parquet")
