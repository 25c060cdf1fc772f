import logging
from pathlib import Path

import numpy as np
import pytest

from vectorstore.embedder import get_embedder
from vectorstore.errors import UnknownEmbedder

OFFLINE = """
import socket, sys
def refuse(*args, **kwargs):
    raise AssertionError("the network was used")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
from vectorstore.embedder import get_embedder
print(get_embedder().embed(["massage therapy"])[0].tobytes().hex())
"""


def test_rows_are_unit_vectors_of_the_stated_dimension(embedder):
    vectors = embedder.embed(["massage therapy", "MRI of the lumbar spine", "x"])
    assert vectors.shape == (3, embedder.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-6)


def test_no_texts_give_no_rows(embedder):
    assert embedder.embed([]).shape == (0, embedder.dimension)


def test_a_text_without_a_token_gives_zeros_and_no_warning(embedder, recwarn):
    vectors = embedder.embed(["", "massage"])
    assert not vectors[0].any()
    assert np.isfinite(vectors).all()
    assert not recwarn.list


def test_related_texts_are_nearer_than_unrelated_ones(embedder):
    query, near, far = embedder.embed(["physical therapy visits", "therapy sessions with exercise", "invoice address"])
    assert query @ near > query @ far


def test_capitals_do_not_matter(embedder):
    upper, lower = embedder.embed(["MASSAGE THERAPY", "massage therapy"])
    assert np.array_equal(upper, lower)


def test_a_row_does_not_depend_on_its_neighbours(embedder):
    alone = embedder.embed(["massage therapy"])[0]
    among = embedder.embed(["tear of the meniscus " * 400, "massage therapy", ""])[1]
    assert np.array_equal(alone, among)


def test_batches_join_without_a_seam(embedder):
    texts = [f"sentence number {number}" for number in range(600)]
    assert np.array_equal(embedder.embed(texts), np.vstack([embedder.embed([text]) for text in texts]))


def test_agrees_with_the_pooling_of_the_library(embedder):
    import wordllama

    from vectorstore.embedders.wordllama import _root_logger_kept

    with _root_logger_kept():
        model = wordllama.WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)
    texts = ["massage therapy for the lumbar spine", "urine drug screen", "two"]
    assert np.allclose(embedder.embed(texts), model.embed(texts, norm=True), atol=1e-6)


def test_half_characters_of_broken_files_are_survived(embedder):
    assert np.allclose(np.linalg.norm(embedder.embed(["pain \ud800 in the knee"]), axis=1), 1.0, atol=1e-6)


def test_loads_without_network_and_leaves_an_empty_home_empty(embedder, python, tmp_path):
    done = python(OFFLINE, env={"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")})
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.iterdir()) == []
    assert bytes.fromhex(done.stdout.strip()) == embedder.embed(["massage therapy"])[0].tobytes()


def test_loading_leaves_the_root_logger_alone(python):
    script = (
        "import logging; from vectorstore.embedder import get_embedder; get_embedder().embed(['x'])\n"
        "root = logging.getLogger(); print(root.level, root.handlers)"
    )
    assert python(script).stdout.strip() == f"{logging.WARNING} []"


@pytest.mark.parametrize("name", ["minilmm", "openai", "openai:", "openai: ", ""])
def test_an_unknown_name_lists_the_known_ones(name):
    with pytest.raises(UnknownEmbedder, match="is not known; choose one of: minilm, openai:MODEL, wordllama"):
        get_embedder(name)


def test_a_server_has_to_be_named():
    with pytest.raises(UnknownEmbedder, match="needs a server; set DRAFTER_EMBEDDER_URL"):
        get_embedder("openai:m")
