"""MiniLM's handling over a tiny model in a real ONNX runtime; the real one is used where it has been fetched."""

import numpy as np
import pytest

from tests.vectorstore.embedders.tiny_onnx import write_model
from vectorstore.embedder import Resources, get_embedder
from vectorstore.embedders.minilm import MiniLmEmbedder
from vectorstore.errors import EmbedderUnavailable

WORDS = ["massage", "therapy", "spine", "knee"]
OFFLINE = """
import socket
def refuse(*args, **kwargs):
    raise AssertionError("the network was used")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
from vectorstore.embedder import get_embedder
get_embedder("minilm").embed(["massage therapy"])
"""


@pytest.fixture
def table(tmp_path):
    return write_model(tmp_path / "onnx", WORDS)


@pytest.fixture
def minilm(tmp_path, table):
    return MiniLmEmbedder(tmp_path / "onnx")


def expected(table, text):
    mean = table[[WORDS.index(word) + 1 if word in WORDS else 0 for word in text.split()]].mean(axis=0)
    return mean / np.linalg.norm(mean)


def test_a_row_is_the_mean_of_its_tokens_at_length_1(minilm, table):
    texts = ["massage therapy", "knee", "massage of spine " * 9, "spine knee knee"]
    assert np.allclose(minilm.embed(texts), [expected(table, text) for text in texts], atol=1e-5)
    assert minilm.embed(texts).dtype == np.float32


def test_only_the_first_tokens_count(minilm, table):
    text = "knee " * 256 + "spine " * 400
    assert np.allclose(minilm.embed([text])[0], expected(table, "knee"), atol=1e-5)


def test_a_row_does_not_depend_on_its_neighbours(minilm):
    among = minilm.embed(["spine " * 200, "massage therapy", "", "knee", "therapy massage"] * 20)
    assert np.array_equal(among[1], minilm.embed(["massage therapy"])[0])
    assert not among[2].any()


def test_no_texts_give_no_rows(minilm):
    assert minilm.embed([]).shape == (0, 384)


def test_half_characters_of_broken_files_are_survived(minilm):
    assert np.isfinite(minilm.embed(["pain \ud800 in the knee"])).all()


def test_without_its_model_it_says_how_to_get_it(tmp_path):
    with pytest.raises(EmbedderUnavailable, match=r"its model is not in .*; set DRAFTER_EMBEDDER_DOWNLOAD=1") as caught:
        MiniLmEmbedder(tmp_path).embed(["massage"])
    assert "\n" not in str(caught.value)


def test_unasked_it_fetches_nothing(python, tmp_path):
    done = python(OFFLINE, env={"HOME": str(tmp_path)})
    assert done.returncode == 1
    assert "EmbedderUnavailable" in done.stderr
    assert "the network was used" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_asked_it_fetches_and_says_when_that_fails(python, tmp_path):
    fetching = OFFLINE.replace('"minilm")', '"minilm", Resources(download=True))')
    fetching = fetching.replace("import get_embedder", "import Resources, get_embedder")
    done = python(fetching, env={"HOME": str(tmp_path)})
    assert "its model cannot be fetched (the network was used)" in done.stderr


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_broken_model_is_one_line(tmp_path, table, name):
    (tmp_path / "onnx" / name).write_bytes(b"broken")
    with pytest.raises(EmbedderUnavailable, match=r"cannot be read .*; remove it and fetch the model again") as caught:
        MiniLmEmbedder(tmp_path / "onnx").embed(["massage"])
    assert "\n" not in str(caught.value)


def test_it_is_chosen_by_name(tmp_path):
    embedder = get_embedder("minilm", Resources(cache=tmp_path / "vectors.sqlite3"))
    assert (embedder.name, embedder.dimension) == ("minilm", 384)
