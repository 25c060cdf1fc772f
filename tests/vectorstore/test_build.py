"""Shards: what is kept, what is named, what is refused."""

import errno
import sqlite3
import threading

import pytest

from tests.vectorstore.conftest import SumOfLetters, passage
from vectorstore.errors import IndexDamaged, IndexMismatch, IndexMissing, IndexUnwritable, UnusablePassages
from vectorstore.files import current_build
from vectorstore.index import build_index, open_index
from vectorstore.shard import carry_over

CARDS = [passage("card-massage", "A card on massage.", kind="card"), passage("card-tens", "A trial.", kind="card")]
DECISIONS = [passage("CM1#1", "Massage was requested after a fall.", kind="decision")]


@pytest.fixture
def directory(tmp_path, embedder, guidelines):
    build_index([*guidelines, *CARDS], tmp_path, embedder, corpora={"cards": "c1", "documents": "d1"})
    return tmp_path


class Counting:
    """An embedder that says what it was asked to embed."""

    def __init__(self, embedder):
        self.name, self.dimension, self._embedder = embedder.name, embedder.dimension, embedder
        self.texts = []

    def embed(self, texts):
        self.texts += texts
        return self._embedder.embed(texts)


def found(index, query, **choice):
    return [hit.passage.id for hit in index.search(query, **choice)]


def test_a_kept_shard_is_not_embedded_again_and_answers_as_before(directory, embedder):
    before = open_index(directory, embedder).search("massage", kind="guideline")
    counting = Counting(embedder)
    manifest = build_index(DECISIONS, directory, counting, keep=("guideline", "card"))
    assert counting.texts == [DECISIONS[0].searchable]
    assert manifest.kinds == {"card": 2, "decision": 1, "guideline": 10}
    assert manifest.passages == 13
    index = open_index(directory, embedder)
    assert index.search("massage", kind="guideline") == before
    assert found(index, "massage", kind="decision") == ["CM1#1"]


