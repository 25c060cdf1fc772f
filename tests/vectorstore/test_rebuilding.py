"""A new build beside the old one: crashes, failures, readers, a second writer, and what is not built again."""

import pytest

from tests.vectorstore.conftest import SumOfLetters, ids, passage
from vectorstore.errors import IndexLocked, UnusablePassages
from vectorstore.files import current_build
from vectorstore.index import build_index, open_index
from vectorstore.lock import writer_lock

BUILD_AND_DIE = """
import os, pathlib, sys
import vectorstore.build
from vectorstore.embedder import get_embedder
from vectorstore.passage import Passage
setattr(vectorstore.build, sys.argv[2], lambda *args: os._exit(9))
vectorstore.build.build_index([Passage(id="new", kind="guideline", text="new text")], pathlib.Path(sys.argv[1]), get_embedder())
"""  # noqa: E501


def test_building_tells_how_far_it_is(tmp_path, embedder, guidelines):
    told = []
    build_index(guidelines, tmp_path, embedder, lambda done, total: told.append((done, total)))
    assert told[-1] == (len(guidelines), len(guidelines))


def test_the_order_of_the_corpus_does_not_matter(tmp_path, embedder, guidelines):
    build_index(guidelines, tmp_path / "one", embedder)
    build_index(reversed(guidelines), tmp_path / "other", embedder)
    one, other = open_index(tmp_path / "one", embedder), open_index(tmp_path / "other", embedder)
    assert one.manifest.corpus_hash == other.manifest.corpus_hash
    assert one.search("exercise and imaging", k=10) == other.search("exercise and imaging", k=10)


@pytest.mark.parametrize("step", ["write_manifest", "switch_to"])
def test_after_a_crash_the_old_index_answers_and_the_next_build_clears_up(small, embedder, python, guidelines, step):
    before = open_index(small, embedder).search("massage")
    for _ in range(2):
        assert python(BUILD_AND_DIE, str(small), step).returncode == 9
        assert len(list((small / "builds").iterdir())) == 2
    assert open_index(small, embedder).search("massage") == before
    build_index([*guidelines, passage("new", "new text")], small, embedder)
    assert open_index(small, embedder).passage("new")
    assert len(list((small / "builds").iterdir())) == 2


def test_a_build_that_fails_leaves_the_old_index(small, embedder):
    class Broken(SumOfLetters):
        def embed(self, texts):
            raise RuntimeError("model lost")

    with pytest.raises(RuntimeError, match="model lost"):
        build_index([passage("new", "new text")], small, Broken())
    with pytest.raises(UnusablePassages):
        build_index([], small, embedder)
    assert open_index(small, embedder).search("massage")


def test_a_reader_is_not_disturbed_by_a_new_build(small, embedder):
    reader = open_index(small, embedder)
    build_index([passage("new", "new text about massage")], small, embedder)
    assert ids(reader.search("massage"))[0] == "massage"
    assert ids(open_index(small, embedder).search("massage")) == ["new"]


def test_reading_does_not_need_the_lock(small, embedder):
    with writer_lock(small):
        assert open_index(small, embedder).search("massage")


def test_two_do_not_write_at_once(small, embedder, guidelines):
    with writer_lock(small), pytest.raises(IndexLocked):
        build_index(guidelines, small, embedder)
    assert len(list((small / "builds").iterdir())) == 1


def test_an_index_of_the_same_passages_is_left_alone_when_asked(small, embedder, guidelines):
    build = current_build(small)
    manifest = build_index(guidelines, small, embedder, only_if_stale=True)
    assert current_build(small) == build
    assert manifest == open_index(small, embedder).manifest
    build_index(guidelines, small, embedder)
    assert current_build(small) != build


@pytest.mark.parametrize("stale", ["passages", "embedder", "manifest", "file"])
def test_a_stale_index_is_built_anew(small, embedder, guidelines, stale):
    build = current_build(small)
    if stale == "file":
        (build / "guideline" / "passages.jsonl").write_text("{")
    if stale == "manifest":
        (build / "manifest.json").write_text("{")
    corpus = guidelines[1:] if stale == "passages" else guidelines
    build_index(corpus, small, SumOfLetters() if stale == "embedder" else embedder, only_if_stale=True)
    assert current_build(small) != build
