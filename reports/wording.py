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
PEOPLE = {
    "Female": "women",
    "Male": "men",
    "Disabled": "disabled people",
    "Not disabled": "non-disabled people",
    "Not LGBT+": "people who are not LGBT+",
}


def people(group: str) -> str:
    """Return how candidates of ``group`` are called in a sentence.

    >>> people("Female"), people("BAME")
    ('women', 'BAME people')
    """
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


def share(numerator: int, denominator: int) -> str:
    """Return a share with its counts.

    >>> share(106, 546)
    '19.41% (106 of 546)'
    """
    return f"{percentage(numerator, denominator)}% ({numerator:,} of {denominator:,})"


def listed(items: Sequence[str]) -> str:
    """Return ``items`` as a list in a sentence.

    >>> listed(["LE19", "PCDA", "DHEP"])
    'LE19, PCDA and DHEP'
    """
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
