"""Texts and lists have bounds where the endpoint takes them, so that a weak model comes to an end."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.engines.llm.schema import assessment_schema, rationale_schema
from drafter.llm.bounds import longest_answer, unbounded
from drafter.llm.tokens import text_tokens
from drafter.llm.transport import is_own_server
from drafter.settings import Settings
from tests.drafter.llm.asking import ASSESS, GOOD, MESSAGES, SCHEMA
from tests.drafter.llm.scripted import completion, failure

ENTRY = {"type": "string", "enum": ["s1", "s2"]}
BOUNDED = {**SCHEMA, "properties": {"evidence": {"type": "array", "items": ENTRY, "maxItems": 1}}}
REFUSED = failure(400, "Invalid schema for response_format: 'maxItems' is not permitted", "invalid_request_error")


def sent(server) -> list[dict[str, object]]:
    return [received.body["response_format"]["json_schema"]["schema"] for received in server.received]


def test_a_server_of_ones_own_gets_the_bounds(server, connect):
    server.add(completion(GOOD))
    connect().ask(MESSAGES, BOUNDED, ASSESS)
    assert sent(server) == [BOUNDED]


def test_a_server_that_refuses_them_is_asked_without_from_then_on(server, connect):
    client = connect()
    server.add(REFUSED, completion(GOOD), completion(GOOD))
    assert client.ask(MESSAGES, BOUNDED, ASSESS).parsed == client.ask(MESSAGES, BOUNDED, ASSESS).parsed
    assert sent(server) == [BOUNDED, SCHEMA, SCHEMA]


def test_an_answer_beyond_the_bounds_is_read_all_the_same(server, connect):
    """An endpoint without bounds cannot know of them; what is too long is for verification to say."""
    server.add(completion('{"evidence": ["s1", "s2"]}'))
    answer = connect().ask(MESSAGES, BOUNDED, ASSESS)
    assert answer.parsed == {"evidence": ["s1", "s2"]}
    assert answer.usage.calls == 1


@pytest.mark.parametrize(
    ("given", "own"),
    [
        ({"base_url": "http://127.0.0.1:1/v1"}, True),
        ({"base_url": "http://127.0.0.1:1/v1", "azure_endpoint": "https://mine.openai.azure.com"}, True),
        ({"base_url": "https://eu.api.openai.com/v1"}, False),
        ({"api_key": "k"}, False),
        ({"azure_endpoint": "https://mine.openai.azure.com"}, False),
    ],
)
def test_openai_and_azure_get_none(tmp_path, given, own):
    assert is_own_server(Settings(home=tmp_path, **given)) == own


names = st.lists(st.text("abcdefgh-", min_size=1, max_size=20), min_size=1, max_size=6, unique=True)


@given(names, st.integers(1, 40), st.data())
def test_no_answer_within_the_bounds_is_longer_than_guessed(keys, sentences, data):
    ids = [f"e{number}" for number in range(1, sentences + 1)]
    for schema in (assessment_schema(keys, ids), rationale_schema(dict.fromkeys(keys, ids))):
        assert text_tokens(json.dumps(longest(schema, schema.get("$defs", {}), data))) <= longest_answer(schema)


def longest(part, definitions, data):
    """An answer that uses all the room."""
    if "$ref" in part:
        return longest(definitions[part["$ref"].split("/")[-1]], definitions, data)
    if "properties" in part:
        return {name: longest(each, definitions, data) for name, each in part["properties"].items()}
    if "items" in part:
        return [longest(part["items"], definitions, data) for _ in range(part["maxItems"])]
    return data.draw(st.sampled_from(part["enum"])) if "enum" in part else "x" * part["maxLength"]


def test_a_criterion_may_be_called_like_a_keyword():
    schema = assessment_schema(["maxItems", "evidence"], ["e1"])
    assert set(unbounded(schema)["properties"]) == {"maxItems", "evidence"}
    assert "maxItems" not in unbounded(schema)["$defs"]["finding"]["properties"]["evidence"]


def test_an_answer_that_was_cut_off_gets_twice_the_room(server, connect):
    server.add(completion(GOOD[:9], "length"), completion(GOOD), completion(GOOD[:9], "length"), completion(GOOD))
    for settings in ({}, {"max_tokens": 70}):
        assert connect(**settings).ask(MESSAGES, SCHEMA, ASSESS, {"max_tokens": 90}).parsed is not None
    assert [received.body["max_tokens"] for received in server.received] == [90, 180, 70, 70]
