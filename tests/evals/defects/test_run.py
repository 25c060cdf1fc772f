"""Counting: rates, intervals, goals, exit code."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.defects.registry import DEFECTS
from evals.defects.report import as_json, markdown, write_files
from evals.defects.run import Rate, Report, Trial, run_defects
from tests.evals.defects.conftest import SUMMARY


def trial(defect, hit, **fields):
    values = {"sample": "s", "item": 1, "variant": "v", "control_alarms": frozenset(), "has_control": False}
    return Trial(defect=defect, seen_by=frozenset({"code"}) if hit else frozenset(), **(values | fields))


NO_ALARM = Rate(0, 10)


def report(hits, alarms=NO_ALARM):
    return Report(tuple(trial(DEFECTS[0], hit) for hit in hits), DEFECTS[:1], alarms, 1)


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_interval_holds_the_rate_and_stays_a_share(counts):
    rate = Rate(*counts)
    low, high = rate.interval()
    assert 0 <= low <= rate.value <= high <= 1
    assert high > low


def test_wilson_by_hand():
    low, high = Rate(8, 10).interval()
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)


def test_nothing_planted_has_no_rate():
    assert Rate(0, 0).value is None
    assert Rate(0, 0).interval() is None


def test_goals():
    assert report([True] * 20).shortfalls() == []
    assert [line.split(":")[0] for line in report([True] * 9 + [False]).shortfalls()] == ["overall"]
    low = report([True] * 7 + [False] * 3).shortfalls()
    assert [line.split(":")[0] for line in low] == ["overall", f"failure mode {DEFECTS[0].mode}"]
    assert report([True] * 20, alarms=Rate(1, 10)).shortfalls()[0].startswith("false alarms")
    assert report([]).shortfalls()


@pytest.fixture(scope="session")
def small(sound):
    chosen = [defect for defect in DEFECTS if defect.id in ("wrong-side", "causation", "item-lost", "patient-named")]
    return run_defects([sound], seed=1, defects=chosen)


def test_a_run_counts_every_planted_defect(small):
    assert small.samples == 1
    assert small.sound_items == Rate(0, 2)
    assert small.overall().total == sum(small.of_defect(defect.id).total for defect in small.defects) == 4


def test_the_files_hold_numbers_and_no_text_of_the_case(small, tmp_path):
    write_files(small, tmp_path)
    stored = json.loads((tmp_path / "defects.json").read_text())
    assert stored == json.loads(json.dumps(as_json(small)))
    written = markdown(small) + (tmp_path / "defects.json").read_text()
    assert all(sentence not in written for sentence in SUMMARY.split(". "))


def test_the_command_prints_the_table_and_sets_the_exit_code(home, tmp_path):
    from typer.testing import CliRunner

    from evals.defects.cli import app

    result = CliRunner().invoke(app, ["--suite", "massage", "--home", str(home), "--out", str(tmp_path)])
    stored = json.loads((tmp_path / "defects.json").read_text())
    assert result.exit_code == (1 if stored["shortfalls"] else 0)
    assert "wrong-edition" in result.output
    assert stored["sound_items_blocked"]["hits"] == 0
