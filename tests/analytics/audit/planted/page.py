"""What was found of what was planted, as a page of the documentation."""

import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import version

from analytics.rounding import half_up
from tests.analytics.audit.planted.nonsense import DRAWS, offered
from tests.analytics.audit.planted.runs import FIRST, MOST_ERRORS, SEED, Runs, Scored

INTRODUCTION = """
# How much `recruit audit` finds

<!-- Generated: do not edit. -->

Reports are made up, errors of every kind are planted in them, and the audit is asked to find them.
Each report has a campaign of 120 to 800 simulated people over up to seven stages (four groups and
the blanks of each), stage-by-stage lists with the change under each, and a table of joiners and
leavers; three in four print two decimals, the others one. None to {most} errors go into each. An
error that leaves the printed figure as it would be anyway is not counted as one, and no two are
planted in one row or one flow, where they might cancel. Everything is drawn with the seed {seed}.

To make this page anew, in about two minutes:

```console
.venv/bin/python benchmarks/audit.py --write
```

The command fails if less is found than this page promises; the test suite checks a small part of
the same at every change. Made with Python {python}, numpy {numpy}.
"""

FOUND = """
## Is what is wrong found, and only that?

*Recall* is the share of figures made wrong that were flagged with a severity above `precision`,
each at its own place. *Precision* is the share of figures flagged that were made wrong, or that
disagree with one that was.

{reports} reports, {errors} errors in {figures} figures: **recall {recall}, precision {precision}**.
Both follow from exact arithmetic, so they are expected to be whole; the reports are tables as
the audit sees them, so how well tables of a document are recognised is not part of it.
"""

EXPLAINED = """
## Is the cause named?

Of the figures flagged, how often the first explanation names what was done, how often one of the
three does, and how often none is offered: the error is called undetermined. A cause is
named only by the very quotient that was planted, or the very slip of the hand. What is planted is
of the kinds that are searched for, at most four rows off, so these are figures for such
mistakes and not for any; costs and widths were chosen on other reports. A single
figure that is one row less another is one of some two hundred quotients, too many to tell from
chance; several together give themselves away. Of a digit dropped, too little may be left.
*At least* is what the command insists on: what was measured, less a margin.
"""

UNEXPLAINED = """
Errors that need no search (truncated figures, flows, totals and changes) say themselves what does
not add up; for these only recall is shown.
"""

NONSENSE = """
## How often is a cause named that is none?

Figures of right tables are replaced by figures drawn at random, which nothing explains. An
explanation should be offered for about one in twenty. The nearer to the right figure they are
drawn, and the fewer decimals they have, the more of them are what some mistake would have given.
The columns say how many figures of a row were replaced, and with how many decimals.
"""

SPEED = """
## How long does it take?

Milliseconds to audit one report, by how many errors are in it, on the machine that made this page.
"""


def page(found: Runs, *, tables: int) -> str:
    """Return the page in Markdown."""
    parts = (
        INTRODUCTION.format(
            most=MOST_ERRORS,
            seed=SEED,
            python=platform.python_version(),
            numpy=version("numpy"),
        ),
        FOUND.format(
            reports=f"{found.reports:,}",
            errors=f"{sum(each.errors for each in found.kinds.values()):,}",
            figures=f"{sum(each.planted for each in found.kinds.values()):,}",
            recall=_per_cent(found.recall),
            precision=_per_cent(found.precision),
        ),
        EXPLAINED,
        _kinds(found),
        UNEXPLAINED,
        NONSENSE,
        _nonsense(tables),
        SPEED,
        _speed(found),
    )
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _kinds(found: Runs) -> str:
    headings = ["planted", "errors", "figures", "recall", "first", "at least"]
    headings += ["one of three", "none offered"]
    rows = sorted(found.kinds.items(), key=lambda item: (not item[1].explicable, item[0]))
    return _table(headings, ([name, *_scores(name, each)] for name, each in rows))


def _scores(name: str, each: Scored) -> list[object]:
    found = [each.errors, each.planted, _per_cent(each.found / each.planted)]
    if not each.explicable:
        return [*found, "", "", "", ""]
    first, any_of_three, silent = (
        _per_cent(count / each.explicable) for count in (each.first, each.any_of_three, each.silent)
    )
    return [*found, first, f"{half_up(100 * FIRST[name], 0)} %", any_of_three, silent]


def _nonsense(tables: int) -> str:
    ways = ((1, 2), (3, 2), (8, 2), (1, 1), (3, 1), (8, 1))
    headings = ["drawn from", *(f"{many}, {places} d.p." for many, places in ways)]
    rows = (
        [name]
        + [
            _per_cent(
                offered(draw, in_row=many, decimals=places, tables=tables // many, seed=SEED).share
            )
            for many, places in ways
        ]
        for name, draw in DRAWS.items()
    )
    return _table(headings, rows)


def _speed(found: Runs) -> str:
    rows = (
        [errors, len(times), half_up(1000 * sum(times) / len(times), 0)]
        for errors, times in sorted(found.seconds.items())
    )
    return _table(["errors", "reports", "milliseconds"], rows)


def _per_cent(share: float) -> str:
    return f"{half_up(100 * share, 1)} %"


def _table(headings: list[str], rows: Iterable[Sequence[object]]) -> str:
    lines: list[Sequence[object]] = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
