"""Each fault at each of two calls: what the user sees, how often the server is asked, and that nothing is lost."""

from __future__ import annotations

import logging
from typing import NamedTuple

import pytest

from drafter.llm.exchange import Patience
from drafter.llm.faults import FATAL
from tests.drafter.llm.asking import ASSESS, BAD_ID, GOOD, MESSAGES, PATIENT, SCHEMA, WRITE
from tests.drafter.llm.conftest import KEY
from tests.drafter.llm.scripted import Scripted, completion, failure, raw

ECHO = f"{KEY} {PATIENT}"
"""Servers repeat keys and prompts in their errors; none of it may come through."""


class Row(NamedTuple):
    """A fault, and what becomes of it when it comes twice and when the retry succeeds."""

    fault: Scripted
    kind: str
    says: str
    requests: int
    """How often the server is asked when the fault stays."""
    saved: bool
    """Whether the retry can still give an answer."""


ROWS = {
    "refusal": Row(completion(None, refusal=f"I cannot say this of {PATIENT}"), "refusal", "refused", 1, False),
    "truncated": Row(completion('{"evidence": ["s1"', "length"), "truncated", "DRAFTER_MAX_TOKENS", 2, True),
    "content filter": Row(completion(f"{PATIENT}", "content_filter"), "content_filter", "content filter", 1, False),
    "content filter 400": Row(failure(400, ECHO, "content_filter"), "content_filter", "content filter", 1, False),
    "invalid JSON": Row(completion(f"Sure! {PATIENT} is"), "invalid_json", "no valid JSON", 2, True),
    "half JSON": Row(completion('{"evidence": ["s1"]'), "invalid_json", "no valid JSON", 2, True),
    "not a number": Row(completion('{"evidence": NaN}'), "invalid_json", "no valid JSON", 2, True),
    "unknown id": Row(completion(BAD_ID), "schema", "not of the form", 2, True),
    "missing property": Row(completion("{}"), "schema", "not of the form", 2, True),
    "list": Row(completion("[1]"), "schema", "not of the form", 2, True),
    "null": Row(completion("null"), "schema", "not of the form", 2, True),
    "empty": Row(completion(""), "empty", "empty answer", 2, True),
    "white space": Row(completion(" \n"), "empty", "empty answer", 2, True),
    "no content": Row(completion(None), "empty", "empty answer", 2, True),
    "401": Row(failure(401, ECHO, "invalid_api_key"), "auth", "DRAFTER_API_KEY", 1, False),
    "403": Row(failure(403, ECHO), "forbidden", "403", 1, False),
    "404 path": Row(failure(404, "Not Found"), "not_found", "/v1", 1, False),
    "404 model": Row(failure(404, f"The model {ECHO}", "model_not_found"), "no_model", "--model", 1, False),
    "405": Row(failure(405, "Method Not Allowed"), "not_found", "/v1", 1, False),
    "400": Row(failure(400, ECHO, "odd_code"), "bad_request", "400, odd_code", 1, False),
    "400 code is text": Row(failure(400, ECHO, PATIENT), "bad_request", "(400)", 1, False),
    "400 context": Row(
        failure(400, "maximum context length is 8192", "context_length_exceeded"),
        "context_length", "DRAFTER_CONTEXT_WINDOW", 1, False,
    ),
    "400 context llama.cpp": Row(
        failure(400, "the request exceeds the available context size", "400"), "context_length", "too long", 1, False
    ),
    "413": Row(failure(413, ECHO), "context_length", "too long", 1, False),
    "422": Row(failure(422, ECHO), "bad_request", "422", 1, False),
    "402": Row(failure(402, ECHO), "quota", "quota", 1, False),
    "429": Row(failure(429, ECHO), "rate_limit", "DRAFTER_CONCURRENCY", 2, True),
    "429 seconds": Row(failure(429, ECHO, retry_after="0"), "rate_limit", "DRAFTER_CONCURRENCY", 2, True),
    "429 past date": Row(
        failure(429, ECHO, retry_after="Fri, 31 Dec 1999 23:59:59 GMT"), "rate_limit", "too many", 2, True
    ),
    "429 odd header": Row(failure(429, ECHO, retry_after="soon"), "rate_limit", "too many", 2, True),
    "429 long": Row(failure(429, ECHO, retry_after="86400"), "rate_limit", "wait 86400 s", 1, False),
    "429 quota": Row(failure(429, ECHO, "insufficient_quota"), "quota", "quota", 1, False),
    "500": Row(failure(500, ECHO), "server_error", "500", 2, True),
    "503 page": Row(Scripted(503, b"<html>" + ECHO.encode()), "server_error", "503", 2, True),
    "529": Row(failure(529, ECHO), "server_error", "529", 2, True),
    "timeout": Row(completion(GOOD)._replace(delay=1.2), "timeout", "DRAFTER_TIMEOUT", 2, True),
    "dropped": Row(Scripted(drop=True), "connection", "is the server running", 2, True),
    "redirect": Row(Scripted(307, headers=(("Location", "http://127.0.0.1:9/v1"),)), "redirect", "307", 1, False),
    "page": Row(raw(b"<html>" + ECHO.encode(), "text/html"), "protocol", "OpenAI-compatible", 1, False),
    "broken body": Row(raw(b'{"choices": ['), "protocol", "OpenAI-compatible", 1, False),
    "empty body": Row(raw(b""), "protocol", "OpenAI-compatible", 1, False),
    "other body": Row(raw(b'{"hello": "world"}'), "protocol", "OpenAI-compatible", 1, False),
    "no choices": Row(raw(b'{"choices": []}'), "protocol", "OpenAI-compatible", 1, False),
    "no message": Row(raw(b'{"choices": [{"finish_reason": "stop"}]}'), "protocol", "OpenAI-compatible", 1, False),
    "error in 200": Row(raw(b'{"error": {"message": "no"}}'), "protocol", "OpenAI-compatible", 1, False),
}  # fmt: skip

