"""A chart as its Vega-Lite specification, several times faster than Altair gives it by itself.

While it puts layers and panels together Altair checks each part against its schema and copies it
for each level above, down to the last encoding. A report has a dozen charts, of which that is most
of the time. Our charts change no part once it is made, so parts are shared here, and unchecked; a
test compares with what Altair gives by itself, checked.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import altair as alt


def specification(draw: "Callable[[], alt.TopLevelMixin]") -> dict[str, Any]:
    """Return the specification of the chart that ``draw`` makes."""
    with _shared_parts():
        chart: dict[str, Any] = draw().to_dict(validate=False)
    return chart


@contextmanager
def _shared_parts() -> Iterator[None]:
    from altair.utils.schemapi import debug_mode
    from altair.vegalite.v6.schema.core import FacetedEncoding, InlineData, MarkDef

    shared: tuple[type, ...] = (FacetedEncoding, InlineData, MarkDef)
    for kind in shared:
        # What Altair asks for before it copies a part itself.
        setattr(kind, "__deepcopy__", _itself)  # noqa: B010 - the type does not declare it
    try:
        with debug_mode(False):
            yield
    finally:
        for kind in shared:
            delattr(kind, "__deepcopy__")


def _itself(part: Any, _: Any) -> Any:
    return part
