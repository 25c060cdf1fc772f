"""A run with a language model: what it depends on, what it costs, and what it must not pretend."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from drafter.engines.llm import LlmEngine
from drafter.errors import BackendUnavailable, InputError
from drafter.llm.cache import Cache, cache_file
from drafter.llm.client import ModelClient
from drafter.llm.exchange import Patience
from drafter.prompting import open_shelf
from drafter.settings import Settings
from evals.summary import build_summary
from tests.drafter.engines.llm.conftest import modelled  # noqa: F401 - a fixture
from tests.drafter.engines.llm.model import ModelServer, good
from tests.drafter.llm.scripted import completion, failure
from tests.evals.runs import run, write_letters


@pytest.fixture(autouse=True)
def _home(home, monkeypatch):
    monkeypatch.setenv("DRAFTER_HOME", str(home))


@pytest.fixture
def letters(tmp_path):
    return write_letters(tmp_path / "letters", 3)


def value(summary, name):
    return next(metric.value for metric in summary.metrics if metric.key == name)


def test_records_hold_model_and_prompts_and_the_offline_engine_is_a_baseline(letters, tmp_path, modelled, desk):  # noqa: F811
    found = run(letters, tmp_path / "out", modelled(good).desk)
    for line in (tmp_path / "out" / "results.jsonl").read_text().splitlines():
        said = json.loads(line)["configuration"]
        assert (said["engine"], said["model"]) == ("llm", "scripted")
        assert set(said["prompts"]) == {"assess", "read", "write", "repair"}
        assert all(len(prompt["sha256"]) == 64 for prompt in said["prompts"].values())
    summary = build_summary(found)
    assert [row.name for row in summary.references][-1] == "offline"
    offline = build_summary(run(letters, tmp_path / "offline", desk))
    own = {metric.key: metric.value for metric in offline.metrics}
    assert all(metric.value == own[metric.key] for metric in summary.references[-1].metrics)
    assert value(summary, "engine.own") == 1
    assert value(summary, "cost.tokens") > 0


def test_a_prompt_that_changed_is_another_configuration(letters, tmp_path, modelled):  # noqa: F811
    desk = modelled(good).desk
    run(letters, tmp_path / "out", desk, limit=1)
    mine = tmp_path / "prompts"
    mine.mkdir()
    shipped = open_shelf()["write"].source
    (mine / "write.md").write_text(shipped.replace("## user", "## user\nBe brief.", 1))
    changed = LlmEngine(desk.engine._client, open_shelf(mine), 1)
    with pytest.raises(InputError, match=r"another configuration \(prompts\)"):
        run(letters, tmp_path / "out", replace(desk, engine=changed))


def test_a_model_that_answers_badly_is_scored_and_its_stand_in_counted(letters, tmp_path, modelled):  # noqa: F811
    found = run(letters, tmp_path / "out", modelled(lambda asked: completion("no JSON")).desk)
    assert found.errors == []
    assert value(build_summary(found), "engine.own") == 0


def test_an_endpoint_that_goes_away_stops_the_run_which_can_go_on(letters, tmp_path, modelled):  # noqa: F811
    answered = []

    def dying(asked):
        answered.append(asked)
        return failure(401, "no", "invalid_api_key") if 2 < len(answered) < 5 else good(asked)

    desk = modelled(dying).desk
    with pytest.raises(BackendUnavailable, match="start it again to go on"):
        run(letters, tmp_path / "out", desk)
    done = (tmp_path / "out" / "results.jsonl").read_text().splitlines()
    assert len(done) == 1
    answered *= 5
    with ModelClient(desk.settings) as client:
        found = run(letters, tmp_path / "out", replace(desk, engine=LlmEngine(client, open_shelf(), 1)))
    assert len(found.records) == 3
    assert value(build_summary(found), "engine.own") == 1


def test_an_endpoint_that_is_not_there_ends_the_run_at_once(letters, tmp_path, modelled):  # noqa: F811
    with pytest.raises(BackendUnavailable):
        run(letters, tmp_path / "out", modelled(good, base_url="http://127.0.0.1:9/v1", model=None).desk)
    assert not (tmp_path / "out" / "results.jsonl").exists()


@pytest.fixture
def cached(desk, tmp_path):
    """A desk whose model's answers are kept, and its server."""
    server = ModelServer(good)
    settings = Settings(base_url=server.url, model="scripted", home=tmp_path / "cache", timeout=5)
    with ModelClient(settings, Cache(cache_file(settings.home)), Patience(usual=0.0)) as client:
        yield replace(desk, settings=settings, engine=LlmEngine(client, open_shelf(), 1)), server
    server.close()


def completions(server):
    return sum(received.method == "POST" for received in server.received)


def test_a_repeat_asks_the_model_again_and_a_second_run_does_not(letters, tmp_path, cached):
    desk, server = cached
    once = run(letters, tmp_path / "once", desk)
    asked = completions(server)
    run(letters, tmp_path / "twice", desk, repeat=2)
    assert completions(server) == 2 * asked
    run(letters, tmp_path / "again", desk, repeat=2)
    assert completions(server) == 2 * asked
    tokens = {score.values["cost.tokens"] for score in once.scores}
    for score in run(letters, tmp_path / "twice", desk, repeat=2).scores:
        assert score.values["cost.tokens"] in tokens
