"""The embedder of a server, over real HTTP on loopback."""

import json
import logging
import re
import socket

import numpy as np
import pytest
from pydantic import SecretStr

from tests.vectorstore.conftest import SumOfLetters
from tests.vectorstore.embedders.serving import EmbeddingServer, Fault
from vectorstore.embedder import Resources, get_embedder
from vectorstore.embedders.endpoint import Endpoint, EndpointEmbedder
from vectorstore.errors import EmbedderUnavailable

KEY = "sk-very-secret"
PATIENT = "massage for the lumbar spine of a patient"


@pytest.fixture
def server():
    server = EmbeddingServer()
    yield server
    server.close()


@pytest.fixture
def remote(server):
    return EndpointEmbedder("letters", Endpoint(server.url, SecretStr(KEY), timeout=10))


def failure(remote, texts=(PATIENT,)):
    with pytest.raises(EmbedderUnavailable) as caught:
        remote.embed(list(texts))
    message = str(caught.value)
    assert "\n" not in message
    assert KEY not in message and "massage" not in message
    return message


def test_vectors_are_those_of_the_server(server, remote):
    texts = [f"text {chr(97 + n % 26)} {n}" for n in range(150)]
    server.shuffled = True
    assert np.allclose(remote.embed(texts), SumOfLetters().embed(texts), atol=1e-6)
    assert sorted(server.texts) == sorted(texts)
    assert all(body["model"] == "letters" and len(body["input"]) <= 32 for body in server.received)
    assert {headers["authorization"] for headers in server.headers} == {f"Bearer {KEY}"}


def test_the_dimension_is_learnt_from_the_first_answer(server, remote):
    remote.embed(["massage"])
    assert remote.dimension == 26
    assert len(server.received) == 1


def test_without_an_answer_the_dimension_is_asked_for(server, remote):
    assert remote.dimension == 26
    assert remote.dimension == 26
    assert len(server.received) == 1


def test_empty_texts_are_not_sent(server, remote):
    vectors = remote.embed(["", "massage", " \n"])
    assert not vectors[[0, 2]].any()
    assert server.texts == ["massage"]
    assert remote.embed([]).shape == (0, 26)


@pytest.mark.parametrize("status", [429, 500, 503, 408])
def test_a_busy_or_failing_server_is_asked_again(server, remote, status):
    server.faults.extend([Fault(status), Fault(status)])
    assert np.allclose(remote.embed(["massage"]), SumOfLetters().embed(["massage"]), atol=1e-6)
    assert len(server.received) == 3


def test_too_many_texts_are_sent_in_halves(server, remote):
    server.most_texts = 5
    texts = [f"text {chr(97 + n)}" for n in range(26)]
    assert np.allclose(remote.embed(texts), SumOfLetters().embed(texts), atol=1e-6)


def test_a_text_that_is_too_long_is_cut_and_the_others_are_not(server, remote):
    server.most_characters = 500
    long, short = "abc " * 1000, "massage therapy"
    vectors = remote.embed([short, long])
    assert np.allclose(vectors, SumOfLetters().embed([short, "abc " * 125]), atol=1e-6)


def test_a_request_that_is_wrong_in_itself_ends_soon(server, remote):
    server.most_characters = 3
    assert "does not accept the request (400); is the model in DRAFTER_EMBEDDER" in failure(remote)
    assert len(server.received) == 1


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (401, r"does not accept the key \(401\); set DRAFTER_EMBEDDER_KEY"),
        (403, r"ask for access"),
        (404, r"does the URL end in /v1"),
        (307, r"redirects \(307\), which is not followed"),
    ],
)
def test_what_will_not_change_is_said_at_once(server, remote, status, says):
    server.faults.append(Fault(status, json.dumps({"error": {"message": f"{KEY} massage"}}), (("Location", "/x"),)))
    assert re.search(says, failure(remote))
    assert len(server.received) == 1


@pytest.mark.parametrize(
    "body",
    [
        "",
        "massage is no JSON",
        "{}",
        '{"data": []}',
        '{"data": [{"index": 0, "embedding": []}]}',
        '{"data": [{"index": 0, "embedding": [NaN, 1.0]}]}',
        '{"data": [{"index": 0, "embedding": ["x"]}]}',
        '{"data": [{"index": 1, "embedding": [1.0]}]}',
        '{"data": [{"index": 0, "embedding": [1.0]}, {"index": 1, "embedding": [1.0]}]}',
    ],
)
def test_an_answer_that_is_none_is_refused(server, remote, body):
    server.faults.append(Fault(200, body))
    assert "does not answer like an OpenAI-compatible server; correct DRAFTER_EMBEDDER_URL" in failure(remote)


def test_vectors_of_another_length_than_before_are_refused(server, remote):
    remote.embed(["massage"])
    server.faults.append(Fault(200, '{"data": [{"index": 0, "embedding": [1.0, 2.0]}]}'))
    failure(remote)


def test_a_server_that_is_not_there():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    remote = EndpointEmbedder("letters", Endpoint(url, timeout=1))
    remote._client.max_retries = 0
    assert f"{url} cannot be reached" in failure(remote)


def test_no_text_and_no_key_reach_the_log(server, remote, caplog):
    logging.getLogger("openai").setLevel(logging.DEBUG)
    with caplog.at_level(logging.DEBUG):
        remote.embed([PATIENT])
    assert "massage" not in caplog.text and KEY not in caplog.text
    assert KEY not in repr(Endpoint(server.url, SecretStr(KEY)))


def test_what_was_answered_before_a_failure_is_not_asked_again(server, tmp_path):
    texts = [f"text {chr(97 + n % 26)} {n}" for n in range(600)]
    remote = get_embedder("openai:letters", Resources(Endpoint(server.url), cache=tmp_path / "vectors.sqlite3"))
    first = remote.embed(texts[:300])
    before = len(server.texts)
    server.faults.append(Fault(401))
    failure(remote, texts)
    server.faults.clear()
    server.received.clear()
    again = get_embedder("openai:letters", Resources(Endpoint(server.url), cache=tmp_path / "vectors.sqlite3"))
    assert np.array_equal(again.embed(texts)[:300], first)
    assert before == 300
    assert not set(texts[:300]) & set(server.texts)
