"""Text to a label, such as a stage or a category, or why it is none."""

import re
import unicodedata

from recruitment.ingest.characters import tidy
from recruitment.ingest.recognition.vocabulary import labels
from recruitment.ingest.sources.cells import unreadable
from recruitment.ingest.sources.understood import NotUnderstood, Understood

LONGEST = 200
WORD = re.compile(r"[^\W\d_]+")
# Alphabets with letters that look like Latin ones.
STRANGE = {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU"}
# Marks of footnotes, which NFKC would turn into digits of the word before.
RAISED = re.compile(r"([⁰¹²³⁴-⁹]+)")


def label_text(text: str) -> Understood[str] | NotUnderstood:
    r"""Return the label that ``text`` is, or why it is none.

    Compatibility forms become plain (NFKC: full-width letters, ligatures), but for the raised
    digits of footnotes; spaces are tidied.

    >>> label_text("Assessment\u00a0 \uff23entre").value
    'Assessment Centre'
    >>> check_text("\u0410ssessment centre")
    'has U+0410, CYRILLIC CAPITAL LETTER A, among Latin letters; type it again'
    """
    plain = tidy("".join(map(_composed, RAISED.split(tidy(text)))))
    why = _why(plain)
    return NotUnderstood(plain, why) if why else Understood(plain)


def check_text(text: str) -> str | None:
    """Return why ``text`` is no label, to follow it in a sentence; None where it is one."""
    found = label_text(text)
    return found.why if isinstance(found, NotUnderstood) else None


def look_alike(text: str) -> str | None:
    r"""Return the letter of another alphabet that ``text`` has for a Latin one; None for none.

    >>> look_alike("M\u0430le"), look_alike("Café")
    ('U+0430, CYRILLIC SMALL LETTER A', None)
    """
    strange = None if text.isascii() else _strange_letter(text)
    return None if strange is None else f"U+{ord(strange):04X}, {unicodedata.name(strange)}"


def _composed(part: str) -> str:
    return part if RAISED.fullmatch(part) else unicodedata.normalize("NFKC", part)


def _why(text: str) -> str | None:
    if not text:
        return "holds no text"
    if why := unreadable(text):
        return why
    if len(text) > LONGEST:
        return f"has {len(text):,} characters; up to {LONGEST} make a label"
    strange = look_alike(text)
    return None if strange is None else f"has {strange}, among Latin letters; type it again"


def _strange_letter(text: str) -> str | None:
    # Of a word that has Latin letters too, or that is written with look-alikes throughout.
    words: list[str] = WORD.findall(text)
    for word in words:
        strange = [each for each in word if _alphabet(each) in STRANGE]
        if strange and (_has_latin(word) or set(word) <= _look_alikes()):
            return strange[0]
    return None


def _has_latin(word: str) -> bool:
    return any(_alphabet(each) == "LATIN" for each in word)


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _look_alikes() -> frozenset[str]:
    return frozenset(letter for each in labels()["alike"] for letter in str(each["letters"]))
