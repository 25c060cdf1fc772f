"""Gates fail for a broken floor and for a significant regression, and name metric and cases."""

from __future__ import annotations

import pytest

from drafter.errors import InputError
from evals.blessed import bless, read_baseline
from evals.gate import DEFAULTS, Gate, check_gates, parse_gates
from evals.scorers import SCORERS, Unscored, summarise
from evals.summary import build_summary
from tests.drafter.engines.llm.conftest import modelled  # noqa: F401 - a fixture
from tests.evals.builders import scored
from tests.evals.prompted import as_prompted, prompts_without_the_rule
from tests.evals.runs import WorseEngine, run, synthetic_suite, with_engine, write_letters

GATES = "{outcome.strict: {no_regression: true}, flags.clean: {floor: 1}, flags.warnings: {no_regression: true}}"


def verdict(name, gate, scores, blessed=None):
    return check_gates({name: gate}, scores, summarise(scores, SCORERS), blessed)[0]


ROWS = [scored(f"case{number}", lock__fields=number != 3, flags__warnings=float(number)) for number in range(5)]


def test_a_broken_floor_names_the_items():
    found = verdict("lock.fields", Gate(floor=1.0), ROWS)
    assert (found.passed, found.message) == (False, "0.800 is below the floor of 1")
    assert [culprit.case for culprit in found.cases] == ["case3"]


def test_a_broken_floor_names_what_got_worse_where_a_baseline_tells():
    before = [row.model_copy(update={"values": {"lock.fields": row.case != "case1"}}) for row in ROWS]
    now = [row.model_copy(update={"values": {"lock.fields": row.case not in ("case1", "case3")}}) for row in ROWS]
    blessed = type("Blessed", (), {"scores": before})
    assert [culprit.case for culprit in verdict("lock.fields", Gate(floor=1.0), now, blessed).cases] == ["case3"]
    assert [culprit.case for culprit in verdict("lock.fields", Gate(floor=1.0), before, blessed).cases] == ["case1"]


def test_a_broken_ceiling_names_the_worst_first():
    found = verdict("flags.warnings", Gate(ceiling=1.0), ROWS)
    assert not found.passed
    assert [culprit.case for culprit in found.cases] == ["case4", "case3", "case2", "case1"]


def test_a_bound_that_is_met_exactly_is_kept():
    assert verdict("lock.fields", Gate(floor=0.8), ROWS).passed
    assert verdict("flags.warnings", Gate(ceiling=2.0), ROWS).passed


def test_what_cannot_be_computed_fails_its_floor():
    found = verdict("outcome.mcc", Gate(floor=0.1), ROWS)
    assert (found.passed, found.message) == (False, "cannot be computed on these items")


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"outcome.accuracy": 0.9}, "outcome.accuracy: there is no such metric"),
        ({"outcome.mcc": {"flor": 0.1}}, "a gate has `floor`, `ceiling` and `no_regression`"),
        ({"outcome.mcc": "high"}, "outcome.mcc"),
    ],
)
def test_a_bad_gate_is_refused(given, problem):
    with pytest.raises(InputError, match=rf"mine\.yaml: gates: .*{problem}"):
        parse_gates(given, "mine.yaml")


def test_a_number_is_a_floor_and_groups_can_be_named():
    gates = parse_gates({"outcome.mcc": 0.15, "outcome.brier@derived": {"ceiling": 0.2}}, "mine.yaml")
    assert gates == {"outcome.mcc": Gate(floor=0.15), "outcome.brier@derived": Gate(ceiling=0.2)}


@pytest.fixture(scope="module")
def blessed_suite(tmp_path_factory, desk):
    """A suite of nineteen synthetic determinations with a blessed baseline."""
    folder = tmp_path_factory.mktemp("suite")
    suite = synthetic_suite(folder, gates=GATES)
    bless(run(suite, folder / "blessed", desk))
    return suite


@pytest.mark.parametrize("again", range(3))
def test_an_unchanged_run_passes(blessed_suite, tmp_path, desk, again):
    summary = build_summary(run(blessed_suite, tmp_path / "out", desk))
    assert summary.passed
    assert [gate.metric for gate in summary.gates] == ["outcome.strict", "flags.clean", "flags.warnings"]
    assert "no significant regression: " in summary.gates[0].message