@pytest.mark.parametrize(
    ("step", "error"),
    [
        ("shard.write_passages", OSError(errno.ENOSPC, "No space left on device")),
        ("build.write_manifest", OSError(errno.ENOSPC, "No space left on device")),
        ("build.switch_to", OSError(errno.ENOSPC, "No space left on device")),
        ("dense._client", RuntimeError("No space left on device")),
    ],
)
def test_a_full_disk_is_one_line_and_the_old_index_answers(directory, embedder, monkeypatch, step, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(f"vectorstore.{step}", fail)
    with pytest.raises(IndexUnwritable, match=rf"^{directory}\S*: cannot be written \(No space left on device\); make"):
        build_index(DECISIONS, directory, embedder)
    monkeypatch.undo()
    assert found(open_index(directory, embedder), "massage", kind="card")
    build_index(DECISIONS, directory, embedder)
    assert found(open_index(directory, embedder), "massage") == ["CM1#1"]


def test_a_file_of_the_embedder_that_is_missing_is_not_told_as_a_full_disk(directory):
    class Broken(SumOfLetters):
        def embed(self, texts):
            raise FileNotFoundError(errno.ENOENT, "No such file or directory", "/elsewhere/model")

    with pytest.raises(FileNotFoundError, match="/elsewhere/model"):
        build_index(DECISIONS, directory, Broken())


def test_the_hash_is_the_same_whether_shards_are_kept_or_built(directory, embedder, guidelines, tmp_path_factory):
    kept = build_index(DECISIONS, directory, embedder, keep=("guideline",))
    built = build_index([*guidelines, *DECISIONS], tmp_path_factory.mktemp("other"), embedder)
    assert kept.corpus_hash == built.corpus_hash
    assert kept.digests == built.digests


def test_a_kind_that_is_neither_kept_nor_given_is_gone(directory, embedder):
    build_index(DECISIONS, directory, embedder, keep=("card",))
    index = open_index(directory, embedder)
    assert index.manifest.kinds == {"card": 2, "decision": 1}
    assert found(index, "massage", kind="guideline") == []
    assert list(index.of_kind("guideline")) == []


def test_the_last_passages_of_a_kind_can_go_while_others_are_kept(directory, embedder):
    assert build_index([], directory, embedder, keep=("card",)).kinds == {"card": 2}


def test_a_kept_shard_survives_the_build_it_came_from(directory, embedder):
    for _ in range(3):
        build_index(DECISIONS, directory, embedder, keep=("guideline",))
    assert found(open_index(directory, embedder), "homebound patient", kind="guideline")[0] == "home-care"
    assert len(list((directory / "builds").iterdir())) == 2


def test_a_reader_goes_on_while_its_shard_is_carried_over(directory, embedder):
    reader = open_index(directory, embedder)
    before = reader.search("massage")
    build_index(DECISIONS, directory, embedder, keep=("guideline", "card"))
    assert reader.search("massage") == before


def test_where_hard_links_are_unknown_files_are_copied(directory, embedder, monkeypatch):
    def refuse(source, target):
        raise OSError("not supported")

    monkeypatch.setattr("os.link", refuse)
    build_index(DECISIONS, directory, embedder, keep=("guideline",))
    assert found(open_index(directory, embedder), "homebound patient")[0] == "home-care"


def test_a_shard_whose_database_is_being_written_is_carried_over_as_it_was(directory, tmp_path):
    """chromadb writes when a reader opens an index; here somebody is in the middle of it, and then takes it back."""
    shard = current_build(directory) / "guideline"
    writer = sqlite3.connect(shard / "chroma" / "chroma.sqlite3", isolation_level=None, check_same_thread=False)
    writer.execute("PRAGMA cache_spill = 1")
    writer.execute("PRAGMA cache_size = 1")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("CREATE TABLE half (content)")
    writer.executemany("INSERT INTO half VALUES (?)", [("x" * 4000,)] * 200)
    end = threading.Timer(0.3, lambda: writer.execute("ROLLBACK"))
    end.start()
    carry_over(shard, tmp_path / "copy")
    end.join()
    copy = sqlite3.connect(tmp_path / "copy" / "chroma" / "chroma.sqlite3")
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert copy.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
    assert copy.execute("SELECT count(*) FROM collections").fetchone() == (1,)


def test_a_database_that_is_none_is_not_kept(directory, embedder):
    (current_build(directory) / "guideline" / "chroma" / "chroma.sqlite3").write_bytes(b"not a database" * 1000)
    with pytest.raises(IndexDamaged, match="drafter index build"):
        build_index(DECISIONS, directory, embedder, keep=("guideline",))


def test_nothing_can_be_kept_of_no_index(tmp_path, embedder):
    with pytest.raises(IndexMissing, match="drafter index build"):
        build_index(CARDS, tmp_path, embedder, keep=("guideline",))


def test_vectors_of_another_embedder_cannot_be_kept(directory):
    with pytest.raises(IndexMismatch, match="drafter index build"):
        build_index(DECISIONS, directory, SumOfLetters(), keep=("guideline",))


@pytest.mark.parametrize("damage", ["edited", "lost"])
def test_damaged_passages_are_not_kept(directory, embedder, damage):
    file = current_build(directory) / "guideline" / "passages.jsonl"
    content = file.read_text()
    file.write_text(content.replace("Massage", "Message") if damage == "edited" else "{")
    with pytest.raises(IndexDamaged, match="drafter index build"):
        build_index(DECISIONS, directory, embedder, keep=("guideline",))


def test_passages_of_a_kept_kind_are_refused(directory, embedder):
    with pytest.raises(UnusablePassages, match="'card-massage': card passages are kept"):
        build_index(CARDS, directory, embedder, keep=("card",))


def test_the_id_of_a_kept_passage_is_refused(directory, embedder):
    with pytest.raises(UnusablePassages, match="'tens': the id is used twice"):
        build_index([passage("tens", "A decision.", kind="decision")], directory, embedder, keep=("guideline",))


def test_no_passages_are_refused(tmp_path, embedder):
    with pytest.raises(UnusablePassages, match="no passages"):
        build_index([], tmp_path, embedder)


def test_the_same_corpora_are_not_even_read(directory, embedder):
    def unread():
        raise AssertionError("was read")
        yield

    build = current_build(directory)
    corpora = {"documents": "d1", "cards": "c1"}
    manifest = build_index(unread(), directory, embedder, only_if_stale=True, corpora=corpora)
    assert current_build(directory) == build
    assert manifest.corpora == corpora == open_index(directory, embedder).manifest.corpora


@pytest.mark.parametrize("corpora", [{"cards": "c2", "documents": "d1"}, {"cards": "c1"}])
def test_other_corpora_are_indexed(directory, embedder, corpora):
    manifest = build_index(CARDS, directory, embedder, only_if_stale=True, corpora=corpora)
    assert manifest.corpora == corpora
    assert manifest.kinds == {"card": 2}


def test_the_same_passages_beside_kept_ones_are_left_alone(directory, embedder):
    build = current_build(directory)
    build_index(CARDS, directory, embedder, only_if_stale=True, keep=("guideline",))
    assert current_build(directory) == build


def test_progress_counts_only_what_is_indexed_over_all_shards(directory, embedder):
    told = []
    build_index([*CARDS, *DECISIONS], directory, embedder, lambda *so_far: told.append(so_far), keep=("guideline",))
    assert told == [(2, 3), (3, 3)]


def test_a_search_of_all_kinds_finds_each(directory, embedder):
    build_index([*CARDS, *DECISIONS], directory, embedder, keep=("guideline",))
    hits = open_index(directory, embedder).search("massage", k=20)
    assert {hit.passage.kind for hit in hits[:3]} == {"card", "decision", "guideline"}
    ranks = sorted(hit.dense_rank for hit in hits)
    assert ranks == list(range(1, 14))
    by_rank = sorted(hits, key=lambda hit: hit.dense_rank)
    assert [hit.similarity for hit in by_rank] == sorted((hit.similarity for hit in hits), reverse=True)


def test_opening_reads_no_passage(directory, embedder):
    file = current_build(directory) / "guideline" / "passages.jsonl"
    file.write_bytes(b"x" * file.stat().st_size)
    index = open_index(directory, embedder)
    assert len(index) == 12
    assert found(index, "massage", kind="card")
    with pytest.raises(IndexDamaged, match="cannot be read as passages"):
        index.passage("tens")
