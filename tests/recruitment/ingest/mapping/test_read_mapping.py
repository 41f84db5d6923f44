from pathlib import Path

import pytest

from recruitment.errors import StorageError, UserError
from recruitment.ingest.mapping.lookup import category_of, outcome_of, stage_of
from recruitment.ingest.mapping.mapping import Label, Mapping
from recruitment.ingest.mapping.reading import read_mapping
from recruitment.ingest.mapping.roll_up import rolled_up

AGES = '[characteristics.age]\npart = ["16 to 24", "25 and over"]\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own.toml"


def read(path: Path, text: str) -> Mapping:
    path.write_text(text, encoding="utf-8")
    return read_mapping(path)


def problems(path: Path, text: str | bytes) -> list[str]:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(UserError) as refused:
        read_mapping(path)
    assert refused.value.exit_code == 2
    lines = refused.value.details or (str(refused.value),)
    return [line.removeprefix("own.toml: ") for line in lines]


def test_headings_are_given_their_roles(path: Path) -> None:
    found = read(path, '[columns]\ncandidate = ["Cand. key"]\noutcome = "Verdict"\n')

    assert (found.columns["cand key"], found.columns["verdict"]) == ("candidate", "outcome")
    assert found.columns["candidate id"] == "candidate"


def test_a_new_stage_is_placed_in_the_order_given(path: Path) -> None:
    text = '[stages]\norder = ["Assessment centre", "Bleep test"]\n"Bleep test" = ["fitness"]\n'

    found = read(path, text)

    assert found.stage_order[3:6] == ("Assessment centre", "Bleep test", "Pre-employment checks")
    assert stage_of(found, "Fitness") == "Bleep test"
    assert found.date_columns["fitness date"] == "Bleep test"


def test_a_new_stage_without_an_order_comes_last(path: Path) -> None:
    assert read(path, '[stages]\n"Bleep test" = []\n').stage_order[-1] == "Bleep test"


def test_a_new_characteristic_has_those_who_did_not_state_it_too(path: Path) -> None:
    found = read(path, AGES + '[answers.age]\n"16 to 24" = ["16-24"]\n').characteristics["age"]

    assert [each.name for each in found.categories] == ["16 to 24", "25 and over", "Not stated"]
    assert category_of(found, "16-24") == "16 to 24"
    assert category_of(found, "Prefer not to say") == "Not stated"


def test_an_answer_in_detail_is_one_of_the_published_category_too(path: Path) -> None:
    found = read(path, '[answers.ethnic_group]\n"White British" = ["British"]\n')

    assert category_of(found.characteristics["ethnicity"], "British") == "White"


def test_a_new_refinement_belongs_to_the_published_categories(path: Path) -> None:
    text = (
        '[characteristics.broad]\nrefines = "ethnicity"\ngroup = ["Asian"]\ncomparator = ["White"]'
    )

    assert rolled_up(read(path, text), "broad") == {
        "Asian": "BAME",
        "White": "White",
        "Not stated": "Not stated",
    }


def test_outcomes_labels_headings_and_dates_are_read(path: Path) -> None:
    text = (
        '[outcomes]\nfailed = ["did not attend"]\n'
        '[labels]\n"Row 9" = {stage = "Offer", outcome = "passed"}\n'
        '[headings]\n"PoC" = {characteristic = "ethnicity", category = "BAME"}\n'
        '[dates]\norder = "month first"\n[dates.columns]\nOffer = "Made on"\n'
    )

    found = read(path, text)

    assert outcome_of(found, "Did not attend") == "failed"
    assert found.labels == {"row 9": Label("Offer", "passed")}
    assert found.headings["poc"] == ("ethnicity", "BAME")
    assert (found.date_order, found.date_columns["made on"]) == ("month first", "Offer")


