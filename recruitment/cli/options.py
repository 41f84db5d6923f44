"""The options that commands share, each declared once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How findings are printed."""

    table = "table"
    csv = "csv"
    json = "json"
    markdown = "markdown"


class Blank(StrEnum):
    """Whether Not stated counts in the denominator of a share."""

    include = "include"
    exclude = "exclude"


class PassRateChart(StrEnum):
    """What a chart of pass rates draws."""

    gaps = "gaps"
    funnel = "funnel"
    blanks = "blanks"


class Preset(StrEnum):
    """A disclosure policy."""

    public = "public"
    strict = "strict"
    open = "open"
    internal = "internal"


Db = Annotated[
    Path | None,
    typer.Option(
        "--db",
        envvar="RECRUIT_DB",
        readable=False,  # the warehouse says what is wrong with a file, in one way
        metavar="FILE",
        help="Your own warehouse; without it, the campaigns published in 2020.",
    ),
]
OwnDb = Annotated[
    Path,
    typer.Option(
        "--db",
        envvar="RECRUIT_DB",
        readable=False,
        metavar="FILE",
        help="Your own warehouse; recruit init makes one.",
    ),
]
ImportDb = Annotated[
    Path | None,
    typer.Option(
        "--db",
        envvar="RECRUIT_DB",
        readable=False,
        metavar="FILE",
        help="Your own warehouse; recruit init makes one. --explain needs none.",
    ),
]
WithPublished = Annotated[
    bool,
    typer.Option("--with-published", help="Add the campaigns published in 2020 to your own."),
]
Campaigns = Annotated[
    list[str] | None,
    typer.Option("--campaign", metavar="CODE", help="A campaign, such as LE19; repeatable."),
]
Characteristics = Annotated[
    list[str] | None,
    typer.Option(
        "--characteristic",
        metavar="NAME",
        help="ethnicity, sex, sexual_orientation or disability; repeatable.",
    ),
]
Units = Annotated[
    list[str] | None,
    typer.Option(
        "--unit", metavar="NAME", help="A unit, such as 'Leicestershire Police'; repeatable."
    ),
]
Roles = Annotated[
    list[str] | None,
    typer.Option("--role", metavar="NAME", help="A role, such as 'Police officer'; repeatable."),
]
Headcounts = Annotated[
    list[str] | None,
    typer.Option(
        "--headcount",
        metavar="ROLE=N",
        help="How many hold a role, such as 'Police officer=2271'; a bare N for the only role.",
    ),
]
Area = Annotated[
    str | None,
    typer.Option("--area", metavar="NAME", help="The community to compare with, such as city."),
]
Weights = Annotated[
    list[str] | None,
    typer.Option(
        "--weights",
        metavar="AREA=SHARE,...",
        help="A community of areas mixed, such as city=.32,county=.64,rutland=.04.",
    ),
]
DisclosurePreset = Annotated[
    Preset | None,
    typer.Option(
        "--preset",
        help="What may be published; without it, open for the published figures and public for "
        "your own.",
    ),
]
NotStated = Annotated[
    Blank, typer.Option("--blank", help="Count Not stated in the denominator, or leave it out.")
]
Corrected = Annotated[
    bool, typer.Option("--corrected", help="Apply the documented corrections of printed counts.")
]
ConfidenceLevel = Annotated[
    float, typer.Option("--confidence-level", metavar="LEVEL", help="Of the intervals, 0 to 1.")
]
OutputFormat = Annotated[Format, typer.Option("--format", help="How to print the result.")]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        readable=False,
        metavar="FILE",
        help="Write a file: .csv .json .parquet .xlsx .md for tables, .html .svg .png for charts.",
    ),
]
TableOutput = Annotated[
    Path | None,
    typer.Option(
        "--output",
        readable=False,
        metavar="FILE",
        help="Write a file: .csv .json .parquet .xlsx .md or .html.",
    ),
]
Table = Annotated[
    str | None,
    typer.Option("--table", metavar="NAME", help="Which table CSV and Parquet hold."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace the output file if it exists.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="Print without colour.")]
