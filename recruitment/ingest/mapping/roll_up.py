"""The published category that each detailed one belongs to."""

from recruitment.ingest.mapping.ethnic_groups import CODE
from recruitment.ingest.mapping.mapping import Category, Characteristic, Mapping
from recruitment.ingest.recognition.vocabulary import plain


def rolled_up(mapping: Mapping, code: str = CODE) -> dict[str, str]:
    """Return the published category of each category of the characteristic ``code``.

    A detailed category belongs to the one published category of its kind; where there are several,
    to that which its name as an answer means. Nobody is lost: the published categories are unions.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> groups = rolled_up(default_mapping())
    >>> groups["Roma"], groups["Chinese"], groups["Not stated"]
    ('White', 'BAME', 'Not stated')
    """
    detail = mapping.characteristics[code]
    parent = mapping.characteristics[detail.refines or code]
    found = {each.name: parent_of(each, parent) for each in detail.categories}
    return {name: above for name, above in found.items() if above is not None}


def parent_of(category: Category, parent: Characteristic) -> str | None:
    """Return the category of ``parent`` that ``category`` belongs to, or None where none does."""
    alike = [each.name for each in parent.categories if each.kind == category.kind]
    return alike[0] if len(alike) == 1 else parent.answers.get(plain(category.name))


def refinements(mapping: Mapping, code: str) -> list[Characteristic]:
    """Return the characteristics that have ``code`` in more detail.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> [each.name for each in refinements(default_mapping(), "ethnicity")]
    ['ethnic_group']
    """
    return [each for each in mapping.characteristics.values() if each.refines == code]
