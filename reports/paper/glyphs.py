"""Characters that the fonts of the paper do not have: an accessible PDF may not hold them."""

from reports.paper.fonts import FAMILY, fonts
from reports.visible import spelt

# Where a line may break though there is no space.
BREAK = "\u200b"

# As PDF/UA-1, because only then does a missing glyph stop the typesetter.
PROBE = f"""
#set document(title: "Probe")
#set text(font: "{FAMILY}")
#sys.inputs.characters
"""


def drawable(text: str) -> str:
    r"""Return ``text`` with each character that no font can draw spelt out.

    A line may break after each.

    >>> drawable("Łódź 京")
    'Łódź [U+4EAC]\u200b'
    """
    foreign = "".join(sorted({each for each in text if not each.isascii()}))
    return text.translate({ord(each): f"{spelt(each)}{BREAK}" for each in _undrawable(foreign)})


def _undrawable(characters: str) -> str:
    """Return those of ``characters`` that cannot be drawn, halving them until each is known."""
    if not characters or _are_drawn(characters):
        return ""
    if len(characters) == 1:
        return characters
    middle = len(characters) // 2
    return _undrawable(characters[:middle]) + _undrawable(characters[middle:])


def _are_drawn(characters: str) -> bool:
    import typst

    inputs = {"characters": " ".join(characters)}
    try:
        typst.compile(PROBE.encode(), font_paths=fonts(), sys_inputs=inputs, pdf_standards=["ua-1"])
    except typst.TypstError:
        return False
    return True
