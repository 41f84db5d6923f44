"""The look of charts: palette, font stack, nothing registered."""

import altair as alt

from reports.charts import theme


def test_palette_is_that_of_the_analysis_function() -> None:
    published = {"#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"}
    assert set(theme.PALETTE) == published


def test_font_stack_ends_in_fonts_that_are_always_found() -> None:
    assert theme.config()["font"].endswith('"Liberation Sans", sans-serif')


def test_each_campaign_has_a_colour_a_dash_and_a_shape_of_its_own() -> None:
    for looks in (theme.PALETTE, theme.DASHES, theme.SHAPES):
        assert len(set(looks)) == len(looks) == 6


def test_importing_the_theme_changes_no_other_chart() -> None:
    assert alt.theme.active == "default"
    assert "recruit" not in alt.theme.names()
