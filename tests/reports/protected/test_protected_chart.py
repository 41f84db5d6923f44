from reports.charts.panels import Panels
from reports.protected.chart import figure, panels
from tests.reports.protected.made import campaign, changed, part


def _points(drawn: Panels) -> list[dict[str, object]]:
    return list(drawn.panels[0].points)


def test_a_point_is_drawn_of_each_share_that_is_printed() -> None:
    points = _points(panels(campaign(), part()))
    assert [each["pct"] for each in points] == [30, 32, None]
    assert [each["counts"] for each in points] == ["60 of 200", "35 of 110", ""]


def test_what_is_hidden_is_said_to_be_not_shown_and_has_no_figure() -> None:
    hidden = _points(panels(campaign(), part()))[2]
    assert hidden["said"] == "LE25, Offer: not shown"
    assert (hidden["pct_text"], hidden["change"], hidden["counts"]) == ("", "", "")


def test_a_hidden_count_leaves_the_other_points_as_they_are() -> None:
    one, other = part(), changed("Offer", None, None, 40, None)
    assert _points(panels(campaign(one), one)) == _points(panels(campaign(other), other))


def test_the_drawing_names_its_table_and_says_that_counts_are_rounded() -> None:
    made = figure(campaign(), part(), "le25-shares")
    assert made.table == "le25-shares"
    drawn = made.draw().to_json()
    assert "of rounded counts" in drawn
    assert "what is hidden is not drawn" in drawn
