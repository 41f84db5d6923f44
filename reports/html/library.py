"""The chart library that pages carry: Vega, Vega-Lite and Vega-Embed as one script.

It is kept as ``vega.js``, its licences on top, because putting it together takes a second that
every page would pay for; and so a page is the same whichever vl-convert made it. After an update of
vl-convert, ``vega.js`` is its licences and then what ``built_library`` returns; a test compares.
"""

from reports.html.parts import own

# What the scripts of the pages call.
ON_WINDOW = "window.vegaEmbed = vegaEmbed;"
LICENCES_END = "*/\n"
# What would end the script element that the library stands in, or change it on the way.
UNFIT = ("</script", "<script", "<!--", "\r", "\0")


def chart_library() -> str:
    """Return the script, its licences on top."""
    return own("vega.js")


def built_library() -> str:
    """Return the script as vl-convert puts it together.

    Raises:
        ValueError: It holds text that would end the script element it stands in.
    """
    import vl_convert

    library: str = vl_convert.javascript_bundle(ON_WINDOW)
    if any(mark in library for mark in UNFIT):
        raise ValueError("the chart library cannot stand in an HTML page as it is")
    return library
