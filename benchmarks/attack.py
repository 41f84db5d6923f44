"""Whether a finished report gives anything away: ``python benchmarks/attack.py [--clean N] ...``.

Every kind of leak planted into a report on LE19 in every format that can carry it, and found where
it is; false alarms on clean files; reports that hide too little; and, with ``--cells`` and
``--releases``, the proof of `benchmarks/disclosure.py` beneath. Prints one table. Takes about half
an hour at full size. Ends with an error where something is not as promised.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter

import disclosure

from analytics.disclosure.presets import PUBLIC, STRICT, Preset
from recruitment.errors import CheckError
from recruitment.ingest.originals import Original
from recruitment.publishing.making import Publication, attacked
from tests.analytics.disclosure.campaigns import campaign
from tests.analytics.disclosure.careless import EXACT
from tests.recruitment.attack.changing import Leaks
from tests.recruitment.attack.made import (
    FORMATS,
    as_file,
    carelessly,
    every_campaign,
    file,
    judgement_on,
    le19,
    month_after_month,
    named_apart,
    of_release,
)
from tests.recruitment.attack.planted_books import BOOKS
from tests.recruitment.attack.planted_documents import DOCUMENTS
from tests.recruitment.attack.planted_pages import PAGES
from tests.recruitment.attack.planted_papers import PAPERS
from tests.recruitment.attack.planted_sentences import SENTENCES
from tests.recruitment.attack.planted_words import WORDS, said
from tests.recruitment.attack.test_file_names import HARMLESS, TELLING

OF_FORMAT = {".html": PAGES, ".xlsx": BOOKS, ".docx": DOCUMENTS, ".pdf": PAPERS}
# What a format has no room for: a workbook of ours has no pictures, and nothing said of them.
ELSEWHERE = {
    ".xlsx": {"a count in the alt text of a figure", "a count in the caption of a figure"},
}
CARELESS, MONTHS = 4, 4


@dataclass
class Table:
    """The figures, and what is not as promised."""

    rows: list[tuple[str, str, str]] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def add(self, what: str, figure: str, start: float) -> None:
        """Add a row, and say so."""
        self.rows.append((what, figure, f"{perf_counter() - start:.0f} s"))
        print(*self.rows[-1], sep="; ", file=sys.stderr, flush=True)

    def show(self) -> None:
        """Print the table."""
        width = max(len(what) for what, _, _ in self.rows)
        for what, figure, seconds in self.rows:
            print(f"{what:<{width}}  {figure:>16}  {seconds:>7}")


def main() -> None:
    """Measure everything, and compare it with what is promised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clean", type=int, default=200, help="clean files of generated campaigns")
    parser.add_argument("--cells", type=int, default=5000, help="hidden cells against brute force")
    parser.add_argument("--releases", type=int, default=1000, help="releases to protect and attack")
    asked = parser.parse_args()
    table = Table()
    in_every_format(table)
    in_one_format(table)
    in_names(table)
    packaged(table)
    generated(table, asked.clean)
    careless(table)
    months(table)
    beneath(table, asked.cells, asked.releases)
    table.show()
    if table.broken:
        sys.exit("\n".join(["not as promised:", *table.broken]))


def in_every_format(table: Table) -> None:
    """Plant what a report can hold, and rendered, in each format."""
    plants = {kind: leak.plant for kind, leak in WORDS.items()}
    plants |= {kind: said(text) for kind, text in SENTENCES.items()}
    for suffix in FORMATS:
        start, kinds = perf_counter(), plants.keys() - ELSEWHERE.get(suffix, set())
        missed = [
            kind
            for kind in sorted(kinds)
            if judgement_on(as_file(plants[kind](le19().report), suffix), suffix).is_safe
        ]
        _found(table, f"leaks in what a report says, {suffix}", len(kinds), missed, start)


def in_one_format(table: Table) -> None:
    """Plant what only one format can hold, into the bytes of the file."""
    for suffix, leaks in OF_FORMAT.items():
        start = perf_counter()
        missed = [kind for kind in leaks if not _is_noticed(leaks, kind, suffix)]
        _found(table, f"leaks in the parts of a file, {suffix}", len(leaks), missed, start)


def _is_noticed(leaks: Leaks, kind: str, suffix: str) -> bool:
    """Return whether a leak is found at the place where it is."""
    judgement = judgement_on(leaks[kind].plant(file(suffix)), suffix)
    return any(leaks[kind].place in line for line in judgement.lines)


