import numpy as np
import pytest

from vectorstore.similarity import by_similarity, from_distance


@pytest.mark.parametrize(("distance", "expected"), [(0.0, 1.0), (0.5, 0.5), (1.0, 0.0), (2.0, -1.0)])
def test_a_distance_becomes_a_similarity(distance, expected):
    assert from_distance(distance) == expected


def test_rows_with_the_cosine_of_their_angle_best_first():
    rows = np.array([[0.0, 1.0], [0.6, 0.8], [-1.0, 0.0], [1.0, 0.0]], dtype=np.float32)
    query = np.array([1.0, 0.0], dtype=np.float32)
    assert by_similarity(rows, query) == [(3, 1.0), (1, 0.6), (0, 0.0), (2, -1.0)]
    assert by_similarity(rows, query, 2) == [(3, 1.0), (1, 0.6)]


def test_a_row_has_the_same_similarity_wherever_it_stands():
    rng = np.random.default_rng(7)
    rows = rng.normal(size=(997, 256)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    query = rows[0]
    alone = [by_similarity(rows[n : n + 1], query)[0][1] for n in range(len(rows))]
    assert dict(by_similarity(rows, query)) == dict(enumerate(alone))


def test_a_difference_in_the_last_bit_does_not_decide():
    row = np.full(4, 0.5, dtype=np.float32)
    rows = np.stack([row, np.nextafter(row, np.float32(1.0)), row])
    assert [number for number, _ in by_similarity(rows, row)] == [0, 1, 2]


def test_no_rows():
    assert by_similarity(np.zeros((0, 4), dtype=np.float32), np.ones(4, dtype=np.float32)) == []


def test_the_best_few_are_the_head_of_the_whole_ranking_even_among_equal_ones():
    rng = np.random.default_rng(3)
    rows = np.repeat(rng.normal(size=(20, 8)), 5, axis=0).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    whole = by_similarity(rows, rows[0])
    assert all(by_similarity(rows, rows[0], limit) == whole[:limit] for limit in range(1, 101))
