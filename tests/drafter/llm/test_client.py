"""What is sent, to whom, in which form; and what is not."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from pydantic import SecretStr

from drafter.errors import InputError
from drafter.llm.client import ModelClient, open_client
from drafter.llm.transport import Transport
from drafter.settings import Settings
from tests.drafter.llm.asking import ASSESS, GOOD, MESSAGES, PATIENT, SCHEMA
from tests.drafter.llm.conftest import KEY
from tests.drafter.llm.scripted import Scripted, ScriptedServer, completion, failure, models

UNSUPPORTED = failure(400, "This response_format type is unavailable now", "invalid_request_error")


def ask(client: ModelClient, **options):
    return client.ask(MESSAGES, SCHEMA, ASSESS, **options)


def test_a_question_is_sent_as_strict_json_schema(server, connect):
    server.add(completion(GOOD))
    answer = ask(connect(), parameters={"temperature": 0.2, "max_tokens": 70})
    assert answer.parsed == {"evidence": ["s1"]}
    assert (answer.text, answer.cached, answer.problem) == (GOOD, False, None)
    assert answer.usage[:3] == (1, 10, 5)
    (received,) = server.received
    assert received.path == "/v1/chat/completions"
    assert received.body["response_format"] == {
        "type": "json_schema",
        "json_schema": {"name": "Pointing", "schema": SCHEMA, "strict": True},
    }
    assert received.body["messages"] == [{"role": m.role, "content": m.content} for m in MESSAGES]
    assert (received.body["model"], received.body["temperature"]) == ("scripted", 0.2)
    assert received.body["max_tokens"] == received.body["max_completion_tokens"] == 70
    assert received.headers["authorization"] == f"Bearer {KEY}"


def test_settings_win_over_the_parameters_of_a_prompt(server, connect):
    server.add(completion(GOOD))
    ask(connect(temperature=0.5, max_tokens=33), parameters={"temperature": 0, "max_tokens": 900, "top_p": 0.9})
    body = server.received[0].body
    assert (body["temperature"], body["max_tokens"], body["top_p"]) == (0.5, 33, 0.9)


@pytest.mark.parametrize("wanted", [{"max_tokens": "many"}, {"stop": 1}, {"temperature": True}, {"max_tokens": 1.5}])
def test_a_parameter_that_no_endpoint_takes_is_refused_before_any_call(server, connect, wanted):
    with pytest.raises(InputError, match=f"^parameter {next(iter(wanted))}: "):
        ask(connect(), parameters=wanted)
    assert server.received == []


@pytest.mark.parametrize(
    "text",
    [
        f"```json\n{GOOD}\n```",
        f"Here you are:\n{GOOD}\nAnything else?",
        f"<think>maybe {{not}} this</think>{GOOD}",
    ],
)
def test_json_is_found_inside_what_weak_models_put_around_it(server, connect, text):
    server.add(completion(text))
    assert ask(connect()).parsed == {"evidence": ["s1"]}


def test_an_endpoint_without_schemas_is_asked_in_the_next_form_from_then_on(server, connect):
    client = connect()
    server.add(UNSUPPORTED, completion(GOOD), completion(GOOD))
    assert ask(client).parsed == ask(client).parsed == {"evidence": ["s1"]}
    assert [received.mode for received in server.received] == ["json_schema", "json_object", "json_object"]
    first, second, _ = (received.body["messages"][1]["content"] for received in server.received)
    assert second.startswith(first)
    assert '"enum":["s1","s2"]' in second.removeprefix(first)


def test_an_endpoint_without_any_format_is_asked_plainly(server, connect):
    server.add(UNSUPPORTED, UNSUPPORTED, completion(GOOD))
    answer = ask(connect())
    assert answer.parsed == {"evidence": ["s1"]}
    assert [received.mode for received in server.received] == ["json_schema", "json_object", "plain"]
    assert answer.usage.calls == 3


def test_finding_the_form_leaves_the_retry_for_the_model(server, connect):
    server.add(UNSUPPORTED, completion("no"), completion(GOOD))
    assert ask(connect()).parsed == {"evidence": ["s1"]}


def test_an_endpoint_that_takes_no_form_ends_in_a_problem(server, connect):
    server.add(*[UNSUPPORTED] * 5)
    assert ask(connect()).problem.kind == "unsupported_format"
    assert len(server.received) == 3


def test_cut_off_and_refused_are_seen_in_the_plain_form_too(server, connect):
    for finish, kind in (("length", "truncated"), ("content_filter", "content_filter")):
        server.add(UNSUPPORTED, UNSUPPORTED, *[completion(GOOD[:5], finish)] * 2)
        assert ask(connect()).problem.kind == kind
        while server._script:
            server._script.pop()


def test_a_model_that_takes_no_temperature_is_asked_without(server, connect):
    client = connect()
    server.add(failure(400, "Unsupported value: 'temperature' does not support 0"), completion(GOOD), completion(GOOD))
    assert ask(client).parsed == ask(client).parsed == {"evidence": ["s1"]}
    assert ["temperature" in received.body for received in server.received] == [True, False, False]


def test_old_models_of_openai_are_not_asked_by_tools(server, connect):
    server.add(completion(GOOD))
    ask(connect(model="gpt-4"))
    assert server.received[0].mode == "json_object"
    assert "tools" not in server.received[0].body


def test_every_model_is_asked_at_the_same_path_whatever_its_name(server, connect):
    server.add(completion(GOOD))
    assert ask(connect(model="my-codex")).parsed
    assert server.received[0].path == "/v1/chat/completions"


def test_no_more_calls_at_once_than_allowed(server, connect):
    client = connect(concurrency=2)
    server.add(*[completion(GOOD)._replace(delay=0.05)] * 8)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: ask(client), range(8)))
    assert all(answer.parsed for answer in answers)
    assert server.most_at_once == 2
    assert client.ledger.totals().calls == 8


def test_an_endpoint_that_counts_no_tokens_leaves_them_unknown(server, connect):
    server.add(completion(GOOD, usage=False))
    client = connect(price_input=1.0, price_output=1.0)
    assert ask(client).usage[:3] == (1, None, None)
    assert client.ledger.totals().cost_usd is None


# Which model


def test_the_only_model_of_an_endpoint_is_taken(server, connect):
    server.add(models({"id": "the-one", "max_model_len": 4096}), completion(GOOD))
    client = connect(model=None)
    assert client.model == "the-one"
    assert ask(client).parsed
    assert client.context_window == 4096
    assert [received.body.get("model") for received in server.received] == [None, "the-one"]


def test_no_connection_stays_open_when_the_model_is_found(server, connect, monkeypatch):
    """Its name is asked through a client of its own."""
    closed, close = [], Transport.close
    monkeypatch.setattr(Transport, "close", lambda self: closed.append(self.model) or close(self))
    server.add(models({"id": "the-one"}), completion(GOOD))
    client = connect(model=None)
    assert ask(client).parsed
    client.close()
    assert closed == ["", "the-one"]


def test_several_models_are_a_choice_for_the_user(server, connect):
    server.add(models({"id": "a/small:1b"}, {"id": "b large"}))
    client = connect(model=None)
    answer = ask(client)
    assert answer.problem.kind == "no_model"
    assert answer.problem.message == f"{server.url}: name one of its models with --model (a/small:1b)"
    assert client.model is None
    assert ask(client).problem == answer.problem
    assert len(server.received) == 1


def test_no_model_can_be_found_where_nothing_listens(connect):
    client = connect(model=None, base_url="http://127.0.0.1:9/v1")
    assert ask(client).problem.kind == "connection"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"id": "scripted", "max_model_len": 4096}, 4096),
        ({"id": "scripted", "meta": {"n_ctx": 2048, "n_ctx_train": 8192}}, 2048),
        ({"id": "scripted", "meta": {"n_ctx_train": 8192}}, 8192),
        ({"id": "scripted"}, None),
        ({"id": "scripted", "max_model_len": "x", "meta": None}, None),
        ({"id": "other", "max_model_len": 4096}, None),
    ],
)
def test_the_context_window_is_what_the_endpoint_says(server, connect, entry, expected):
    server.add(models(entry))
    assert connect().context_window == expected


def test_the_context_window_of_the_settings_is_not_asked_for(server, connect):
    assert connect(context_window=1000).context_window == 1000
    assert server.received == []


def test_an_endpoint_that_lists_no_models_can_still_be_asked(server, connect):
    client = connect()
    server.add(failure(404), completion(GOOD))
    assert client.context_window is None
    assert ask(client).parsed
    assert client.problem is None


def test_openai_has_a_default_model(tmp_path):
    with open_client(Settings(home=tmp_path, api_key=SecretStr(KEY))) as client:
        assert (client.endpoint, client.model) == ("https://api.openai.com/v1", "gpt-4.1-mini")


def test_azure_is_asked_at_its_deployment(server, connect, monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    server.add(completion(GOOD))
    client = connect(
        base_url=None, model=None, azure_endpoint=server.url.removesuffix("/v1"), azure_deployment="mine",
        azure_api_version="2025-01-01",
    )  # fmt: skip
    # OPENAI_BASE_URL completes settings without an address only, so that it cannot take the place of Azure's.
    assert ask(client).parsed
    assert server.received[0].path == "/openai/deployments/mine/chat/completions?api-version=2025-01-01"
    assert server.received[0].headers["api-key"] == KEY


def test_without_an_endpoint_no_client_is_made(tmp_path):
    with pytest.raises(InputError, match=r"--base-url.*OPENAI_API_KEY"):
        open_client(Settings(home=tmp_path))


# What is not sent


def test_a_server_without_a_key_gets_none_of_the_environment(server, connect, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    server.add(completion(GOOD))
    ask(connect(api_key=None))
    assert KEY not in str(server.received[0])


def test_gateways_proxies_and_redirects_send_nothing_elsewhere(server, connect, monkeypatch):
    other = ScriptedServer()
    for name, value in {
        "LANGSMITH_GATEWAY": "true",
        "LANGSMITH_GATEWAY_URL": other.url,
        "LANGSMITH_GATEWAY_API_KEY": "gw-key",
        "OPENAI_BASE_URL": other.url,
        "OPENAI_API_BASE": other.url,
        "OPENAI_PROXY": other.url,
        "HTTP_PROXY": other.url,
        "http_proxy": other.url,
        "ALL_PROXY": other.url,
    }.items():
        monkeypatch.setenv(name, value)
    client = connect()
    server.add(completion(GOOD), Scripted(307, headers=(("Location", other.url),)))
    assert ask(client).parsed
    assert ask(client).problem.kind == "redirect"
    other.close()
    assert other.received == []
    assert len(server.received) == 2


PROGRAM = """
import logging
logging.basicConfig(level=logging.DEBUG)
from drafter.llm.client import open_client
from drafter.llm.exchange import Patience
from drafter.settings import load_settings
from tests.drafter.llm.asking import ASSESS, MESSAGES, SCHEMA
client = open_client(load_settings(), Patience(usual=0))
print(client.ask(MESSAGES, SCHEMA, ASSESS).parsed)
print(client.ask(MESSAGES, SCHEMA, ASSESS, repeat=1).problem)
from langchain_core.tracers.langchain import wait_for_all_tracers
wait_for_all_tracers()
"""
"""Run in a process of its own, because the client libraries read these variables when they are imported."""


def run_with(environment, server, home):
    server.add(completion(GOOD), failure(500, PATIENT), failure(500, PATIENT))
    own = {"BASE_URL": server.url, "API_KEY": KEY, "MODEL": "scripted", "HOME": str(home)}
    environment = {**os.environ, **environment, **{f"DRAFTER_{name}": value for name, value in own.items()}}
    run = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
    assert "'s1'" in run.stdout
    assert "server_error" in run.stdout
    return run


def test_tracing_by_langsmith_is_off_whatever_its_variables_say(server, tmp_path):
    other = ScriptedServer()
    prefixes = ("LANGSMITH", "LANGCHAIN")
    on = {f"{prefix}_{name}": "true" for prefix in prefixes for name in ("TRACING", "TRACING_V2")}
    to = {f"{prefix}_ENDPOINT": other.url for prefix in prefixes}
    run_with({**on, **to, "LANGSMITH_API_KEY": "ls-key"}, server, tmp_path)
    other.close()
    assert other.received == []


def test_logs_hold_neither_prompt_nor_key_even_when_the_client_is_told_to_log(server, tmp_path):
    run = run_with({"OPENAI_LOG": "debug"}, server, tmp_path)
    assert "Jane" not in run.stdout + run.stderr
    assert "SECRET" not in run.stdout + run.stderr
    assert not [line for line in run.stderr.splitlines() if "openai" in line or "http" in line]


def test_the_key_is_in_no_representation(server, connect):
    client = connect()
    server.add(completion(GOOD))
    ask(client)
    assert "SECRET" not in f"{client!r} {vars(client)!r} {vars(client._exchange)!r}"


def test_importing_the_client_brings_in_no_client_library():
    program = "import sys, drafter.llm.client; print({'openai', 'langchain_core', 'langsmith'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_the_loggers_of_the_host_are_left_alone(server, connect):
    server.add(completion(GOOD))
    before = logging.getLogger().level
    ask(connect())
    assert logging.getLogger().level == before