every_fault = pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())


def ask(client, place):
    return client.ask(MESSAGES, SCHEMA, place)


@every_fault
@pytest.mark.parametrize("at", ["assess", "write"])
def test_a_fault_that_stays_becomes_one_line(server, connect, caplog, capfd, row, at):
    caplog.set_level(logging.DEBUG)
    client = connect(timeout=0.4)
    fault = [row.fault] * row.requests
    server.add(*(fault if at == "assess" else [completion(GOOD), *fault]), completion(GOOD))

    first = ask(client, ASSESS)
    asked_first = len(server.received)
    second = ask(client, WRITE)

    failed, other = (first, second) if at == "assess" else (second, first)
    assert failed.parsed is None
    assert failed.problem.kind == row.kind
    assert row.says in failed.problem.message
    assert failed.usage.calls == row.requests
    assert asked_first == (row.requests if at == "assess" else 1)
    if at == "assess" and row.kind in FATAL:
        assert other.problem == failed.problem
        assert len(server.received) == row.requests, "a call that must fail the same way was made"
    else:
        assert other.parsed == {"evidence": ["s1"]}
    assert [entry.problem for entry in client.ledger.entries].count(row.kind) == (2 if other.problem else 1)
    assert_nothing_leaks(failed.problem.message, server.url, caplog, capfd)


def assert_nothing_leaks(message, url, caplog, capfd):
    assert "\n" not in message
    assert url in message
    written = capfd.readouterr()
    for text in (message, caplog.text, written.out, written.err):
        assert "SECRET" not in text
        assert "Jane" not in text


@pytest.mark.parametrize(
    "row", [row for row in ROWS.values() if row.saved], ids=[name for name, row in ROWS.items() if row.saved]
)
def test_a_fault_that_passes_costs_one_more_call(server, connect, row):
    client = connect(timeout=0.4)
    server.add(row.fault, completion(GOOD))
    answer = ask(client, ASSESS)
    assert answer.parsed == {"evidence": ["s1"]}
    assert answer.problem is None
    assert answer.usage.calls == len(server.received) == 2