def test_a_mapping_says_where_it_came_from(path: Path) -> None:
    found = read(path, "")

    assert (found.origin, len(found.sha256 or "")) == ("own.toml", 64)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[column]\n", "the table “column” is not known; did you mean columns?"),
        ('[columns]\ncandidat = "Key"\n', "[columns]: “candidat” is not known; did you mean"),
        ("[columns]\ncandidate = 3\n", "[columns] “candidate” must be text or a list of texts"),
        ('columns = "x"\n', "[columns] must be a table, not text"),
        (
            '[columns]\nstage = "Key"\noutcome = "key"\n',
            "[columns]: “key” has two meanings, stage and outcome",
        ),
        (
            '[columns]\nstage = "Made"\n[dates.columns]\nOffer = "Made"\n',
            "[columns]: “made” is in [dates.columns] too",
        ),
        ('[dates]\norder = "day"\n', "[dates] order: “day” is not known; did you mean day first?"),
        ('[dates]\nformat = "iso"\n', "[dates]: “format” is not known; known are order, columns"),
        (
            '[answers.sex]\nFemail = ["w"]\n',
            "[answers.sex]: “Femail” is not known; did you mean Female?",
        ),
        ('[answers.sexx]\nFemale = ["w"]\n', "[answers]: “sexx” is not known; did you mean sex?"),
        (
            '[answers.sex]\nFemale = ["w"]\nMale = ["W."]\n',
            "[answers.sex]: “W.” has two meanings, Female and Male",
        ),
        ('[answers.sex]\nFemale = ["male"]\n', "[answers.sex]: “Male” cannot mean Female"),
        ('[answers.sex]\nMale = [""]\n', "[answers.sex]: an empty answer is Not stated, always"),
        ('[answers.sex]\nMale = ["♂"]\n', "[answers.sex]: “♂” has no letters or digits to compare"),
        (
            '[answers.ethnicity]\nBAME = ["Roma"]\n',
            "[answers.ethnicity]: “roma” means Roma in ethnic_group, which is White",
        ),
        (
            '[characteristics.age]\ngroup = ["Old"]\n',
            "[characteristics.age]: a group needs a comparator",
        ),
        ("[characteristics.age]\n", "[characteristics.age]: no category"),
        (
            '[characteristics.sex]\ngroup = ["Male"]\n',
            "[characteristics.sex]: “Male” is a comparator, and cannot be a group",
        ),
        (
            '[characteristics.age]\npart = ["Not stated", "Old"]\n',
            "[characteristics.age]: “Not stated” is there always; leave it out",
        ),
        (
            '[characteristics."A b"]\npart = ["Old"]\n',
            "[characteristics.A b]: a code has small letters, digits and underscores only",
        ),
        (
            AGES + 'refines = "sexx"\n',
            "[characteristics.age] refines: “sexx” cannot be refined; known are ethnicity",
        ),
        (
            AGES + 'refines = "ethnicity"\n',
            "[characteristics.age] refines: “16 to 24” belongs to no category of ethnicity",
        ),
        (
            '[stages]\norder = ["Bleep test"]\n',
            "[stages] order: “Bleep test” is not known; known are Application",
        ),
        (
            '[stages]\nOffer = ["sift"]\nApplication = ["sift"]\n',
            "[stages]: “sift” has two meanings",
        ),
        ('[stages]\nOffer = ["application"]\n', "[stages]: “Application” cannot mean Offer"),
        ("[outcomes]\npassed = [1]\n", "[outcomes] “passed” must be text, not a number"),
        (
            '[characteristics.age]\npart = ["+"]\n',
            "[characteristics.age]: “+” has no letters or digits to compare it by",
        ),
        (
            '[characteristics.sex]\nrefines = "disability"\n',
            "[characteristics.sex] refines: sex is known already, and refines nothing",
        ),
        ('[stages]\norder = ["Offer", "Offer"]\n', "[stages] order: a stage stands there twice"),
        ('[outcomes]\npass = ["x"]\n', "[outcomes]: “pass” is not known; did you mean passed?"),
        (
            '[labels]\n"Row" = {stage = "Offer", outcome = "failed", enters = "Offer"}\n',
            "[labels] “Row”: only those who passed enter another stage",
        ),
        (
            '[labels]\n"Row" = {stage = "Offer", outcome = "passed", enters = "Application"}\n',
            "[labels] “Row” enters: “Application” is no stage after Offer",
        ),
        (
            '[labels]\n"Row" = {stage = "Offer", outcome = "passed", enters = "Offer"}\n',
            "[labels] “Row” enters: “Offer” is no stage after Offer",
        ),
        (
            (
                '[labels]\n"Row" = {stage = "Offer", outcome = "failed"}\n'
                '"row." = {stage = "Offer", outcome = "passed"}\n'
            ),
            "[labels]: “row.” has two meanings, Offer, failed and Offer, passed",
        ),
        (
            (
                '[characteristics.a]\nrefines = "b"\npart = ["x"]\n'
                '[characteristics.b]\nrefines = "a"\npart = ["x"]\n'
            ),
            "[characteristics.b] refines: “a” cannot be refined; known are ethnicity, sex",
        ),
        (
            '[labels]\n"Row" = {step = "Offer"}\n',
            "[labels] “Row”: “step” is not known; did you mean",
        ),
        (
            '[headings]\nPoC = {characteristic = "ethnicity", category = "Bame"}\n',
            "[headings] “PoC” category: “Bame” is not known; did you mean BAME?",
        ),
        (
            '[columns]\nstage = "a\\u202eb"\n',
            "[columns] “stage”: “a[U+202E]b” holds U+202E, which cannot be seen; delete it",
        ),
    ],
)
def test_what_cannot_be_is_named_by_its_table(path: Path, text: str, problem: str) -> None:
    assert problems(path, text)[0].startswith(problem)


@pytest.mark.parametrize(
    "text",
    [
        '[labels]\nRow = "Offer"\n',
        '[headings]\nPoC = "BAME"\n',
        '[dates]\norder = ["day first"]\n',
        '[stages]\norder = ["Application", 2]\n',
        "[answers.sex]\nMale = [{}]\n",
        "[answers]\nsex = 1\n",
    ],
)
def test_a_value_of_the_wrong_shape_is_one_problem_and_no_other(path: Path, text: str) -> None:
    (problem,) = problems(path, text)

    assert "must be" in problem


def test_all_problems_are_listed(path: Path) -> None:
    text = '[columm]\n[columns]\nx = "a"\n[outcomes]\nlost = ["b"]\n[stages]\norder = ["c"]\n'

    assert len(problems(path, text)) == 4


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"[columns\n", "own.toml is not TOML: line 1, column 9: "),
        (b"[a]\nb = 1\nb = 2\n", "own.toml is not TOML: line 3, column 6: Cannot overwrite"),
        (b"[a]\n# \xff\n", "own.toml, line 2: the file is not UTF-8 text"),
        (b"a = " + b"[" * 9_000, "own.toml is not"),
        (b"#" * 1_000_001, "own.toml is larger than 1 MB"),
    ],
)
def test_a_file_that_is_no_toml_is_refused_in_one_line(
    path: Path, content: bytes, problem: str
) -> None:
    (found,) = problems(path, content)

    assert found.startswith(problem)
    assert "\n" not in found


def test_a_file_that_there_is_not_is_refused(path: Path) -> None:
    with pytest.raises(UserError, match="there is no mapping file"):
        read_mapping(path)


def test_a_file_that_cannot_be_read_is_a_fault_of_storage(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path.write_text("")
    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(StorageError, match=r"own\.toml cannot be read: Permission denied"):
        read_mapping(path)
