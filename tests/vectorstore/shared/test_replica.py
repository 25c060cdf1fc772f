"""Searching a publication: exact and approximate, from many threads, and when the server is not as it should be."""

import os
import shutil
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest
from pydantic import SecretStr

from tests.vectorstore.conftest import passage
from tests.vectorstore.shared.conftest import built, free_port, library, opened, run_chroma
from vectorstore.embedder import get_embedder
from vectorstore.errors import IndexMismatch, ServerUnavailable
from vectorstore.index import build_index, open_index
from vectorstore.shared import Server, attach, publish
from vectorstore.shared.connection import session
from vectorstore.shared.publication import collection_name, current


@pytest.fixture
def published(server, tmp_path):
    publish(built(tmp_path / "a"), server)
    return tmp_path / "a"


def shared_collection(client, server, kind="guideline"):
    publication = current(client, server)
    return client.get_collection(collection_name(kind, publication.name), embedding_function=None)


def failure(server, tmp_path):
    with pytest.raises(ServerUnavailable) as caught:
        attach(opened(built(tmp_path / "own")), server, tmp_path / "replica")
    assert "\n" not in str(caught.value)
    assert server.url in str(caught.value)
    return str(caught.value)


@contextmanager
def answering(status, body=b"{}"):
    """A server of HTTP that is no Chroma server; yields it and the headers that it got."""
    headers = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            headers.append({name.lower(): value for name, value in self.headers.items()})
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Not to the terminal."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield Server(f"http://127.0.0.1:{http.server_port}", SecretStr("s3cret")), headers
    finally:
        http.shutdown()
        http.server_close()


def test_the_server_answers_where_not_all_are_compared(server, tmp_path):
    """More passages than a search looks at: with fewer, each is compared in any case."""
    others = [passage(f"other{n:02}", f"text {chr(97 + n % 26) * 5}") for n in range(60)]
    publish(built(tmp_path / "a", [*library(), *others]), server)
    exact = attach(opened(tmp_path / "a"), server, tmp_path / "replica")
    remote = attach(opened(tmp_path / "a"), server, tmp_path / "replica", exact=0)
    expected = exact.search("massage for the neck", 5, "guideline")
    assert remote.search("massage for the neck", 5, "guideline") == expected
    with session(server) as client:
        collection = shared_collection(client, server)
        stored = collection.get(ids=["other07"], include=["embeddings"])["embeddings"]
        collection.update(ids=[expected[0].passage.id], embeddings=stored)
    assert remote.search("massage for the neck", 5, "guideline") != expected
    assert exact.search("massage for the neck", 5, "guideline") == expected
    exact.close()
    remote.close()


@pytest.mark.parametrize("exact", [0, None])
def test_many_threads_find_what_one_finds(server, tmp_path, exact):
    texts = [f"text number {number} {chr(97 + number % 26) * 5}" for number in range(300)]
    build_index([passage(f"p{n:03}", text) for n, text in enumerate(texts)], tmp_path / "a", get_embedder())
    publish(tmp_path / "a", server)
    index = attach(open_index(tmp_path / "a", get_embedder()), server, tmp_path / "replica", exact=exact)
    queries = texts[::3]
    alone = [index.search(text, 5) for text in queries]
    with ThreadPoolExecutor(max_workers=16) as pool:
        together = list(pool.map(lambda text: index.search(text, 5), queries))
    assert together == alone
    index.close()


def test_a_replica_is_made_once(server, published, tmp_path):
    attach(opened(published), server, tmp_path / "replica").close()
    with session(server) as client:
        shared_collection(client, server).delete(ids=["massage"])
    again = attach(opened(published), server, tmp_path / "replica")
    assert again.passage("massage") is not None
    again.close()


def test_a_filter_is_exact(server, published, tmp_path):
    index = attach(opened(published), server, tmp_path / "replica", exact=0)
    hits = index.search("massage", 5, accept=lambda entry: entry.id in ("tens", "esi"))
    assert {hit.passage.id for hit in hits} == {"tens", "esi"}
    index.close()


def test_replicas_of_replaced_publications_are_removed(server, tmp_path):
    for edition in ("2021", "2022", "2023"):
        publish(built(tmp_path / edition, library(edition)), server)
        attach(opened(tmp_path / edition), server, tmp_path / "replica").close()
    assert len(list((tmp_path / "replica").iterdir())) == 2


