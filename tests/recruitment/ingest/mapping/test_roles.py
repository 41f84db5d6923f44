from dataclasses import replace

from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.mapping.roles import candidate_columns


def test_columns_of_no_role_are_not_read() -> None:
    found = candidate_columns(["Name", "Email", "Candidate ID", "Telephone"], default_mapping())

    assert (found.roles, found.dates) == ({"candidate": 2}, {})


def test_applications_are_counted_where_people_have_a_key_too() -> None:
    found = candidate_columns(["Applicant ID", "Application ID", "Stage"], default_mapping())

    assert found.roles == {"candidate": 1, "person": 0, "stage": 2}


def test_two_keys_that_nothing_tells_apart_are_a_problem() -> None:
    found = candidate_columns(["Applicant ID", "Reference"], default_mapping())

    assert found.problems == (
        (
            "the columns “Applicant ID” and “Reference” could all be candidate; say in the mapping "
            "which are ignored"
        ),
    )


def test_a_column_that_the_mapping_leaves_out_is_none() -> None:
    known = default_mapping()
    mapping = replace(known, columns={**known.columns, "reference": "ignored"})

    found = candidate_columns(["Applicant ID", "Reference"], mapping)

    assert (found.roles, found.problems) == ({"candidate": 0}, ())


def test_two_dates_of_one_stage_are_a_problem() -> None:
    found = candidate_columns(["Offer date", "Date of offer"], default_mapping())

    assert found.problems[0].startswith("the columns “Offer date” and “Date of offer” could all be")
