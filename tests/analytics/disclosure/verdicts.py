"""What an attacker can know of all that publications must not give away."""

from analytics.disclosure.attacker import Verdict, attack
from analytics.disclosure.knowledge import system_from, to_protect
from analytics.disclosure.release import Published


def verdicts(*publications: Published) -> tuple[Verdict, ...]:
    """Return the exact ends of every sensitive quantity, from what is printed alone."""
    system = system_from(publications)
    return attack(system, to_protect(system, publications))
