"""Two runs are compared on what both have; a difference is called one only when its interval says so."""

from __future__ import annotations

import pytest

from drafter.errors import InputError
from evals.compare import compare
from evals.compare.sides import side_views
from evals.markdown import comparison_markdown
from evals.report.files import write_comparison
from tests.evals.runs import WorseEngine, run, synthetic_suite, with_engine, write_letters


@pytest.fixture(scope="module")
def pair(tmp_path_factory, desk):
    """A run of nineteen synthetic determinations, and one with an engine that overturns nearly everything."""
    folder = tmp_path_factory.mktemp("pair")
    suite = synthetic_suite(folder)
    return run(suite, folder / "sound", desk), run(suite, folder / "worse", with_engine(desk, WorseEngine()))


@pytest.fixture(scope="module")
def comparison(pair):
    return compare(*pair)


def change(comparison, name):
    return next(entry for entry in comparison.changes if entry.metric == name)


def test_a_run_compared_with_itself_differs_in_nothing(pair):
    comparison = compare(pair[0], pair[0])
    assert comparison.configuration == []
    assert comparison.notable == []
    assert comparison.flips == []
    assert (comparison.outcome.gained, comparison.outcome.lost, comparison.outcome.p_value) == (0, 0, 1.0)
    assert all(entry.difference.value == 0 for entry in comparison.changes if entry.difference)
    assert side_views(comparison) == []


def test_a_worse_engine_is_called_worse(comparison):
    worse = change(comparison, "absence.findings"), change(comparison, "outcome.mcc")
    assert worse[1].effect == "worse"
    assert worse[1].difference.interval.high < 0
    assert comparison.outcome.lost > comparison.outcome.gained
    assert comparison.outcome.p_value < 0.05


def test_a_lower_error_is_better_and_a_higher_one_worse(pair, comparison):
    assert change(comparison, "contradiction.outcome").effect == "worse"
    assert change(compare(pair[1], pair[0]), "contradiction.outcome").effect == "better"


def test_shares_of_items_have_an_exact_test_and_means_have_none(comparison):
    assert change(comparison, "contradiction.outcome").mcnemar is not None
    assert change(comparison, "key_points.recall").mcnemar is None
    assert change(comparison, "outcome.roc_auc").mcnemar is None


def test_flips_are_those_that_the_scores_say(pair, comparison):
    before = {(s.sample, s.item): s.values["outcome.right"] for s in pair[0].scores}
    after = {(s.sample, s.item): s.values["outcome.right"] for s in pair[1].scores}
    wanted = {key for key in before if before[key] != after[key]}
    found = [flip for flip in comparison.flips if flip.what == "outcome"]
    assert {(flip.sample, flip.item) for flip in found} == wanted
    assert all(flip.gained == after[flip.sample, flip.item] for flip in found)
    lost = next(flip for flip in found if not flip.gained)
    assert (lost.before, lost.after) in {("upheld", "overturned"), ("overturned", "upheld"), ("upheld", "abstained")}


def test_rationales_stand_side_by_side(pair, comparison):
    views = side_views(comparison)
    flipped = [view for view in views if view.flips]
    assert flipped == views[: len(flipped)]
    view = flipped[0]
    assert view.first.rationale != view.second.rationale
    text = comparison_markdown(comparison, views)
    assert f"{view.case_number.replace('-', '-')}, item {view.item}" in text
    assert "| first run | second run | physician |" in text


def test_a_comparison_is_written(comparison, tmp_path):
    paths = write_comparison(comparison, tmp_path / "out")
    assert [path.name for path in paths] == ["compare.md", "compare.html"]
    page = paths[1].read_text()
    assert page.count('<details class="case"') == len(side_views(comparison))


def test_runs_without_a_common_sample_are_refused(pair, tmp_path, desk):
    other = run(write_letters(tmp_path / "letters", 1), tmp_path / "out", desk)
    with pytest.raises(InputError, match="no sample in common"):
        compare(pair[0], other)


def test_items_of_one_run_only_are_counted_as_unpaired(pair, tmp_path, desk):
    part = run(synthetic_suite(tmp_path, "SYN-000*.md"), tmp_path / "out", desk)
    comparison = compare(pair[0], part)
    wanted = len(pair[0].scores) - len(part.scores)
    assert change(comparison, "items.exact").unpaired == wanted
