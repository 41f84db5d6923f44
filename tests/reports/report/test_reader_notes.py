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
        (
            "A, B is left out at Sift and Offer: no failures are recorded there.",
            "A, B: its pass rates leave out Sift and Offer, where no failures are recorded.",
        ),
        (
            "LE19: Overall counts who entered Offer, the last settled stage.",
            (
                "LE19: Overall, in its pass rates, counts as passed who entered Offer, the last "
                "settled stage."
            ),
        ),
        (
            "Recomputed, half-up. Precision: it agrees at the fewer decimals printed.",
            "Recomputed, half-up. Agree as printed: at the fewer decimals printed.",
        ),
        ("Sift -- first part: 3 entered.", "Sift -- first part: 3 entered."),
    ],
)
def test_what_to_type_is_left_out_of_a_paper(note: str, read: str) -> None:
    assert for_readers([note, note]) == (read,)
