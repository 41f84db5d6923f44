import pytest

from recruitment.ingest.recognition.places import Sentence
from tests.recruitment.ingest.recognition.conftest import Reads


@pytest.mark.parametrize(
    ("sentence", "shares"),
    [
        (
            "Female representation police officers 32%, police staff 65% and Specials \u2013 33%",
            [
                ("Female representation police officers", "32%"),
                ("Female representation police staff", "65%"),
                ("Female representation Specials", "33%"),
            ],
        ),
        (
            "The proportion of females in the office is 71% and the proportion of males is 29%.",
            [
                ("The proportion of females in the office is 71%", "71%"),
                ("the proportion of males is 29%", "29%"),
            ],
        ),
        (
            "The area is 50.5% female and at the latest estimate 25% BME (which is high).",
            [("is 50.5% female", "50.5%"), ("estimate 25% BME", "25%")],
        ),
        (
            "Over 20% of the population live with a disability.",
            [("20% of the population live with a disability", "20%")],
        ),
        ("BAME representation increased by 3%.", []),
        ("22% of women were promoted.", []),
        ("Women are 3% more likely to stay.", []),
        ("No share is stated.", []),
    ],
)
def test_shares_of_a_workforce(read: Reads, sentence: str, shares: list[tuple[str, str]]) -> None:
    found = read(sentence).report
    assert [(each.words, each.printed) for each in found.shares] == shares
    assert found.claims == ()


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "The LE20 campaign shows a BAME application rate at 22.1%.",
            [("LE20", "Application", "22.1%")],
        ),
        (
            "At the assessment centre 16% of candidates were women.",
            [(None, "Assessment centre", "16%")],
        ),
        ("The rate of BAME leavers (9.5%) fell.", [(None, None, "9.5%")]),
        ("22% of BAME applicants were rejected.", []),
    ],
)
def test_shares_of_a_campaign(
    read: Reads, sentence: str, claims: list[tuple[str | None, str | None, str]]
) -> None:
    found = [(each.campaign, each.stage, each.printed) for each in read(sentence).report.claims]
    assert found == claims


@pytest.mark.parametrize(
    ("sentence", "growth"),
    [
        ("An increase of 30% more Cadets, a current total of 294.", ("30%", None, 294)),
        ("An increase to 273 volunteers, a growth of 14%.", ("14%", None, 273)),
        ("It grew from 1,919 to 2,271, an increase of 18%.", ("18%", 1919, 2271)),
        ("It fell from 249 to 188, a decrease of 24%.", ("-24%", 249, 188)),
    ],
)
def test_growth_in_words(read: Reads, sentence: str, growth: tuple[str, int | None, int]) -> None:
    [found] = read(sentence).report.growths
    assert (found.printed, found.before, found.after) == growth


def test_every_sentence_is_handed_on_with_its_place(read: Reads) -> None:
    found = read("Heading\n\n- 4. First, e.g. this. Second.\n\n- 5. Third.")
    assert found.sentences == (
        Sentence("Heading", "line 1"),
        Sentence("First, e.g. this.", "paragraph 4"),
        Sentence("Second.", "paragraph 4"),
        Sentence("Third.", "paragraph 5"),
    )


def test_prose_in_a_table_is_text_too(read: Reads) -> None:
    long = "The office has seventeen employees at the end of the year, and the proportion of"
    found = read(f"\t\t{long}\n1.7\tHeadcount 17\tmales is 29%. It is stable.")
    assert [sentence.text for sentence in found.sentences] == [
        f"{long} males is 29%.",
        "It is stable.",
    ]
    assert [(each.words, each.printed) for each in found.report.shares] == [
        ("the proportion of males is 29%", "29%")
    ]


def test_a_sentence_beyond_measure_is_left_and_named(read: Reads) -> None:
    found = read("BAME representation is " + "5% here, " * 300)
    assert found.report.shares == ()
    assert [remark.why for remark in found.not_understood] == [
        "a sentence of over 2,000 characters is not looked through for percentages"
    ]


def test_growth_has_a_column_of_its_own_or_stands_in_brackets(read: Reads) -> None:
    own = read("\t2017\t2021\tChange\nStaff\t1,499\t1,623\t+8%\nPCSO\tmany\t188\t-24%")
    inside = read("\t2016\t2017\t2021\nStaff\t1,400\t1,499 (+7%)\t1,623 (8x%)")
    assert [(each.label, each.printed, each.before) for each in own.report.growths] == [
        ("Staff", "+8%", 1499),
        ("PCSO", "-24%", None),
    ]
    assert [(each.printed, each.before, each.after) for each in inside.report.growths] == [
        ("+7%", 1400, 1499)
    ]
    assert [remark.why for found in (own, inside) for remark in found.not_understood] == [
        "“PCSO”: the figure before -24% is not readable",
        "“Staff”: “1,623 (8x%)” is not readable",
    ]


def test_two_growths_in_one_sentence_are_not_told_apart(read: Reads) -> None:
    text = "An increase of 30%, then an increase of 20%, to a total of 294."
    assert read(text).report.growths == ()
