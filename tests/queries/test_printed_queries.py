import duckdb

import queries


def test_monitoring_rows_come_as_printed(con: duckdb.DuckDBPyConnection) -> None:
    rows = queries.printed_stage_rows(con)
    first = rows.filter(campaign="LE19").row(0, named=True)
    assert first | {"document": ""} == {
        "campaign": "LE19",
        "row_order": 1,
        "label": "Applications",
        "stage": "Application",
        "outcome": "entered",
        "enters": None,
        "total": 546,
        "bame": 106,
        "bame_blank": 36,
        "female": 183,
        "female_blank": 17,
        "lgbt": 64,
        "lgbt_blank": 48,
        "disabled": 24,
        "disabled_blank": 20,
        "document": "",
        "source": "panel-2020-06, paragraph 8",
    }
    assert first["document"].startswith("Recruitment and Retention, ")


def test_rows_of_a_campaign_come_in_the_order_printed(con: duckdb.DuckDBPyConnection) -> None:
    rows = queries.printed_stage_rows(con)
    assert rows.group_by("campaign", maintain_order=True).len().rows() == [
        ("DHEP", 1),
        ("LE19", 13),
        ("LE19a", 11),
        ("PCDA", 10),
    ]
    orders = [own["row_order"].to_list() for own in rows.partition_by("campaign")]
    assert orders == [sorted(own) for own in orders]


def test_figures_come_as_printed(con: duckdb.DuckDBPyConnection) -> None:
    figures = queries.printed_figures(con)
    [dhep] = figures.filter(campaign="DHEP", kind="share", category="BAME").to_dicts()
    assert (dhep["printed"], dhep["numerator"], dhep["denominator"]) == ("22.10%", 140, 581)
    assert (dhep["document"], dhep["location"]) == ("panel-2020-06", "paragraph 14")


def test_every_document_of_a_figure_is_cited(con: duckdb.DuckDBPyConnection) -> None:
    figures = queries.printed_figures(con)
    assert figures.filter(citation="").is_empty()
    assert figures.select("document", "citation").unique().height == figures["document"].n_unique()


def test_what_is_printed_without_counts_has_none(con: duckdb.DuckDBPyConnection) -> None:
    lone = queries.printed_figures(con).filter(kind="workforce share")
    assert lone.height > 0
    assert lone["numerator"].null_count() == lone.height
