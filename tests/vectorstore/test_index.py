"""What a search finds, and in which order."""

from datetime import UTC, datetime

import numpy as np
import pytest

from tests.vectorstore.conftest import SUBJECTS, ids, passage
from vectorstore.fusion import Weights
from vectorstore.index import build_index, open_index

SEARCH = """
import pathlib, sys
from vectorstore.embedder import get_embedder
from vectorstore.index import open_index
index = open_index(pathlib.Path(sys.argv[1]), get_embedder())
for query in ("massage visits", "imaging of the spine", "homebound", "pain"):
    print([(hit.passage.id, *hit[1:]) for hit in index.search(query, k=10)])
"""


@pytest.fixture(scope="module")
def directory(embedder, tmp_path_factory):
    """Ten guideline passages among 300 decisions about one subject."""
    folder = tmp_path_factory.mktemp("index")
    corpus = [passage(name, text, title=f"Chapter: {name}") for name, text in SUBJECTS.items()]
    corpus += [
        passage(f"decision-{n:03}", f"Massage sessions of patient {n} with exercise.", kind="decision")
        for n in range(300)
    ]
    build_index(corpus, folder, embedder)
    return folder


@pytest.fixture(scope="module")
def index(directory, embedder):
    return open_index(directory, embedder)


@pytest.mark.parametrize(
    ("query", "first"),
    [("homebound patient", "home-care"), ("EMG of both legs", "emg"), ("radiculopathy on exam", "esi")],
)
def test_the_best_passage_comes_first(index, query, first):
    assert ids(index.search(query, kind="guideline"))[0] == first


def test_hits_carry_ranks_similarity_and_falling_scores(index):
    hits = index.search("massage and exercise", k=10, kind="guideline")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    best = hits[0]
    assert (best.passage.id, best.keyword_rank) == ("massage", 1)
    assert -1.0 <= best.similarity <= 1.0
    assert any(hit.keyword_rank is None for hit in hits)


def test_the_title_and_the_keywords_are_searched(tmp_path, embedder):
    corpus = [
        passage("a", "One to four visits.", keywords=("NCS",)),
        passage("b", "Six visits."),
        passage("c", "Two visits.", title="Acupuncture"),
    ]
    build_index(corpus, tmp_path, embedder)
    index = open_index(tmp_path, embedder)
    assert ids(index.search("ncs"))[0] == "a"
    assert ids(index.search("acupuncture"))[0] == "c"


def test_gives_as_many_as_asked_for_each_once(index):
    for k in (1, 8, 60, 310):
        found = ids(index.search("massage", k=k))
        assert len(found) == len(set(found)) == k


def test_gives_all_there_are_when_there_are_fewer(index):
    assert sorted(ids(index.search("massage", k=50, kind="guideline"))) == sorted(SUBJECTS)


def test_only_passages_of_the_kind_are_found(index):
    assert {hit.passage.kind for hit in index.search("massage", k=50, kind="decision")} == {"decision"}


def test_widening_finds_the_rare_passages_that_are_accepted(index, embedder):
    """The query is about the 300 decisions; what is accepted is far down in both rankings."""
    rare = {"surgery", "topical"}
    hits = index.search("massage sessions of patient 7 with exercise", k=5, accept=lambda item: item.id in rare)
    vectors = embedder.embed([hit.passage.searchable for hit in hits])
    query = embedder.embed(["massage sessions of patient 7 with exercise"])[0]
    assert {*ids(hits)} == rare
    assert [hit.dense_rank for hit in hits] == [1, 2]
    assert [hit.similarity for hit in hits] == pytest.approx((vectors @ query).tolist(), abs=1e-5)


def test_filtering_ranks_as_if_the_rest_did_not_exist(index, tmp_path, embedder, guidelines):
    build_index(guidelines, tmp_path, embedder)
    alone = open_index(tmp_path, embedder).search("imaging of the knee", k=10, weights=Weights(1.0, 0.0))
    among = index.search("imaging of the knee", k=10, kind="guideline", weights=Weights(1.0, 0.0))
    assert [hit[:3] for hit in among] == [hit[:3] for hit in alone]


def test_accept_is_asked_once_for_a_passage(index):
    asked = []
    index.search("massage", k=5, accept=lambda item: asked.append(item.id) or item.id == "tens")
    assert len(asked) == len(set(asked))


def test_a_weight_of_zero_leaves_a_ranking_out(index):
    by_words = index.search("spine", k=5, weights=Weights(dense=0.0, keyword=1.0))
    assert by_words
    assert all(hit.keyword_rank for hit in by_words)
    by_vectors = index.search("spine", k=5, weights=Weights(dense=1.0, keyword=0.0))
    assert [hit.dense_rank for hit in by_vectors] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("query", ["", "  \n"])
def test_a_query_without_words_finds_nothing(index, query):
    assert index.search(query) == []


def test_a_batch_is_the_same_as_one_by_one(index):
    queries = ["massage", "imaging", "homebound patient", ""]
    assert index.search_text_batch(queries, k=4) == [index.search(query, k=4) for query in queries]


def test_passages_by_id_and_in_order(small, embedder, guidelines):
    index = open_index(small, embedder)
    assert len(index) == len(guidelines)
    assert index.passage("tens") == next(item for item in guidelines if item.id == "tens")
    assert index.passage("nothing") is None
    assert [item.id for item in index] == sorted(SUBJECTS)


def test_the_manifest_says_what_was_built(directory, embedder):
    manifest = open_index(directory, embedder).manifest
    assert (manifest.embedder, manifest.dimension, manifest.space) == ("wordllama", 256, "cosine")
    assert manifest.passages == 310
    assert manifest.kinds == {"decision": 300, "guideline": 10}
    assert set(manifest.versions) == {"bm25s", "chromadb", "numpy", "wordllama"}
    assert manifest.built_at <= datetime.now(UTC)


def test_two_processes_find_the_same_bytes(directory, python):
    outputs = [python(SEARCH, str(directory), env={"PYTHONHASHSEED": seed}) for seed in ("0", "4711")]
    assert outputs[0].stdout.count("home-care") >= 1, outputs[0].stderr
    assert outputs[0].stdout == outputs[1].stdout


def test_many_threads_search_one_index(small, embedder):
    from concurrent.futures import ThreadPoolExecutor

    index = open_index(small, embedder)
    queries = ["massage", "imaging of the spine", "homebound", "one-month trial"] * 6
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(index.search, queries))
    assert found == [index.search(query) for query in queries]


def test_scores_are_plain_numbers(index):
    hit = index.search("massage", k=1)[0]
    assert {type(hit.score), type(hit.similarity)} == {float}
    assert not isinstance(hit.similarity, np.floating)
