import json

import pytest

from tests.vectorstore.conftest import SumOfLetters
from vectorstore.dense import DenseIndex
from vectorstore.doctor import examine
from vectorstore.files import current_build
from vectorstore.index import build_index


@pytest.fixture
def directory(tmp_path, embedder, guidelines):
    build_index(guidelines, tmp_path, embedder)
    return tmp_path


def failed(checks):
    return {check.name: check.detail for check in checks if not check.ok}


def collection(directory):
    dense = DenseIndex.open(current_build(directory) / "guideline" / "chroma", [])
    return dense, dense._collection


def test_a_healthy_index_passes_every_check(directory, embedder):
    checks = examine(directory, embedder)
    assert failed(checks) == {}
    assert [check.name for check in checks] == [
        "manifest",
        "embedder",
        "libraries",
        "passages",
        "counts",
        "space",
        "vectors",
    ]


def test_nothing_built(tmp_path, embedder):
    assert "drafter index build" in failed(examine(tmp_path, embedder))["readable"]


def test_another_embedder(directory):
    assert "not with letters (26)" in failed(examine(directory, SumOfLetters()))["embedder"]


def test_a_passage_that_was_edited(directory, embedder):
    file = current_build(directory) / "guideline" / "passages.jsonl"
    file.write_text(file.read_text().replace("Massage", "Message"))
    assert set(failed(examine(directory, embedder))) == {"passages"}


def test_a_vector_that_was_lost(directory, embedder):
    dense, vectors = collection(directory)
    vectors.delete(ids=["tens"])
    dense.close()
    assert failed(examine(directory, embedder)) == {"counts": "guideline manifest 10, file 10, bm25 10, chroma 9"}


def test_a_vector_of_another_text(directory, embedder):
    dense, vectors = collection(directory)
    vectors.update(ids=["acupuncture"], embeddings=embedder.embed(["something else"]))
    dense.close()
    assert set(failed(examine(directory, embedder))) == {"vectors"}


def test_a_collection_of_another_space(directory, embedder, guidelines):
    dense, vectors = collection(directory)
    stored = vectors.get(include=["embeddings"])
    dense._client.delete_collection("passages")
    other = dense._client.create_collection("passages", embedding_function=None)
    other.add(ids=stored["ids"], embeddings=stored["embeddings"])
    dense.close()
    assert failed(examine(directory, embedder)) == {"space": "l2"}


def test_a_library_that_changed_is_told_and_no_fault(directory, embedder):
    file = current_build(directory) / "manifest.json"
    manifest = json.loads(file.read_text())
    manifest["versions"]["bm25s"] = "0.0.1"
    file.write_text(json.dumps(manifest))
    checks = examine(directory, embedder)
    assert failed(checks) == {}
    assert any("bm25s 0.0.1 → " in check.detail for check in checks)
