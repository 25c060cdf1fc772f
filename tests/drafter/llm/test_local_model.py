"""A real model over the real protocol: llama.cpp's server with SmolLM2-135M, as `drafter model serve` starts it.

DRAFTER_LOCAL_MODEL names the GGUF file, or `drafter model pull` has put it into the data folder.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import select
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.promises import broken_promises
from drafter.engines.llm import LlmEngine
from drafter.llm.client import ModelClient
from drafter.llm.faults import Kind
from drafter.llm.ledger import Place
from drafter.llm.weights import default_weights
from drafter.pipeline import draft_case
from drafter.prompting import Message, open_shelf
from drafter.settings import Settings, home_folder
from tests.drafter.builders import MASSAGE, disputed, make_case

_WEIGHTS = Path(os.environ.get("DRAFTER_LOCAL_MODEL") or default_weights(home_folder()))
"""Read before any test points the data folder elsewhere."""
_START_SECONDS = 180
IDS = [f"s{number}" for number in range(1, 7)]
SCHEMA = {
    "title": "Pointing",
    "type": "object",
    "properties": {
        "status": {"type": "string", "enum": ["met", "not_met", "not_documented"]},
        "evidence": {"type": "array", "items": {"type": "string", "enum": IDS}, "minItems": 1, "maxItems": 3},
    },
    "required": ["status", "evidence"],
    "additionalProperties": False,
}
QUESTION = (
    Message("system", "Answer with the ids of the sentences that say that the patient had physical therapy."),
    Message("user", "\n".join(f"[{name}] Visit {place}: the patient did exercises." for place, name in enumerate(IDS))),
)


def weights() -> Path:
    if importlib.util.find_spec("xllamacpp") is None:
        pytest.skip("the extra local is not installed")
    if not _WEIGHTS.exists():
        pytest.skip(f"{_WEIGHTS} is missing; run drafter model pull, or set DRAFTER_LOCAL_MODEL")
    return _WEIGHTS


@pytest.fixture(scope="module")
def model_server() -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "drafter", "model", "serve", str(weights()), "--port", "0", "--context", "4096"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    ready, _, _ = select.select([process.stdout], [], [], _START_SECONDS)
    line = process.stdout.readline() if ready else ""
    yield process, line
    process.send_signal(signal.SIGKILL)
    process.wait()


@pytest.fixture
def url(model_server) -> str:
    found = re.fullmatch(r"export DRAFTER_BASE_URL=(\S+) DRAFTER_CONCURRENCY=1 DRAFTER_TIMEOUT=600\n", model_server[1])
    assert found, "the server did not say where it is"
    return found[1]


@pytest.fixture
def client(url, tmp_path) -> Iterator[ModelClient]:
    with ModelClient(Settings(base_url=url, home=tmp_path, timeout=600)) as opened:
        yield opened


def test_the_server_says_what_it_serves(client):
    assert client.model == "smollm2-135m-instruct"
    assert client.context_window == 4096


@pytest.mark.parametrize("temperature", [0, 1.5])
def test_the_answer_can_only_hold_ids_of_the_enum(client, temperature):
    """At a high temperature a free model of this size would write anything."""
    for seed in range(4):
        parameters = {"max_tokens": 60, "temperature": temperature, "seed": seed}
        answer = client.ask(QUESTION, SCHEMA, Place("assess", 1), parameters)
        assert answer.problem is None
        assert set(answer.parsed["evidence"]) <= set(IDS)
        assert answer.usage.calls == 1, "the first answer was of the form already"
        assert json.loads(answer.text) == answer.parsed


def test_without_a_schema_the_same_model_does_not_point(url):
    """What the enum is for: asked freely, the model of this size does not answer with an object of ids."""
    body = {
        "messages": [message._asdict() for message in QUESTION], "max_tokens": 40, "temperature": 0,
    }  # fmt: skip
    request = urllib.request.Request(
        f"{url}/chat/completions", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as response:
        text = json.load(response)["choices"][0]["message"]["content"]
    with pytest.raises(ValueError, match="Expecting value"):
        json.loads(text)


def test_the_tokens_of_the_server_are_counted_and_the_guess_is_no_less(client):
    from drafter.llm.tokens import estimate_tokens

    client.ask(QUESTION, SCHEMA, Place("assess", 1), {"max_tokens": 60})
    (entry,) = client.ledger.entries
    assert 0 < entry.spent.input_tokens <= estimate_tokens(QUESTION)
    assert 0 < entry.spent.output_tokens <= 60
    assert client.ledger.usage().cost_usd is None


@pytest.mark.parametrize(
    ("messages", "parameters", "kind"),
    [
        ((Message("user", "word " * 5000),), {"max_tokens": 20}, "context_length"),
        (QUESTION, {"max_tokens": 3}, "truncated"),
    ],
)
def test_the_real_server_fails_as_the_scripted_one_does(client, messages, parameters, kind: Kind):
    assert client.ask(messages, SCHEMA, Place("assess", 1), parameters).problem.kind == kind


def test_a_case_is_drafted_through_it_and_no_promise_is_broken(url, desk, tmp_path):
    """The real pipeline, engine and protocol; the model is so weak that whatever it writes is a test of the checks."""
    case = make_case(disputed(1, MASSAGE))
    settings = Settings(base_url=url, home=tmp_path, timeout=600, concurrency=1)
    with ModelClient(settings) as client:
        engine = LlmEngine(client, open_shelf(), 1)
        draft = draft_case(case, replace(desk, settings=settings, engine=engine))
    (item,), (plain,) = draft.items, draft_case(case, desk).items
    assert draft.engine.model == "smollm2-135m-instruct"
    assert {entry.place.step for entry in client.ledger.entries} >= {"assess", "write"}
    assert not any(flag.code == "engine-fallback" for flag in item.flags), "bounds bring even this model to an end"
    assert (item.outcome, [f.id for f in item.criteria]) == (plain.outcome, [f.id for f in plain.criteria])
    assert broken_promises(draft, case) == []


def test_it_listens_on_loopback_only(url):
    assert url.startswith("http://127.0.0.1:")


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_when_told(name):
    command = [sys.executable, "-m", "drafter", "model", "serve", str(weights()), "--port", "0", "--context", "512"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert "export" in process.stdout.readline()
    process.send_signal(name)
    assert process.wait(60) == 0
