"""A draft reads the passages that it looks at, however many the library holds."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.criteria.library import library
from drafter.retrieval import LibraryRetriever, find_precedents, search_in_sequence
from drafter.retrieval.decisions import Filters, similar_decisions
from tests.drafter.builders import disputed, make_case
from tests.drafter.retrieval.shelf import added, decided, shelved
from vectorstore.embedder import get_embedder
from vectorstore.index import open_index

MANY = 400
ITEM = disputed(1, "6 massage therapy sessions, lumbar spine")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Passages in nearly the same words, of which nearly all are of another family, edition, treatment or day."""
    place = tmp_path_factory.mktemp("index")
    words = "Massage therapy of the lumbar spine, note"
    old = {"family": "odg", "effective": "2001-01-01", "superseded": "2005-01-01"}
    shelved(
        place,
        *(added(f"other-{n}#1", f"{words} {n}.", family="other") for n in range(MANY)),
        *(added(f"old-{n}#1", f"{words} {n}.", **old) for n in range(MANY)),
        added("now#1", "Massage is tried for two weeks.", family="odg", effective="2010-01-01"),
        *(decided(f"CM97-{n:07}#1", f"{words} {n}", treatment="yoga", decided="2013-01-01") for n in range(MANY)),
        *(decided(f"CM96-{n:07}#1", f"{words} {n}", treatment="massage", decided="2030-01-01") for n in range(MANY)),
        decided("CM98-0000001#1", "Massage", treatment="massage", decided="2013-01-01"),
    ).close()
    return place


@pytest.fixture
def index(folder):
    """Opened anew: nothing has been read."""
    index = open_index(folder, get_embedder())
    yield index
    index.close()


def read(index, kind) -> int:
    return index.shards[kind].passages.at.cache_info().misses


def test_a_source_that_is_searched_by_itself_does_not_read_the_others(index):
    searched = search_in_sequence(make_case(ITEM), ITEM, index, library(), (), {"odg", "other"})
    assert "now#1" in {passage.id for passage in searched.passages}
    assert read(index, "guideline") <= 3 * 24


def test_precedents_are_found_without_reading_later_decisions_or_other_treatments(index):
    (hit,) = find_precedents(make_case(ITEM), ITEM, index)
    assert hit.passage.id == "CM98-0000001#1"
    assert read(index, "decision") == 1


def test_filters_of_prior_decisions_read_none_that_they_refuse(index):
    (found,) = similar_decisions(ITEM, index, 5, Filters(treatment="massage", until=dt.date(2014, 1, 1)))
    assert found.id == "CM98-0000001#1"
    assert read(index, "decision") == 1


def test_a_retriever_as_of_a_day_reads_what_it_returns(index):
    documents = LibraryRetriever(index=index, k=3, kind="guideline", as_of=dt.date(2003, 1, 1)).invoke("massage")
    assert len(documents) == 3
    assert read(index, "guideline") == 3