def test_passages_that_are_not_the_published_ones_are_refused(server, published, tmp_path):
    with session(server) as client:
        collection = shared_collection(client, server)
        stored = collection.get(ids=["massage"], include=["embeddings"])["embeddings"]
        collection.update(ids=["massage"], documents=["Something else."], embeddings=stored)
    assert "its guideline passages are not those that were published" in failure(server, tmp_path)
    assert not list((tmp_path / "replica").iterdir())


def test_a_publication_of_another_embedder_is_refused(server, published, tmp_path):
    build_index(library(), tmp_path / "b", get_embedder())
    with pytest.raises(IndexMismatch, match=r"was built with embedder letters \(26\), not with wordllama \(256\)"):
        attach(open_index(tmp_path / "b", get_embedder()), server, tmp_path / "replica")


def test_nothing_is_published_yet(server, tmp_path):
    assert "nothing is published there yet; run `drafter index publish`" in failure(server, tmp_path)


def test_a_publication_that_was_swept_away_while_in_use(server, published, tmp_path):
    index = attach(opened(published), server, tmp_path / "replica", exact=0)
    for edition in ("2024", "2025"):
        publish(built(tmp_path / edition, library(edition)), server)
    with pytest.raises(ServerUnavailable, match="was published anew while it was in use; run the command again"):
        index.search("massage", 5)


def test_a_server_that_is_not_there(tmp_path):
    message = failure(Server(f"http://127.0.0.1:{free_port()}"), tmp_path)
    assert "cannot be reached; start it (docker compose up -d chroma), or unset DRAFTER_CHROMA_URL" in message


def test_a_server_that_says_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr("vectorstore.shared.connection._SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert "does not answer in time" in failure(Server(f"http://127.0.0.1:{silent.getsockname()[1]}"), tmp_path)


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        (401, b"", "does not accept the token (401); set DRAFTER_CHROMA_TOKEN"),
        (404, b"", "does not answer as a Chroma server (404); correct DRAFTER_CHROMA_URL"),
        (302, b"", "does not answer as a Chroma server (302)"),
        (503, b"s3cret", "the Chroma server fails (503)"),
        (200, b"<html>s3cret</html>", "does not work as a Chroma server"),
    ],
)
def test_another_server(tmp_path, status, body, says):
    with answering(status, body) as (server, headers):
        message = failure(server, tmp_path)
    assert says in message
    assert "s3cret" not in message and "s3cret" not in repr(server)
    assert headers[0]["authorization"] == "Bearer s3cret"


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_a_proxy_is_not_asked_for_a_server_on_this_machine(server, published, tmp_path, monkeypatch, variable):
    """Else passages and the token would go to it, and searches with a local server would fail without a network."""
    monkeypatch.setenv("no_proxy", "intranet.example")
    with answering(502) as (proxy, asked):
        monkeypatch.setenv(variable, proxy.url)
        index = attach(opened(built(tmp_path / "own")), server, tmp_path / "replica", exact=0)
        assert index.search("massage", 1, "guideline")[0].passage.id == "massage"
        index.close()
    assert asked == []
    assert os.environ["no_proxy"] == "intranet.example"


def test_a_server_that_stops_while_it_is_searched(tmp_path):
    running = run_chroma(tmp_path / "chroma")
    try:
        publish(built(tmp_path / "a"), running.server)
        index = attach(opened(tmp_path / "a"), running.server, tmp_path / "replica", exact=0)
        assert index.search("massage", 1)
    finally:
        running.stop()
    with pytest.raises(ServerUnavailable, match="cannot be reached"):
        index.search("massage", 1)


def test_a_replica_cut_short_is_made_again(server, published, tmp_path):
    """What a killed client leaves behind is never taken for a replica."""
    attach(opened(published), server, tmp_path / "replica").close()
    (place,) = (tmp_path / "replica").iterdir()
    shutil.copytree(place, place.with_name(f".{place.name}.half"))
    shutil.rmtree(place)
    shutil.rmtree(place.with_name(f".{place.name}.half") / "decision")
    index = attach(opened(published), server, tmp_path / "replica")
    assert index.manifest.kinds == {"card": 1, "decision": 2, "guideline": 10}
    assert np.isfinite(index.search("massage", 1)[0].score)
    index.close()
