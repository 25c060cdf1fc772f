"""Filters over a shard, whether it is small enough to compare every vector or not."""

import shutil

import numpy as np
import pytest

from tests.vectorstore.conftest import SUBJECTS, ids, passage
from vectorstore.dense import DenseIndex
from vectorstore.errors import IndexDamaged
from vectorstore.files import current_build
from vectorstore.fusion import Weights
from vectorstore.index import build_index, open_index

SIZE = 400
BY_VECTOR = Weights(dense=1.0, keyword=0.0)
BY_WORD = Weights(dense=0.0, keyword=1.0)


@pytest.fixture(scope="module")
def directory(embedder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("index")
    subjects = list(SUBJECTS.values())
    corpus = [
        passage(f"p{n:03}", f"{subjects[n % 10]} Note {n}.", metadata={"edition": n % 100, "even": n % 2 == 0})
        for n in range(SIZE)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("vectorstore.dense._EXACT", 50)
        build_index(corpus, folder, embedder)
    return folder


@pytest.fixture(scope="module")
def small(directory, embedder):
    return open_index(directory, embedder)


@pytest.fixture
def large(directory, embedder, monkeypatch):
    """The same index as one that has too many passages to compare all."""
    monkeypatch.setattr("vectorstore.dense._EXACT", 50)
    return open_index(directory, embedder)


@pytest.mark.parametrize("weights", [BY_VECTOR, BY_WORD])
@pytest.mark.parametrize("edition", [3, 57, 99])
def test_a_filter_that_leaves_few_finds_what_comparing_all_finds(small, large, weights, edition):
    expected = [
        hit.passage.id
        for hit in small.search("a note on steroid injection", k=SIZE, weights=weights)
        if hit.passage.metadata["edition"] == edition
    ]
    by_value = {"where": {"edition": lambda value: value == edition}}
    by_function = {"accept": lambda item: item.metadata["edition"] == edition}
    for index in (small, large):
        for filtered in (by_value, by_function):
            found = index.search("a note on steroid injection", k=10, weights=weights, **filtered)
            assert ids(found) == expected[:10]
    assert expected


def test_both_filters_apply_together(large):
    found = large.search(
        "massage", k=SIZE, accept=lambda item: item.id < "p200", where={"edition": lambda edition: edition < 20}
    )
    assert sorted(ids(found)) == [f"p{n:03}" for n in range(SIZE) if n < 200 and n % 100 < 20]


def test_a_filter_that_leaves_many_gives_as_many_as_asked_for(large):
    found = large.search("massage", k=30, where={"even": lambda even: even})
    assert len(found) == 30
    assert all(hit.passage.metadata["even"] for hit in found)


def test_what_nothing_passes_finds_nothing(small, large):
    for index in (small, large):
        assert index.search("massage", where={"edition": lambda edition: edition is None}) == []
        assert index.search("massage", accept=lambda item: False) == []


def test_a_function_is_asked_once_for_a_passage_even_when_it_refuses_most(large):
    asked = []
    large.search("massage", accept=lambda item: asked.append(item.id) or item.id == "p399")
    assert len(asked) == len(set(asked)) == SIZE


def test_a_value_filter_reads_no_passage_that_is_not_found(directory, embedder, monkeypatch):
    index = open_index(directory, embedder)
    read = []
    file = index.shards["guideline"].passages
    monkeypatch.setattr(file, "at", lambda row, at=file.at: read.append(row) or at(row))
    found = index.search("massage", k=3, where={"even": lambda even: even})
    assert len(set(read)) == len(found) == 3


def test_without_a_filter_a_large_shard_gives_nearly_what_comparing_all_gives(small, large):
    exact = small.search("imaging of the spine", k=20, weights=BY_VECTOR)
    assert len(set(ids(exact)) & set(ids(large.search("imaging of the spine", k=20, weights=BY_VECTOR)))) >= 18


@pytest.mark.parametrize("content", [b"", b"no array", None])
def test_lost_vectors_are_damage_or_fetched_from_chroma(directory, embedder, monkeypatch, tmp_path, content):
    shutil.copytree(directory, tmp_path / "copy")
    file = current_build(tmp_path / "copy") / "guideline" / "vectors.npy"
    monkeypatch.setattr("vectorstore.dense._EXACT", 50)
    index = open_index(tmp_path / "copy", embedder)
    where = {"edition": lambda edition: edition == 3}
    if content is None:
        file.unlink()
        assert set(ids(index.search("massage", where=where, weights=BY_VECTOR))) == {"p003", "p103", "p203", "p303"}
    else:
        file.write_bytes(content)
        with pytest.raises(IndexDamaged, match="drafter index build"):
            index.search("massage", where=where)


def test_vectors_of_another_shape_are_damage(directory, embedder, tmp_path):
    shutil.copytree(directory, tmp_path / "copy")
    for shape in ((SIZE,), (SIZE - 1, 3)):
        np.save(current_build(tmp_path / "copy") / "guideline" / "vectors.npy", np.zeros(shape, dtype=np.float32))
        with pytest.raises(IndexDamaged, match="drafter index build"):
            open_index(tmp_path / "copy", embedder).search("massage")


@pytest.mark.parametrize("where", [None, {"even": lambda even: even is None}])
def test_few_vectors_are_compared_without_chroma_and_found_as_with_it(embedder, tmp_path, monkeypatch, where):
    """Its import takes longer than all of a search; an index that was built before has its vectors there alone."""
    build_index([passage(name, text) for name, text in SUBJECTS.items()], tmp_path, embedder)
    with monkeypatch.context() as patch:
        patch.setattr(DenseIndex, "open", lambda *_: pytest.fail("Chroma was opened"))
        index = open_index(tmp_path, embedder)
        found = index.search("massage of the spine", k=10, weights=BY_VECTOR, where=where)
        index.close()
    (current_build(tmp_path) / "guideline" / "vectors.npy").unlink()
    index = open_index(tmp_path, embedder)
    assert index.search("massage of the spine", k=10, weights=BY_VECTOR, where=where) == found
    index.close()
    assert len(found) == 10
