"""What follows from a file for the counts that are to be kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from analytics.disclosure.cells import Cell, Quantity
from analytics.disclosure.derived import SYMBOLS, Derived, derive, percentage
from analytics.disclosure.facts import Exact, Fact, Ordered
from analytics.disclosure.protection import confirm
from analytics.disclosure.refusal import Refused
from analytics.disclosure.release import Published
from recruitment.attack.facts import Facts

NOT_PRINTED = "is not what the policy prints of it"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an attacker makes of a file.

    Attributes:
        recovered: Small counts that follow from it, by coordinate; never the count.
        unknown: Places in it that hold what nobody can audit.
    """

    recovered: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def is_safe(self) -> bool:
        """Return whether he has learnt nothing."""
        return not self.recovered and not self.unknown

    @property
    def lines(self) -> tuple[str, ...]:
        """Return what he has learnt, one line each."""
        return (
            *(f"can be recovered: {each}" for each in self.recovered),
            *(f"cannot be audited: {each}" for each in self.unknown),
        )


@dataclass(frozen=True, slots=True)
class Claim:
    """What a file claims to print, and what was printed before.

    Attributes:
        published: What it claims to print.
        earlier: What was printed before, of other counts.
    """

    published: Published
    earlier: tuple[Published, ...] = ()


def judged(facts: Facts, claims: Iterable[Claim]) -> Judgement:
    """Return what an attacker makes of what files tell, and of what was published before."""
    recovered: dict[str, None] = {}
    unknown = dict.fromkeys(facts.unknown)
    owners = {cell: claim for claim in claims for cell in claim.published.counts}
    for claim in dict.fromkeys(owners.values()):
        learnt = list(_learnt(facts, claim.published))
        recovered.update(dict.fromkeys(_recovered(claim, [fact for _, fact in learnt])))
        unknown.update(dict.fromkeys(f"{cell}, which {NOT_PRINTED}" for cell, _ in learnt))
    for cell in facts.counts:
        if cell not in owners:
            unknown[f"{cell}, which the policy does not print"] = None
    return Judgement(tuple(recovered), tuple(unknown))


def _recovered(claim: Claim, learnt: Sequence[Fact]) -> Iterator[str]:
    """Yield the small quantities that can be known from the claim and what was learnt beside it."""
    published = claim.published
    if not published.preset.threshold:
        return
    told = replace(published, also=(*published.also, *learnt))
    try:
        confirm([*claim.earlier, told], published.preset.threshold)
    except Refused as refused:
        # A contradiction names nobody, but what was learnt is not what was printed.
        yield from refused.places


def _learnt(facts: Facts, published: Published) -> Iterator[tuple[Cell, Fact]]:
    """Yield what is told of the true counts beside what is printed."""
    for cell, shown in facts.counts.items():
        if cell in published.counts:
            for count in shown - {None, published.counts[cell]}:
                yield cell, Exact(Quantity.of(cell), _whole(count))
    for figure in facts.derived:
        if all(cell in published.counts for cell in figure.inputs):
            yield from _of_derived(figure, published)
    for larger, smaller in facts.ordered:
        if larger in published.counts and smaller in published.counts:
            yield larger, Ordered(Quantity.of(larger), Quantity.of(smaller))


def _whole(count: int | None) -> int:
    if count is None:
        raise AssertionError("what is hidden was taken out before")
    return count


def _of_derived(figure: Derived, published: Published) -> Iterator[tuple[Cell, Fact]]:
    """Yield a share that does not follow from the printed counts: it is one of true counts."""
    if derive(figure.rule, figure.inputs, published) == figure.printed:
        return
    first = figure.inputs[0]
    if figure.rule == "share" and figure.printed not in SYMBOLS:
        try:
            yield first, percentage(figure)
        except Refused:
            yield first, _nothing(first)
    else:
        # A change binds four counts at once; that it is not understood is enough to refuse it.
        yield first, _nothing(first)


def _nothing(cell: Cell) -> Fact:
    """Return a fact that tells nothing, of what is refused because it is not understood."""
    return Ordered(Quantity.of(cell), Quantity.of(cell))
