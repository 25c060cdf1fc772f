"""Plots show what the scores say."""

from __future__ import annotations

import pytest

from evals.report.plots import LEFT, SIZE, TOP, plots_of
from evals.scorers.base import Unscored
from evals.scorers.outcome import outcome_values
from tests.evals.builders import scored


def decided(case, actual, predicted, probability):
    return scored(case).model_copy(update={"values": outcome_values(actual, predicted, probability)})


SCORES = [
    *(decided(f"u{n}", "upheld", "upheld", 0.1) for n in range(6)),
    decided("w", "upheld", "overturned", 0.9),
    decided("o", "overturned", "overturned", 0.9),
    decided("a", "overturned", None, 0.5),
]


def test_the_matrix_counts_every_item_once():
    cells = {(cell.actual, cell.predicted): cell for cell in plots_of(SCORES).cells}
    assert sum(cell.items for cell in cells.values()) == len(SCORES)
    assert cells["upheld", "upheld"].items == 6
    assert cells["overturned", "abstained"].shade == 0.5


def test_risk_starts_with_the_surest_and_ends_with_the_share_decided():
    plots = plots_of(SCORES)
    assert plots.risk[-1].x == pytest.approx(LEFT + SIZE * 8 / 9, abs=0.1)
    assert "1 in" not in plots.risk[0].text
    assert plots.base_risk == pytest.approx(TOP + SIZE * (1 - (2 / 9) / plots.risk_top), abs=0.1)


def test_calibration_bars_hold_their_point():
    points = plots_of(SCORES).calibration
    assert len(points) == 3
    assert all(point.high <= point.y <= point.low for point in points)


def test_every_coordinate_lies_in_the_picture():
    plots = plots_of(SCORES)
    for point in (*plots.risk, *plots.calibration):
        assert LEFT <= point.x <= LEFT + SIZE
        assert TOP <= point.y <= TOP + SIZE


def test_nothing_to_draw_is_drawn_as_nothing():
    empty = plots_of([scored("a", outcome__actual=Unscored(unscored="error"))])
    assert (empty.cells, empty.risk, empty.calibration) == ([], [], [])
    ancillary = plots_of([scored("a", derived=True, outcome__actual="upheld")])
    assert ancillary.cells == []
