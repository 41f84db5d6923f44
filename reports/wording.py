"""How people and figures are put into words: GOV.UK style, counts beside every share."""

from collections.abc import Sequence

from analytics.rounding import percentage

# In the order in which the panel report has them.
CHARACTERISTICS = {
    "ethnicity": "Ethnicity",
    "sex": "Sex",
    "sexual_orientation": "Sexual orientation",
    "disability": "Disability",
}
EVERYBODY, HOME_AREA = "all", "home_area"
PEOPLE = {
    "All": "everybody",
    "Female": "women",
    "Male": "men",
    "Disabled": "disabled people",
    "Not disabled": "non-disabled people",
    "Not LGBT+": "people who are not LGBT+",
}

ONE = {
    "All": "person",
    "Female": "woman",
    "Male": "man",
    "Disabled": "disabled person",
    "Not disabled": "non-disabled person",
    "Not LGBT+": "person who is not LGBT+",
}


def people(group: str, number: int = 0) -> str:
    """Return how candidates of ``group`` are called in a sentence; one of them, after its number.

    >>> people("Female"), people("BAME"), people("Female", 1)
    ('women', 'BAME people', 'woman')
    """
    if number == 1:
        return ONE.get(group) or f"{group} person"
    return PEOPLE.get(group, f"{group} people")


def compared_with(reference: str) -> str:
    """Return how those a group is compared with are called in a sentence.

    >>> compared_with("Male"), compared_with("Everyone else")
    ('men', 'everyone else')
    """
    if reference == "Not stated":
        return "people who did not state"
    added_up = {"All others who stated", "Everyone else"}
    return reference[0].lower() + reference[1:] if reference in added_up else people(reference)


def people_of(characteristic: str, category: str) -> str:
    """Return how the candidates of a category are called, the blanks by their question.

    >>> people_of("sexual_orientation", "Not stated")
    'people with sexual orientation not stated'
    """
    if category == "Not stated":
        return f"people with {characteristic.replace('_', ' ')} not stated"
    return people(category)


def in_words(characteristic: str) -> str:
    """Return a characteristic in the middle of a sentence.

    >>> in_words("sexual_orientation"), in_words("all")
    ('sexual orientation', 'everybody')
    """
    return "everybody" if characteristic == EVERYBODY else characteristic.replace("_", " ")


def capital(text: str) -> str:
    """Return ``text`` as the start of a sentence, or as a heading.

    >>> capital("women"), capital("BAME people")
    ('Women', 'BAME people')
    """
    return text[:1].upper() + text[1:]


def counted(number: int, what: str) -> str:
    """Return how many there are of what takes an s.

    >>> counted(1, "comparison"), counted(6, "comparison")
    ('1 comparison', '6 comparisons')
    """
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def share(numerator: int, denominator: int) -> str:
    """Return a share with its counts.

    >>> share(106, 546)
    '19.41% (106 of 546)'
    """
    return f"{percentage(numerator, denominator)}% ({numerator:,} of {denominator:,})"


def few(items: Sequence[str], most: int = 6) -> str:
    """Return the first ``most`` of ``items`` as a list in a sentence, and how many more there are.

    >>> few(["LE19", "PCDA", "DHEP"], 2)
    'LE19, PCDA and 1 more'
    """
    more = len(items) - most
    return listed([*items[:most], *([f"{more} more"] if more > 0 else [])])


def listed(items: Sequence[str]) -> str:
    """Return ``items`` as a list in a sentence.

    >>> listed(["LE19", "PCDA", "DHEP"])
    'LE19, PCDA and DHEP'
    """
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
