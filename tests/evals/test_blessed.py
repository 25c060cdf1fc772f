"""A baseline is what a person declared it to be; it holds scores and no text."""

from __future__ import annotations

import json

import pytest

from drafter.errors import InputError
from drafter.resources import data_folder
from evals.blessed import baseline_path, bless, read_baseline
from evals.suite import load_suite
from tests.evals.runs import FailingEngine, run, with_engine, write_letters


@pytest.fixture
def letters(tmp_path):
    return write_letters(tmp_path / "letters", 2)


def reproducible(scores):
    """Scores without the time that drafting took."""
    return [
        score.model_copy(update={"values": {k: v for k, v in sorted(score.values.items()) if k != "cost.seconds"}})
        for score in scores
    ]


def test_what_is_blessed_comes_back(letters, tmp_path, desk):
    done = run(letters, tmp_path / "out", desk, repeat=2)
    found = read_baseline(bless(done))
    assert reproducible(found.scores) == reproducible(done.scores)
    assert found.configuration == done.info.configuration


def test_the_baseline_of_a_folder_lies_beside_it(letters, tmp_path, desk):
    path = bless(run(letters, tmp_path / "out", desk))
    assert path == tmp_path / "letters.baseline.json"
    assert len(load_suite(letters).samples) == 2


def test_shipped_baselines_lie_with_the_package_and_others_beside_their_suite(tmp_path):
    assert baseline_path(load_suite("massage").path).parent.name == "baselines"
    assert baseline_path(load_suite("massage").path).name == "massage.json"
    (tmp_path / "mine.yaml").touch()
    assert baseline_path(tmp_path / "mine.yaml") == tmp_path / "mine.baseline.json"


def test_a_baseline_holds_no_text(letters, tmp_path, desk):
    done = run(letters, tmp_path / "out", desk)
    text = bless(done).read_text()
    for sample in done.samples:
        for page in (page for record in sample.case.records for page in record.pages):
            assert not any(sentence.strip() in text for sentence in page.text.split(". ") if len(sentence) > 20)
        assert sample.target.items[0].rationale[:30] not in text


def test_a_baseline_has_one_line_a_column(letters, tmp_path, desk):
    lines = bless(run(letters, tmp_path / "out", desk)).read_text().splitlines()
    line = next(line for line in lines if line.startswith('"outcome.actual"'))
    assert json.loads("{" + line.rstrip(",") + "}") == {"outcome.actual": ["upheld", "upheld"]}


def test_running_moves_no_baseline(letters, tmp_path, desk):
    path = bless(run(letters, tmp_path / "out", desk))
    before = path.read_bytes()
    run(letters, tmp_path / "again", desk)
    assert path.read_bytes() == before


def test_a_run_with_errors_or_gaps_is_not_blessed(letters, tmp_path, desk):
    failed = run(letters, tmp_path / "failed", with_engine(desk, FailingEngine("CM99-0000001")))
    with pytest.raises(InputError, match="has 1 errors; run it again with --retry-errors"):
        bless(failed)
    with pytest.raises(InputError, match="lacks 1 samples of its suite"):
        bless(run(letters, tmp_path / "part", desk, limit=1))
    assert not (tmp_path / "letters.baseline.json").exists()


def test_a_damaged_baseline_is_named(tmp_path):
    (tmp_path / "x.json").write_text("{}")
    with pytest.raises(InputError, match=r"x\.json: is no baseline of this version"):
        read_baseline(tmp_path / "x.json")
    assert read_baseline(tmp_path / "absent.json") is None


@pytest.mark.parametrize("name", ["massage", "seeds"])
def test_the_shipped_baselines_are_of_shipped_letters(name):
    suite = load_suite(name)
    found = read_baseline(baseline_path(suite.path))
    assert found is not None
    assert {score.case for score in found.scores} <= {sample.case_number for sample in suite.samples}
    assert (data_folder("seeds") / "synthetic").is_dir()
