"""How well small counts are kept: ``python benchmarks/disclosure.py [--cells N] [--releases N]``.

The attacker beside brute force; what he recovers of careless releases; what of protected ones;
pairs of releases; the packaged LE19 table. Takes about half an hour at full size. Ends with an
error where something is not as promised.
"""

import argparse
import statistics
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, takewhile
from time import perf_counter

import queries
from analytics.disclosure.campaign_flow import release_of
from analytics.disclosure.ledger import Past
from analytics.disclosure.presets import PUBLIC, STRICT, Preset
from analytics.disclosure.protection import confirm, protect
from analytics.disclosure.refusal import Refused
from recruitment.warehouse import open_warehouse
from tests.analytics.disclosure.agreement import Agreement, agreement
from tests.analytics.disclosure.campaigns import campaign, monthly_pair
from tests.analytics.disclosure.careless import ENTRANTS, EXACT, ROUNDED, primary_only
from tests.analytics.disclosure.proof import is_proven
from tests.analytics.disclosure.verdicts import verdicts

CARELESS = [
    ("all outcomes, small counts hidden", EXACT, False),
    ("the same, with shares of true counts to 1 decimal", EXACT, True),
    ("entrants rounded to 5, shares of true counts to 1 decimal", PUBLIC, True),
    ("all outcomes rounded to 5, no percentages", ROUNDED, False),
]
PAIRS = 16
CAMPAIGNS = 4


def main() -> None:
    """Measure everything, and compare it with what is promised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cells", type=int, default=5000, help="hidden cells against brute force")
    parser.add_argument("--releases", type=int, default=1000, help="releases to protect and attack")
    asked = parser.parse_args()
    le19()
    parts = (
        brute_force(asked.cells),
        careless(),
        pairs(min(PAIRS, asked.releases)),
        protected(asked.releases),
    )
    if broken := [promise for part in parts for promise in part]:
        sys.exit("\n".join(["not as promised:", *broken]))


def le19() -> None:
    """Print what of the packaged LE19 table has to be hidden, and how long that takes."""
    with open_warehouse() as con:
        flow = queries.stage_flow(con, campaigns=["LE19"], corrected=False)
    release = release_of(flow, "2020-06")
    for preset in (PUBLIC, STRICT, ENTRANTS, EXACT):
        start = perf_counter()
        ready = protect(release, preset)
        seconds = perf_counter() - start
        hidden = f"{len(ready.hidden)} of {len(ready.counts)} cells hidden"
        print(f"LE19, {preset.name}: {hidden}, {seconds:.2f} s", flush=True)


def brute_force(cells: int) -> list[str]:
    """Print on how many hidden cells of small tables the attacker agrees with brute force."""
    found = Agreement()
    for seed in count():
        found += agreement(seed)
        if found.cells >= cells:
            break
    print(f"brute force: {found.agree:,} of {found.cells:,} hidden cells agree", flush=True)
    return ["the attacker and brute force disagree"] if found.agree < found.cells else []


def careless() -> list[str]:
    """Print how many small quantities an attacker recovers where too little is hidden."""
    recovered = []
    for name, preset, shares in CARELESS:
        made = [
            primary_only(campaign(seed, 400), preset, shares=shares) for seed in range(CAMPAIGNS)
        ]
        found = [each for publication in made for each in verdicts(publication)]
        recovered.append(sum(each.is_recovered for each in found))
        print(f"careless, {name}: {recovered[-1]:,} of {len(found):,} recovered", flush=True)
    return (
        []
        if recovered[0] and recovered[1] > recovered[0]
        else ["the attacker learns nothing of careless releases"]
    )


def pairs(number: int) -> list[str]:
    """Print how many pairs of monthly releases, each safe alone, are not safe together."""
    unsafe = leaks = refused = 0
    for seed in range(number):
        first, second = monthly_pair(seed, 400)
        june, alone = protect(first, PUBLIC), protect(second, PUBLIC)
        try:
            together = protect(second, PUBLIC, ledger=[Past(june, first.counts)])
        except Refused:
            refused += 1
            continue
        leaks += sum(not each.is_safe(PUBLIC.threshold) for each in verdicts(june, together))
        try:
            confirm([june, replace(together, counts=alone.counts)], PUBLIC.threshold)
        except Refused:
            unsafe += 1
    print(f"pairs: {unsafe} of {number} not safe together, {refused} refused", flush=True)
    print(f"pairs audited together: {leaks} unsafe quantities", flush=True)
    if leaks or refused:
        return [f"{leaks} unsafe quantities in pairs, {refused} pairs refused"]
    return [] if unsafe else ["no pair shows why releases are audited together"]


def protected(number: int) -> list[str]:
    """Print what an attacker knows of protected releases, and how long protection takes."""
    tally: Counter[str] = Counter()
    seconds: list[float] = []
    for seed, preset in takewhile(lambda each: each[0] < number, _turns()):
        start = perf_counter()
        try:
            tally.update(_attacked(seed, preset, seconds, start))
        except Refused:
            tally["refused"] += 1
        if seed % 100 == 0:
            print(f"{seed} releases: {dict(tally)}", file=sys.stderr, flush=True)
    ordered = sorted(seconds)
    times = f"median {statistics.median(ordered):.2f} s, longest {ordered[-1]:.2f} s"
    print(f"{number:,} releases protected, {times}: {dict(tally)}", flush=True)
    kinds = ("recovered", "exposed", "unsafe", "unproven", "refused")
    return [f"{tally[kind]} {kind} in protected releases" for kind in kinds if tally[kind]]


def _turns() -> Iterator[tuple[int, Preset]]:
    for seed in count():
        yield seed, (PUBLIC, STRICT, EXACT)[seed % 3]


def _attacked(seed: int, preset: Preset, seconds: list[float], start: float) -> Counter[str]:
    """Return what is to be said of one release, and note how long its protection took."""
    release = campaign(seed)
    ready = protect(release, preset)
    seconds.append(perf_counter() - start)
    found = verdicts(ready)
    return Counter(
        cells=len(ready.counts),
        hidden=len(ready.hidden),
        sensitive=len(found),
        recovered=sum(each.is_recovered for each in found),
        exposed=sum(each.is_exposed(preset.threshold) for each in found),
        unsafe=sum(not each.is_safe(preset.threshold) for each in found),
        unproven=sum(not is_proven(each, ready, release.structures[0]) for each in found),
    )


if __name__ == "__main__":
    main()