def test_a_worse_engine_fails_and_the_right_cases_are_named(blessed_suite, tmp_path, desk):
    before = read_baseline(blessed_suite.with_name("part.baseline.json"))
    worse = run(blessed_suite, tmp_path / "out", with_engine(desk, WorseEngine()))
    summary = build_summary(worse)
    found = next(gate for gate in summary.failed_gates if gate.metric == "outcome.strict")
    assert "significantly worse than the baseline" in found.message
    was_right = {(s.sample, s.item) for s in before.scores if s.values["outcome.right"] is True and not s.derived}
    is_wrong = {(s.sample, s.item) for s in worse.scores if s.values["outcome.right"] is False and not s.derived}
    named = {(culprit.sample, culprit.item) for culprit in found.cases}
    assert named == was_right & is_wrong
    assert all(", was " in culprit.detail for culprit in found.cases)


def test_a_worse_prompt_fails_and_the_right_cases_are_named(blessed_suite, tmp_path, modelled, monkeypatch, home):  # noqa: F811
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    careful = modelled(as_prompted).desk
    baseline = bless(run(blessed_suite, tmp_path / "careful", careful), tmp_path / "careful.json")
    assert build_summary(run(blessed_suite, tmp_path / "again", careful), baseline).passed
    mine = prompts_without_the_rule(tmp_path / "prompts")
    worse = run(blessed_suite, tmp_path / "worse", modelled(as_prompted, prompts=mine).desk)
    before = {(s.sample, s.item): s.values["flags.warnings"] for s in read_baseline(baseline).scores}
    more = {(s.sample, s.item) for s in worse.scores if s.values["flags.warnings"] > before[s.sample, s.item]}
    (failed,) = build_summary(worse, baseline).failed_gates
    assert failed.metric == "flags.warnings"
    assert "significantly worse than the baseline" in failed.message
    assert {(culprit.sample, culprit.item) for culprit in failed.cases} == more


def test_a_better_run_passes(blessed_suite, tmp_path, desk):
    """The regression is one-sided: the worse run as baseline, the sound one judged."""
    worse = run(blessed_suite, tmp_path / "worse", with_engine(desk, WorseEngine()))
    path = bless(worse, tmp_path / "worse.json")
    summary = build_summary(run(blessed_suite, tmp_path / "out", desk), path)
    assert next(gate for gate in summary.gates if gate.metric == "outcome.strict").passed


def test_an_item_of_the_baseline_that_is_gone_fails():
    """Else losing the hard cases would look like progress."""
    blessed = type("Blessed", (), {"scores": ROWS})
    found = verdict("lock.fields", Gate(no_regression=True), ROWS[:3], blessed)
    assert (found.passed, found.message) == (False, "2 items of the baseline are not in this run")
    assert [culprit.case for culprit in found.cases] == ["case3", "case4"]


def test_a_metric_that_only_the_baseline_has_fails():
    """Else a scorer that no longer gives any value would pass for the state to hold."""
    unscored = [row.model_copy(update={"values": {"lock.fields": Unscored(unscored="none")}}) for row in ROWS]
    found = verdict("lock.fields", Gate(no_regression=True), unscored, type("Blessed", (), {"scores": ROWS}))
    message = "cannot be computed on these items any more; the baseline has 0.800"
    assert (found.passed, found.message) == (False, message)
    assert verdict("lock.fields", Gate(no_regression=True), ROWS, type("Blessed", (), {"scores": unscored})).passed


def test_differences_of_the_arithmetic_are_no_regression():
    then = [row.model_copy(update={"values": {"plain_language.ease": 40.0}}) for row in ROWS]
    now = [row.model_copy(update={"values": {"plain_language.ease": 40.0 - 1e-12}}) for row in ROWS]
    blessed = type("Blessed", (), {"scores": then})
    assert verdict("plain_language.ease", Gate(no_regression=True), now, blessed).passed


def test_gates_wait_until_the_whole_suite_was_run(blessed_suite, tmp_path, desk):
    part = build_summary(run(blessed_suite, tmp_path / "out", desk, limit=2))
    assert part.gates == ()
    assert len(part.not_run) == part.samples - 2


def test_a_folder_is_gated_once_it_is_blessed(tmp_path, desk):
    letters = write_letters(tmp_path / "letters", 2)
    done = run(letters, tmp_path / "out", desk)
    assert build_summary(done).gates == ()
    bless(done)
    assert {gate.metric for gate in build_summary(done).gates} == set(DEFAULTS)


def test_gates_are_those_of_the_file_as_it_is_now(blessed_suite, tmp_path, desk):
    suite = synthetic_suite(tmp_path, "SYN-0002.md", gates="{flags.clean: 0.5}")
    done = run(suite, tmp_path / "out", desk)
    suite.write_text(suite.read_text().replace("0.5", "2"))
    assert not build_summary(done).passed
    suite.unlink()
    assert build_summary(done).passed
