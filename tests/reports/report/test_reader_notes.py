import pytest

from reports.report.reader_notes import for_readers


@pytest.mark.parametrize(
    ("note", "read"),
    [
        (
            "LE19a, women: 105 as printed; --corrected uses 102. So 102 went on.",
            "LE19a, women: 105 as printed. So 102 went on.",
        ),
        (
            (
                "No headcount on 31 May 2020, so no test: PCSO (none known). --headcount "
                "'PCSO=188' tests with that headcount."
            ),
            "No headcount on 31 May 2020, so no test: PCSO (none known).",
        ),
        (
            "There is no leaving rate; --headcount GROUP=N gives the mean in one --period.",
            "There is no leaving rate.",
        ),
        ("Sift -- first part: 3 entered.", "Sift -- first part: 3 entered."),
    ],
)
def test_what_to_type_is_left_out_of_a_paper(note: str, read: str) -> None:
    assert for_readers([note, note]) == (read,)
