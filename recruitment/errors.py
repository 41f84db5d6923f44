"""Errors a user can act on, and the exit code each stands for.

    UserError
      UsageError     2  the command line or the configuration asks for what there is not
      DataError      3  the data cannot carry the answer
      CheckError     4  a check found material problems, or a publication is refused
      StorageError   5  locked, full, read-only, damaged, or of another version

A message is one line that says what, where, and what to do; it never quotes a row about a person.
"""

FEW = 12


class UserError(Exception):
    """A fault outside the program; its text is shown as it stands, without a traceback.

    ``details`` are lines to show before it, where one line cannot name every fault.
    """

    exit_code = 2
    details: tuple[str, ...] = ()


class UsageError(UserError):
    """The command line or the configuration asks for something that is not there."""


class DataError(UserError):
    """The data is there but cannot carry the answer."""

    exit_code = 3


class CheckError(UserError):
    """A check found material problems, or a publication is refused."""

    exit_code = 4


class StorageError(UserError):
    """A file cannot be read, written or trusted."""

    exit_code = 5


def nearest(name: str, known: "list[str]", separator: str = ", ") -> str:
    """Return ``did you mean X?`` for the known name most like ``name``, else the list of them.

    Names that hold commas themselves, such as areas, take another ``separator``.

    >>> nearest("LE91", ["LE19", "LE19a", "DHEP"])
    'did you mean LE19?'
    >>> nearest("spaceship", ["LE19", "DHEP"])
    'known are LE19, DHEP'
    >>> nearest("LE25", [])
    'there are none yet'
    """
    from difflib import get_close_matches

    if not known:
        return "there are none yet"
    folded = {each.casefold(): each for each in known}
    close = get_close_matches(name.casefold(), list(folded), n=1, cutoff=0.5)
    if close:
        return f"did you mean {folded[close[0]]}?"
    more = f" and {len(known) - FEW} more" if len(known) > FEW else ""
    return f"known are {separator.join(known[:FEW])}{more}"