@pytest.mark.parametrize("name", ["truncated", "invalid JSON", "unknown id", "empty"])
def test_the_model_is_shown_its_own_error(server, connect, name):
    server.add(ROWS[name].fault, completion(GOOD))
    ask(connect(), ASSESS)
    first, second = (received.body["messages"] for received in server.received)
    assert second[:2] == first
    assert [message["role"] for message in second[2:]] == ["assistant", "user"]
    shown = {"truncated": "briefly", "invalid JSON": "not valid JSON", "unknown id": "'s9'", "empty": "was empty"}
    assert shown[name] in second[-1]["content"]


@pytest.mark.parametrize("name", ["429", "500", "timeout", "dropped"])
def test_a_retry_after_a_fault_of_the_server_repeats_the_request(server, connect, name):
    server.add(ROWS[name].fault, completion(GOOD))
    ask(connect(timeout=0.4), ASSESS)
    assert server.received[0].body == server.received[1].body


@pytest.mark.parametrize(("header", "expected"), [("7", 7.0), ("", 2.5), ("soon", 2.5), ("-1", 2.5), ("nan", 2.5)])
def test_it_waits_as_long_as_the_server_wants_else_the_usual_time(server, connect, monkeypatch, header, expected):
    slept = []
    monkeypatch.setattr("drafter.llm.exchange.sleep", slept.append)
    server.add(failure(429, retry_after=header), completion(GOOD))
    ask(connect(patience=Patience(usual=2.5, longest=60)), ASSESS)
    assert slept == [expected]


def test_a_check_of_the_caller_can_send_an_answer_back_once(server, connect):
    server.add(completion(GOOD), completion('{"evidence": ["s2"]}'))
    answer = connect().ask(
        MESSAGES, SCHEMA, ASSESS, check=lambda value: "s1 is not allowed" if "s1" in str(value) else None
    )
    assert answer.parsed == {"evidence": ["s2"]}
    assert "s1 is not allowed" in server.received[1].body["messages"][-1]["content"]


def test_an_answer_that_the_check_rejects_twice_is_a_problem(server, connect):
    server.add(completion(GOOD), completion(GOOD))
    answer = connect().ask(MESSAGES, SCHEMA, ASSESS, check=lambda _: f"about {PATIENT}")
    assert answer.problem.kind == "rejected"
    assert "Jane" not in answer.problem.message


def test_nothing_listens(connect):
    answer = ask(connect(base_url="http://127.0.0.1:9/v1"), ASSESS)
    assert answer.problem.kind == "connection"
    assert "http://127.0.0.1:9/v1" in answer.problem.message
    assert answer.usage.input_tokens == 0, "a request that never arrived cost nothing"


def test_an_unknown_host_is_named_and_not_asked_twice(connect):
    client = connect(base_url="http://no-such-host.invalid/v1")
    answer = ask(client, ASSESS)
    assert answer.problem.kind == "dns"
    assert "no-such-host.invalid" in answer.problem.message
    assert answer.usage.calls == 1
    assert ask(client, WRITE).usage.calls == 0


def test_https_to_a_plain_server_is_named(server, connect):
    answer = ask(connect(base_url=server.url.replace("http:", "https:")), ASSESS)
    assert answer.problem.kind == "tls"


def test_a_server_that_is_down_is_not_asked_for_every_item(server, connect):
    client = connect()
    server.add(*[failure(500)] * 6, completion(GOOD))
    problems = [ask(client, ASSESS).problem.kind for _ in range(5)]
    assert problems == ["server_error"] * 5
    assert len(server.received) == 6


def test_one_good_answer_makes_a_server_count_as_up_again(server, connect):
    client = connect()
    server.add(*[*[failure(500)] * 4, completion(GOOD)] * 3)
    problems = [ask(client, ASSESS).problem for _ in range(9)]
    assert [problem is None for problem in problems] == [False, False, True] * 3
