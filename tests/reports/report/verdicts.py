"""What p-values make which verdict, and what is said of one that is not settled."""

from typing import Any

EVIDENCE = {"p_value": 0.001, "p_adjusted": 0.01}
ALONE = {"p_value": 0.01, "p_adjusted": 0.2}
NOTHING: dict[str, Any] = {"p_value": None, "p_adjusted": None}
COMPARISON = " It would be evidence if it were the only comparison; as one of 8 comparisons it is"
