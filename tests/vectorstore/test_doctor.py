import json

import pytest

from tests.vectorstore.conftest import SumOfLetters, passage
from vectorstore.dense import DenseIndex
from vectorstore.doctor import damaged, examine
from vectorstore.files import current_build
from vectorstore.index import build_index
from vectorstore.keyword import KeywordIndex


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
    names = "manifest embedder libraries readable passages counts space words ids vectors"
    assert [check.name for check in checks] == names.split()


def test_nothing_built(tmp_path, embedder):
    assert "drafter index build" in failed(examine(tmp_path, embedder))["readable"]


def test_another_embedder(directory):
    assert "not with letters (26)" in failed(examine(directory, SumOfLetters()))["embedder"]


def test_a_passage_that_was_edited(directory, embedder):
    file = current_build(directory) / "guideline" / "passages.jsonl"
    file.write_text(file.read_text().replace("Massage", "Message"))
    assert "passages" in failed(examine(directory, embedder))


def test_a_vector_that_was_lost(directory, embedder):
    dense, vectors = collection(directory)
    vectors.delete(ids=["tens"])
    dense.close()
    assert failed(examine(directory, embedder)) == {
        "counts": "guideline: manifest 10, file 10, bm25 10, chroma 9",
        "ids": "guideline: passages without a vector: 1 (tens)",
    }


def test_a_vector_without_a_passage(directory, embedder):
    """As many vectors as passages, and still not the same."""
    dense, vectors = collection(directory)
    vectors.delete(ids=["tens"])
    vectors.add(ids=["ghost"], embeddings=embedder.embed(["ghost"]))
    dense.close()
    assert failed(examine(directory, embedder)) == {
        "ids": "guideline: passages without a vector: 1 (tens); vectors without a passage: 1 (ghost)"
    }


def test_words_of_other_passages(directory, embedder):
    """As many texts in the word index as passages, and still not the same."""
    shard = current_build(directory) / "guideline"
    KeywordIndex.build([f"nothing of this kind {n}" for n in range(10)]).save(shard / "keyword")
    assert set(failed(examine(directory, embedder))) == {"words"}


@pytest.mark.parametrize("name", ["passages.jsonl", "offsets.npy", "ids.json", "chroma/chroma.sqlite3", "keyword"])
def test_a_file_that_cannot_be_read(directory, embedder, name):
    path = current_build(directory) / "guideline" / name
    for file in path.iterdir() if path.is_dir() else [path]:
        file.write_bytes(b"broken")
    checks = examine(directory, embedder)
    assert "readable" in failed(checks)
    assert damaged(checks, ["card", "guideline"]) == {"guideline"}


def test_what_has_to_be_built_anew(directory, embedder, guidelines):
    """One kind is damaged: it alone is built anew, and then all is well."""
    cards = [passage("card", "A card about massage.", "card")]
    build_index([*guidelines, *cards], directory, embedder)
    dense, vectors = collection(directory)
    vectors.delete(ids=["tens"])
    dense.close()
    broken = damaged(examine(directory, embedder), ["card", "guideline"])
    assert broken == {"guideline"}
    build_index(guidelines, directory, embedder, keep={"card"})
    assert failed(examine(directory, embedder)) == {}


def test_without_a_readable_manifest_all_has_to_be_built_anew(directory, embedder):
    (current_build(directory) / "manifest.json").write_text("{")
    assert damaged(examine(directory, embedder), ["card", "guideline"]) == {"card", "guideline"}


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
    assert failed(examine(directory, embedder)) == {"space": "guideline: l2 instead of cosine"}


def test_a_library_that_changed_is_told_and_no_fault(directory, embedder):
    file = current_build(directory) / "manifest.json"
    manifest = json.loads(file.read_text())
    manifest["versions"]["bm25s"] = "0.0.1"
    file.write_text(json.dumps(manifest))
    checks = examine(directory, embedder)
    assert failed(checks) == {}
    assert any("bm25s 0.0.1 → " in check.detail for check in checks)
