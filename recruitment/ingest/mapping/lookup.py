"""What one text of a source means: strict, so that a word nobody explained means nothing."""

import unicodedata
from functools import lru_cache

from recruitment.ingest.mapping.mapping import Characteristic, LeftOut, Mapping, Outcome
from recruitment.ingest.recognition.vocabulary import KEPT, plain

# Signs that people put into a cell for no answer.
NO_ANSWER = " -\u2010\u2011\u2012\u2013\u2014\u2015\u2212."


@lru_cache(KEPT)
def word(text: str) -> str | None:
    """Return ``text`` as words are compared, empty for no answer; None where letters would be lost.

    `plain` keeps Latin letters alone, so a word of another alphabet would look like a blank.

    >>> word("  Prefer NOT to say "), word("-"), word("男"), word("None")
    ('prefer not to say', '', None, 'none')
    """
    name = plain(text)
    if not name:
        return None if text.strip(NO_ANSWER) else ""
    return None if any(map(_is_lost, unicodedata.normalize("NFKD", text.casefold()))) else name


@lru_cache(KEPT)
def _is_lost(letter: str) -> bool:
    return not letter.isascii() and letter.isalnum() and not plain(letter)


def category_of(characteristic: Characteristic, text: str) -> str | None:
    """Return the category that the answer ``text`` means, or None where it is not known.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> sex = default_mapping().characteristics["sex"]
    >>> category_of(sex, "F"), category_of(sex, " "), category_of(sex, "None")
    ('Female', 'Not stated', None)
    """
    name = word(text)
    return None if name is None else characteristic.answers.get(name)


def outcome_of(mapping: Mapping, text: str) -> Outcome | None:
    """Return the outcome that ``text`` means, or None where it is not known.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> outcome_of(default_mapping(), "Offer declined"), outcome_of(default_mapping(), "Declined")
    ('withdrawn', None)
    """
    name = word(text)
    return None if name is None else mapping.outcomes.get(name)


def left_out_of(mapping: Mapping, text: str) -> LeftOut | None:
    """Return why a candidate's row with ``text`` for its outcome does not count; None if it does.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> [left_out_of(default_mapping(), text) for text in ("Not started", "Draft", "Hired")]
    ['not entered', 'ignored', None]
    """
    name = word(text)
    return None if name is None else mapping.left_out.get(name)


def stage_of(mapping: Mapping, text: str) -> str | None:
    """Return the stage that ``text`` names, or None where it is not known.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> stage_of(default_mapping(), "Tel. Interview"), stage_of(default_mapping(), "Seminar")
    ('Telephone interview', None)
    """
    name = word(text)
    return None if name is None else mapping.stages.get(name)


def characteristic_of(mapping: Mapping, text: str) -> Characteristic | None:
    """Return the characteristic that ``text`` names: its code, else a heading of its answers.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> [characteristic_of(default_mapping(), text).name for text in ("ethnic_group", "Gender")]
    ['ethnic_group', 'sex']
    """
    name = word(text) or ""
    code = name.replace(" ", "_")
    if code not in mapping.characteristics:
        code = mapping.columns.get(name, "")
    return mapping.characteristics.get(code)
