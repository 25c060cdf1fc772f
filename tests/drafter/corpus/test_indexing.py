"""The index follows the register: only what changed is indexed, and nothing is read that need not be."""

from __future__ import annotations

import shutil

import pytest

from drafter.corpus import corpora, ensure_index, index_folder, rebuild, shipped
from drafter.corpus.adding import add_documents, remove_documents
from drafter.corpus.reading import Wish
from drafter.corpus.register import Register
from drafter.errors import DataError
from drafter.resources import data_folder
from tests.drafter.corpus.samples import MARKDOWN
from tests.drafter.intake.letters import Spec, text, write
from vectorstore.embedder import WordLlamaEmbedder
from vectorstore.files import current_build


class Counting(WordLlamaEmbedder):
    """Counts the texts that it embeds."""

    def __init__(self):
        self.texts = []

    def embed(self, texts):
        self.texts += texts
        return super().embed(texts)


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def guideline(tmp_path):
    path = tmp_path / "hand.md"
    path.write_text(MARKDOWN)
    return path


def add(home, *paths, kind="guideline"):
    return list(add_documents(home, paths, Wish(kind)))


def test_an_added_document_is_found_and_a_removed_one_is_not(home, guideline):
    add(home, guideline)
    (hit, *_) = ensure_index(home).search("injection as an option", 3, "guideline")
    assert hit.passage.metadata["section"] == "Injections"
    remove_documents(home, ["hand"])
    assert ensure_index(home).search("injection as an option", 3, "guideline") == []


def test_what_has_not_changed_is_not_indexed_again(home, guideline, tmp_path):
    ensure_index(home)
    add(home, guideline)
    embedder = Counting()
    assert ensure_index(home, embedder=embedder).manifest.kinds["guideline"] == len(embedder.texts)
    before = current_build(index_folder(home))
    ensure_index(home)
    assert current_build(index_folder(home)) == before
    add(home, write(tmp_path, text(Spec())), kind="decision")
    embedder = Counting()
    manifest = ensure_index(home, embedder=embedder).manifest
    assert manifest.kinds["decision"] == len(embedder.texts) or len(embedder.texts) == 1


def test_whether_the_index_is_up_to_date_is_told_without_reading_documents(home, guideline, monkeypatch):
    add(home, guideline)
    ensure_index(home)
    monkeypatch.setattr(Register, "load", lambda self: pytest.fail("the register was read"))
    monkeypatch.setattr(Register, "passages", lambda self, entry: pytest.fail("passages were read"))
    ensure_index(home)


def test_the_shipped_letters_are_not_read_again_until_something_changes(home, monkeypatch, tmp_path):
    before = corpora(home)
    with monkeypatch.context() as patch:
        patch.setattr(shipped, "shipped_decisions", lambda: pytest.fail("the letters were read"))
        assert corpora(home) == before
    seeds = tmp_path / "seeds"
    shutil.copytree(data_folder("seeds") / "determinations", seeds / "determinations")
    (letter,) = (seeds / "determinations").glob("*.md")
    letter.write_text(letter.read_text().replace("acute flare-up", "acute episode"))
    monkeypatch.setattr(shipped, "data_folder", lambda name: seeds)
    assert corpora(home)["shipped"] != before["shipped"]


@pytest.mark.parametrize("damage", ["{", '{"state": "1"}', '{"state": "1", "digest": "made up"}'])
def test_what_is_remembered_of_the_shipped_letters_is_not_trusted_when_it_is_of_something_else(home, damage):
    before = corpora(home)
    (index_folder(home) / "shipped.json").write_text(damage)
    assert corpora(home) == before


def test_a_process_that_died_between_register_and_index_is_made_good(home, guideline):
    add(home, guideline)
    ensure_index(home)
    guideline.write_text(MARKDOWN.replace("single injection", "second injection"))
    add(home, guideline)
    found = ensure_index(home).search("second injection", 1, "guideline")
    assert "second injection" in found[0].passage.text


def test_a_damaged_shard_that_was_to_be_kept_is_indexed_again(home, guideline):
    ensure_index(home)
    (current_build(index_folder(home)) / "card" / "passages.jsonl").write_text("{}\n")
    add(home, guideline)
    index = ensure_index(home)
    assert index.search("massage", 1, "card")[0].passage.text
    assert index.search("splint", 1, "guideline")


def test_damaged_passages_stop_the_build_with_the_way_out(home, guideline):
    add(home, guideline)
    entry = Register(home).load()["hand"]
    (home / "documents" / "passages" / entry.file).unlink()
    with pytest.raises(DataError, match="add the document again"):
        ensure_index(home)


def test_a_build_anew_holds_the_same(home, guideline):
    add(home, guideline)
    first = ensure_index(home).manifest
    again = rebuild(home, WordLlamaEmbedder())
    assert (again.digests, again.corpora) == (first.digests, first.corpora) == (first.digests, corpora(home))
