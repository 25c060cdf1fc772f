import pytest

from tests.vectorstore.conftest import SUBJECTS
from vectorstore.memory import MemoryIndex

TEXTS = list(SUBJECTS.values())

REPEAT = """
import sys
from vectorstore.embedder import get_embedder
from vectorstore.memory import MemoryIndex
index = MemoryIndex(sys.argv[1:], get_embedder())
print([index.nearest(query, 5) for query in ("home exercise", "nerve compromise", "behaviour")])
"""


@pytest.fixture(scope="module")
def index(embedder):
    return MemoryIndex(TEXTS, embedder)


@pytest.mark.parametrize(
    ("query", "subject"),
    [
        ("homebound patient", "home-care"),
        ("RADICULOPATHY ON EXAM", "esi"),
        ("aberrant behavior", "opioid"),
        ("electromyography of the legs", "emg"),
    ],
)
def test_the_nearest_text_comes_first(index, query, subject):
    row, score = index.nearest(query, 3)[0]
    assert TEXTS[row] == SUBJECTS[subject]
    assert score > 0


def test_gives_k_rows_each_once_best_first(index):
    found = index.nearest("imaging of the knee", 4)
    assert len({row for row, _ in found}) == 4
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


def test_gives_all_rows_when_there_are_fewer_than_k(index):
    assert len(index.nearest("exercise", 1000)) == len(index) == len(TEXTS)


def test_a_text_that_shares_no_word_is_still_ranked_by_its_vector(embedder):
    index = MemoryIndex(["The invoice was paid.", "She walks with crutches."], embedder)
    assert index.nearest("ambulation uses a cane", 1)[0][0] == 1


def test_equal_texts_are_ordered_by_row(embedder):
    index = MemoryIndex(["knee pain", "neck pain"] * 200, embedder)
    assert [row for row, _ in index.nearest("knee", 100)] == list(range(0, 200, 2))


def test_a_batch_is_the_same_as_one_by_one(index):
    queries = ["homebound", "trial of a month", "MRI", ""]
    assert index.nearest_batch(queries, 3) == [index.nearest(query, 3) for query in queries]


def test_nothing_to_search_or_to_search_for(index, embedder):
    assert MemoryIndex([], embedder).nearest("knee", 3) == []
    assert index.nearest("", 3) == []
    assert index.nearest_batch([], 3) == []


def test_texts_without_words_do_not_disturb(embedder):
    index = MemoryIndex(["", "knee pain", "—"], embedder)
    assert index.nearest("pain of the knee", 1)[0][0] == 1


def test_two_processes_find_the_same_bytes(python):
    outputs = [python(REPEAT, *TEXTS, env={"PYTHONHASHSEED": seed}).stdout for seed in ("0", "4711")]
    assert outputs[0].startswith("[[(")
    assert outputs[0] == outputs[1]
