"""Which indexes are opened and which are refused, and with what way out."""

import json
from pathlib import Path

import pytest

from tests.vectorstore.conftest import SumOfLetters, ids
from vectorstore.errors import IndexDamaged, IndexMismatch, IndexMissing
from vectorstore.files import current_build
from vectorstore.index import build_index, open_index


def edit_manifest(directory: Path, change):
    file = current_build(directory) / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | change))


def test_nothing_built_is_missing(tmp_path, embedder):
    with pytest.raises(IndexMissing, match="drafter index build"):
        open_index(tmp_path, embedder)


def test_another_embedder_is_refused(small):
    with pytest.raises(IndexMismatch) as caught:
        open_index(small, SumOfLetters())
    assert "built with embedder wordllama (256), not with letters (26)" in str(caught.value)
    assert "`drafter index build`" in str(caught.value)


def test_another_embedder_builds_its_own(small, guidelines):
    build_index(guidelines, small, SumOfLetters())
    assert ids(open_index(small, SumOfLetters()).search(guidelines[0].searchable, k=1)) == [guidelines[0].id]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"dimension": 64}, r"embedder wordllama \(64\), not with wordllama \(256\)"),
        ({"schema_version": 999}, "has schema 999"),
        ({"versions": {"chromadb": "99.0.0"}}, "written by chromadb 99.0.0"),
    ],
)
def test_an_index_of_another_making_is_refused(small, embedder, change, message):
    edit_manifest(small, change)
    with pytest.raises(IndexMismatch, match=message) as caught:
        open_index(small, embedder)
    assert "`drafter index build`" in str(caught.value)


def test_an_index_of_an_older_chromadb_is_read(small, embedder):
    edit_manifest(small, {"versions": {"chromadb": "1.0.0"}})
    assert open_index(small, embedder).search("massage")


def test_missing_passages_are_damage(small, embedder):
    edit_manifest(small, {"passages": 11})
    with pytest.raises(IndexDamaged, match="10 passages instead of 11"):
        open_index(small, embedder)


def test_cut_off_vectors_are_damage_when_they_are_searched(small, embedder):
    (current_build(small) / "guideline" / "vectors.npy").write_bytes(b"lost")
    index = open_index(small, embedder)
    with pytest.raises(IndexDamaged, match="drafter index build"):
        index.search("massage")


def test_vectors_lost_by_the_database_and_without_a_copy_are_damage_when_they_are_searched(small, embedder):
    (current_build(small) / "guideline" / "vectors.npy").unlink()
    (current_build(small) / "guideline" / "chroma" / "chroma.sqlite3").write_bytes(b"lost" * 4096)
    index = open_index(small, embedder)
    with pytest.raises(IndexDamaged, match="drafter index build"):
        index.search("massage")
