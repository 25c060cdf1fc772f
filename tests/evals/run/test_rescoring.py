"""Scoring anew reads saved drafts and drafts nothing."""

from __future__ import annotations

import json

import pytest

from drafter.draft import Draft, Precedent
from drafter.errors import InputError, LeakageFound
from drafter.rendering import render_json
from evals.run import load_run, rescore
from tests.evals.runs import FailingEngine, comparable, run, with_engine, write_letters


@pytest.fixture
def done(tmp_path, desk):
    """A run of three letters, one of which could not be drafted."""
    run(write_letters(tmp_path / "letters", 3), tmp_path / "out", with_engine(desk, FailingEngine("CM99-0000003")))
    return tmp_path / "out"


def change(path, **fields):
    draft = Draft.model_validate_json(path.read_bytes())
    items = tuple(item.model_copy(update=fields) for item in draft.items)
    path.write_text(render_json(draft.model_copy(update={"items": items})))


def test_the_same_drafts_have_the_same_scores(done, monkeypatch):
    before = comparable(done)
    monkeypatch.setattr("drafter.pipeline.draft_case", lambda *_: pytest.fail("drafted"))
    rescore(done)
    assert comparable(done) == before


def test_a_folder_that_is_no_run_is_refused_and_not_made(tmp_path):
    with pytest.raises(InputError, match="is not the folder of a run"):
        rescore(tmp_path / "typo")
    assert not (tmp_path / "typo").exists()


def test_times_of_drafting_are_kept(done):
    before = {record.key: record.seconds for record in load_run(done).records}
    assert {record.key: record.seconds for record in rescore(done).records} == before


def test_an_edited_draft_is_scored_as_it_is_now(done):
    first = sorted((done / "drafts").iterdir())[0]
    change(first, outcome="overturned", rationale=())
    values = rescore(done).records[0].scores[0].values
    assert values["outcome.right"] is False
    assert values["form.item"] is False


def test_errors_of_drafting_stay_errors(done):
    assert [record.sample[:12] for record in rescore(done).errors] == ["CM99-0000003"]


def test_an_error_of_a_scorer_is_healed(tmp_path, desk, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr("evals.run.bench.score_draft", lambda *_: 1 / 0)
        found = run(write_letters(tmp_path / "letters", 1), tmp_path / "out", desk)
    assert found.errors[0].error.startswith("ZeroDivisionError")
    assert rescore(tmp_path / "out").errors == []


def test_a_draft_that_is_gone_is_an_error_and_not_a_zero(done):
    sorted((done / "drafts").iterdir())[0].unlink()
    found = rescore(done)
    assert len(found.errors) == 2
    assert all("unscored" in value.model_dump() for value in found.records[0].scores[0].values.values())


def test_scores_say_by_which_scorers_they_are(done, monkeypatch):
    monkeypatch.setattr("evals.run.rescoring.hash_scorers", lambda: "changed")
    found = rescore(done)
    assert {record.configuration.scorers_sha256 for record in found.records} == {"changed"}
    assert found.info.configuration.scorers_sha256 == "changed"


def test_a_leak_in_a_saved_draft_stops_it(done):
    first = sorted((done / "drafts").iterdir())[0]
    own = Precedent(case_number="CM99-0000001", request="massage", decided=None, score=1.0)
    change(first, precedents=(own,))
    with pytest.raises(LeakageFound, match="is the case itself"):
        rescore(done)


def test_two_processes_score_like_one(done):
    one = comparable(done)
    rescore(done, jobs=2)
    assert comparable(done) == one


def test_a_case_half_that_holds_the_decision_stops_it(done):
    path = done / "samples.jsonl"
    first, *others = path.read_text(encoding="utf-8").splitlines()
    sample = json.loads(first)
    sample["case"]["records"][-1]["pages"][-1]["text"] += f"\n{sample['target']['items'][0]['rationale']}"
    path.write_text("\n".join([json.dumps(sample), *others]) + "\n", encoding="utf-8")
    with pytest.raises(LeakageFound, match="case half"):
        rescore(done)