def in_names(table: Table) -> None:
    """Plant counts in the names of files; and use names that hold none."""
    start = perf_counter()
    missed = [name for name in TELLING if judgement_on(file(".md"), ".md", name).is_safe]
    _found(table, "leaks in the name of a file", len(TELLING), missed, start)
    start = perf_counter()
    alarms = [name for name in HARMLESS if not judgement_on(file(".md"), ".md", name).is_safe]
    _quiet(table, "false alarms, names of files", len(HARMLESS), alarms, start)


def packaged(table: Table) -> None:
    """Count false alarms on the packaged campaigns, one and all, in each format."""
    start = perf_counter()
    made = (le19(), le19("strict"), every_campaign("public"), every_campaign("strict"))
    files = [(each, suffix) for each in made for suffix in FORMATS]
    alarms = [_named(each, suffix) for each, suffix in files if not _is_clean(each, suffix)]
    _quiet(table, "false alarms, packaged campaigns", len(files), alarms, start)


def generated(table: Table, number: int) -> None:
    """Count false alarms on generated campaigns; what would show nothing is left out."""
    start = perf_counter()
    files, alarms = 0, []
    for made in _generated():
        for suffix in FORMATS:
            files += 1
            alarms += [] if _is_clean(made, suffix) else [_named(made, suffix)]
        if files >= number:
            break
    _quiet(table, "false alarms, generated campaigns", files, alarms, start)


def _generated() -> Iterator[Publication]:
    for seed in count():
        preset: Preset = (PUBLIC, STRICT)[seed % 2]
        try:
            yield of_release(named_apart(campaign(seed)), preset)
        except CheckError:
            # Nothing would be left to show.
            continue


def careless(table: Table) -> None:
    """Show that counts are recovered from the file where complementary suppression is off."""
    for name, preset in (("as they are", EXACT), ("rounded", PUBLIC)):
        start = perf_counter()
        made = [carelessly(named_apart(campaign(seed, 400)), preset) for seed in range(CARELESS)]
        found = sum(len(attacked(each, _as_original(each, ".html")).recovered) for each in made)
        what = f"recovered of {CARELESS} reports, only small counts hidden, {name}"
        table.add(what, f"{found:,}", start)
        table.broken += [] if found else [f"nothing recovered: {what}"]


def months(table: Table) -> None:
    """Show that reports a month apart, each safe alone, are told from those made together."""
    start, pairs = perf_counter(), [month_after_month(seed) for seed in range(MONTHS)]
    unsafe, together = (
        sum(not _is_clean(pair[which], ".md") for pair in pairs) for which in (0, 1)
    )
    table.add("monthly reports safe alone, not together", f"{unsafe} of {MONTHS}", start)
    table.add("monthly reports made with the ledger, not safe", f"{together} of {MONTHS}", start)
    table.broken += [] if unsafe else ["no monthly report shows why there is a ledger"]
    table.broken += ["monthly reports made with the ledger are not safe"] if together else []


def beneath(table: Table, cells: int, releases: int) -> None:
    """Prove what the attack rests on, as `benchmarks/disclosure.py` does; 0 leaves it out."""
    if cells:
        start = perf_counter()
        table.broken += disclosure.brute_force(cells)
        table.add("hidden cells against brute force, at least", f"{cells:,}", start)
        start = perf_counter()
        table.broken += disclosure.careless()
        table.add("careless releases", "see above", start)
    if releases:
        start = perf_counter()
        table.broken += disclosure.pairs(min(disclosure.PAIRS, releases))
        table.broken += disclosure.protected(releases)
        table.add("protected releases attacked", f"{releases:,}", start)


def _is_clean(made: Publication, suffix: str) -> bool:
    return attacked(made, _as_original(made, suffix)).is_safe


def _as_original(made: Publication, suffix: str) -> Original:
    return Original(f"report{suffix}", as_file(made.report, suffix))


def _named(made: Publication, suffix: str) -> str:
    return f"{made.preset.name}, {', '.join(each.component.name for each in made.found)}, {suffix}"


def _found(table: Table, what: str, number: int, missed: list[str], start: float) -> None:
    table.add(what, f"{number - len(missed)} of {number}", start)
    table.broken += [f"{what}, not found: {each}" for each in missed]


def _quiet(table: Table, what: str, number: int, alarms: list[str], start: float) -> None:
    table.add(what, f"{len(alarms)} of {number}", start)
    table.broken += [f"{what}: {each}" for each in alarms]


if __name__ == "__main__":
    main()
