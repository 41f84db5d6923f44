from dataclasses import replace

import pytest

from analytics.disclosure.cells import Quantity
from analytics.disclosure.knowledge import system_from, to_protect
from analytics.disclosure.ledger import Past, changes, growth
from analytics.disclosure.presets import OPEN, PUBLIC
from analytics.disclosure.protection import confirm, protect
from analytics.disclosure.refusal import Refused
from tests.analytics.disclosure.campaigns import monthly_pair
from tests.analytics.disclosure.tables import cell, release
from tests.analytics.disclosure.verdicts import verdicts

EXACT = replace(PUBLIC, name="exact", base=1)
JUNE = release({"Disabled": (30, 20), "Not disabled": (80, 50), "Not stated": (20, 10)}, "R1")
JULY = release({"Disabled": (33, 22), "Not disabled": (99, 70), "Not stated": (29, 20)}, "R2")
THREE_MORE = "C1, Sift, entered, disability: Disabled (release R2)"


def test_small_changes_since_the_last_release_are_sensitive() -> None:
    ledger = [Past(protect(JUNE, EXACT), JUNE.counts)]
    found = [str(each) for each in changes(ledger, JULY, 5)]
    assert any(each.startswith(THREE_MORE) for each in found)
    assert all("Not stated" not in each for each in found)


def test_two_releases_each_safe_are_not_safe_together_unless_audited_together() -> None:
    june, alone = protect(JUNE, EXACT), protect(JULY, EXACT)
    ledger = [Past(june, JUNE.counts)]
    together = protect(JULY, EXACT, ledger=ledger)
    careless = replace(alone, sensitive=together.sensitive, identities=together.identities)
    with pytest.raises(Refused, match="would be published") as refused:
        confirm([june, careless], 5)
    assert any(each.startswith(THREE_MORE) for each in refused.value.places)
    assert len(together.hidden) > len(alone.hidden)


def test_a_release_hides_what_the_one_before_had_to_hide() -> None:
    first, second = monthly_pair(11, 60)
    june = protect(first, PUBLIC)
    july = protect(second, PUBLIC, ledger=[Past(june, first.counts)])
    found = verdicts(june, july)
    assert len(found) == len({*june.sensitive, *july.sensitive})
    assert all(each.is_safe(5) for each in found)


def test_an_old_release_whose_counts_are_forgotten_still_binds() -> None:
    first, second = monthly_pair(11, 60)
    june = protect(first, PUBLIC)
    july = protect(second, PUBLIC, ledger=[Past(june)])
    found = {each.quantity: each.is_safe(5) for each in verdicts(june, july)}
    assert all(found[each] for each in june.sensitive)


def test_what_was_once_published_openly_cannot_be_hidden_now() -> None:
    entered = {"Disabled": (30, 3), "Not disabled": (80, 50), "Not stated": (20, 10)}
    once, now = release(entered, "R1"), release(entered, "R2")
    with pytest.raises(Refused, match="known already"):
        protect(now, PUBLIC, ledger=[Past(protect(once, OPEN), once.counts)])


def test_counts_that_fell_do_not_bind() -> None:
    fallen = release({"Disabled": (29, 20), "Not disabled": (80, 50), "Not stated": (20, 10)}, "R2")
    rows = growth([Past(protect(JUNE, EXACT), JUNE.counts)], fallen)
    assert cell("Disabled", "Sift", release="R2") not in {row.terms[0][0] for row in rows}
    assert cell("Not stated", "Sift", release="R2") in {row.terms[0][0] for row in rows}


def test_a_release_cannot_be_published_twice() -> None:
    ledger = [Past(protect(JUNE, EXACT), JUNE.counts)]
    with pytest.raises(Refused, match=r"^a release called R1 was published before$"):
        protect(JUNE, EXACT, ledger=ledger)


def test_what_depends_on_a_release_that_is_gone_is_left_aside() -> None:
    july = protect(JULY, EXACT, ledger=[Past(protect(JUNE, EXACT), JUNE.counts)])
    system = system_from([july])
    assert system.cells == JULY.cells
    assert {each for each, _ in (quantity.terms[0] for quantity in to_protect(system, [july]))} <= {
        *JULY.cells
    }


def test_a_cell_is_the_same_quantity_in_every_ledger() -> None:
    june = protect(JUNE, EXACT)
    assert to_protect(system_from([june]), [june, june]) == june.sensitive
    assert Quantity.of(cell("Disabled", "Sift")) not in june.sensitive
