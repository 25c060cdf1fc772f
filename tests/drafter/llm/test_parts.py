"""The small parts: waiting times, JSON out of text, addresses, guesses of tokens."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.llm.address import check_address, is_openai, with_foreign
from drafter.llm.answers import Reply, read, read_text
from drafter.llm.classify import retry_after
from drafter.llm.faults import _MESSAGES, FATAL, SHOWN, WAITED, Fault, Problem, Setting, explain
from drafter.llm.tokens import estimate_tokens, text_tokens
from drafter.prompting import Message
from tests.drafter.llm.asking import GOOD, SCHEMA
from vectorstore.network import is_loopback

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

# Waiting


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"retry-after": "20"}, 20.0),
        ({"retry-after": " 0.5 "}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": format_datetime(NOW + timedelta(seconds=90), usegmt=True)}, 90.0),
        ({"retry-after": format_datetime(NOW - timedelta(days=1), usegmt=True)}, 0.0),
        ({}, None),
    ],
)
def test_how_long_the_server_wants_to_be_left_alone(headers, expected):
    assert retry_after(headers, NOW) == expected


@given(st.text(max_size=40))
def test_a_header_that_makes_no_sense_is_no_waiting_time(value):
    wait = retry_after({"retry-after": value}, NOW)
    assert wait is None or 0 <= wait < float("inf")


# Lines


def test_every_kind_of_fault_has_a_line_with_endpoint_and_way_out():
    setting = Setting("http://here/v1", "tiny", "DRAFTER_API_KEY", 5.0, 100)
    for kind in _MESSAGES:
        problem = explain(Fault(kind, 418, "odd"), setting)
        assert "{" not in problem.message
        assert "\n" not in problem.message
        assert "http://here/v1" in problem.message or kind == "budget"
        assert any(mark in problem.message for mark in (";", "?"))


def test_kinds_belong_to_one_policy():
    assert not SHOWN & WAITED
    assert not FATAL & (SHOWN | WAITED)
    assert set(_MESSAGES) >= SHOWN | WAITED | FATAL
    assert Problem("auth", "").fatal
    assert not Problem("schema", "").fatal


# Answers


@given(
    st.dictionaries(st.text(max_size=5), st.recursive(st.text() | st.integers() | st.none(), st.lists, max_leaves=5))
)
def test_any_object_is_read_back_bare_and_from_within_prose(value):
    anything = {"type": "object"}
    assert read_text(json.dumps(value), anything).value == value
    assert read_text(f"So:\n```json\n{json.dumps(value)}\n```", anything).value == value


@given(st.text(max_size=80))
def test_any_text_is_an_answer_or_a_fault(text):
    parsed = read(Reply(text), SCHEMA)
    assert (parsed.value is None) != (parsed.fault is None)


def test_deep_nesting_is_a_fault():
    assert read_text("[" * 100_000, SCHEMA).fault.kind == "invalid_json"
    assert read_text('{"a":' * 100_000, SCHEMA).fault.kind == "invalid_json"
    assert read_text("x" + '{"a":' * 100_000, SCHEMA).fault.kind == "invalid_json"


@pytest.mark.parametrize("cut", range(1, len(GOOD)))
def test_an_answer_cut_off_anywhere_is_never_completed(cut):
    assert read_text(GOOD[:cut], SCHEMA).value is None


# Addresses


@pytest.mark.parametrize(
    ("address", "loopback", "openai"),
    [
        ("http://localhost:1/v1", True, False),
        ("http://127.3.2.1", True, False),
        ("http://[::1]:8080/v1", True, False),
        ("http://10.0.0.1", False, False),
        ("https://localhost.example", False, False),
        ("https://api.openai.com/v1", False, True),
        ("https://notopenai.com/v1", False, False),
    ],
)
def test_where_an_address_leads(address, loopback, openai):
    assert check_address(address) == address
    assert (is_loopback(address), is_openai(address)) == (loopback, openai)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "host",
        "localhost:8080",
        "//x/v1",
        "http://",
        "http://[::1",
        "file:///etc",
        "http://u@h",
        "http://h#f",
        "http://h:99999",
        "http://h:x",
    ],
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(ValueError, match=r"such as|leave out"):
        check_address(address)


@given(st.text(max_size=30))
def test_any_text_is_an_address_or_refused(text):
    try:
        assert check_address(text).lower().startswith(("http://", "https://"))
    except ValueError as error:
        assert str(error).startswith(("is not an address", "holds more than"))


def test_completing_settings_changes_nothing_that_was_given():
    given_ = {"base_url": "http://own/v1", "api_key": "own", "engine": ""}
    environ = {"OPENAI_BASE_URL": "http://other/v1", "OPENAI_API_KEY": "k", "AZURE_OPENAI_ENDPOINT": "http://a"}
    assert with_foreign(given_, environ) == given_


# Tokens


def test_a_guess_grows_with_the_text_and_counts_bytes():
    assert text_tokens("") == 0
    assert text_tokens("abc") == 1
    assert text_tokens("äöü") == 2
    one = [Message("user", "word " * 30)]
    assert estimate_tokens(one) < estimate_tokens(one, SCHEMA) < estimate_tokens([*one, *one], SCHEMA)
