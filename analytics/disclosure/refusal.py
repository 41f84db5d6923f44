"""A publication that is refused."""

from collections.abc import Sequence


class Refused(Exception):  # noqa: N818 - a publication is refused; nothing is in error
    """Nothing may be published: the attack succeeded, or could not be carried through.

    Attributes:
        places: What it is about, by coordinate, in words; never a value.
    """

    def __init__(self, reason: str, places: Sequence[str] = ()) -> None:
        super().__init__(reason)
        self.places = tuple(places)
