"""Vectors are computed once, whoever asks and whatever happens in between."""

import sqlite3
import stat
import threading

import numpy as np
import pytest

from tests.vectorstore.conftest import Counting, SumOfLetters
from vectorstore.embedders.cached import CachedEmbedder

CRASH = """
import os, pathlib, sys
from tests.vectorstore.conftest import SumOfLetters
from vectorstore.embedders.cached import CachedEmbedder
class Dies(SumOfLetters):
    def embed(self, texts):
        if texts[0] == "text 512":
            os.kill(os.getpid(), 9)
        return super().embed(texts)
CachedEmbedder(Dies(), pathlib.Path(sys.argv[1])).embed([f"text {n}" for n in range(1000)])
"""


class Wider(Counting):
    """Another model under the same name."""

    dimension = 27

    def embed(self, texts):
        return np.pad(super().embed(texts), ((0, 0), (0, 1)))


@pytest.fixture
def file(tmp_path):
    return tmp_path / "cache" / "vectors.sqlite3"


def test_each_text_is_embedded_once(file):
    first, second = Counting(), Counting()
    texts = ["massage", "therapy", "massage"]
    expected = SumOfLetters().embed(texts)
    assert np.array_equal(CachedEmbedder(first, file).embed(texts), expected)
    assert first.asked == ["massage", "therapy"]
    assert np.array_equal(CachedEmbedder(second, file).embed([" therapy ", "x", "massage"])[[2, 0, 2]], expected)
    assert second.asked == ["x"]


def test_rows_come_in_the_order_of_the_texts(file):
    texts = [f"{chr(97 + n % 26) * (n % 7 + 1)} {n}" for n in range(700)]
    CachedEmbedder(Counting(), file).embed(texts[::3])
    assert np.array_equal(CachedEmbedder(Counting(), file).embed(texts), SumOfLetters().embed(texts))


def test_two_embedders_share_a_file_and_no_vector(file):
    other = Counting()
    other.name = "other"
    CachedEmbedder(Counting(), file).embed(["massage"])
    CachedEmbedder(other, file).embed(["massage"])
    assert other.asked == ["massage"]


def test_no_texts_give_no_rows(file):
    assert CachedEmbedder(Counting(), file).embed([]).shape == (0, 26)


def test_the_dimension_is_known_without_asking(file):
    CachedEmbedder(SumOfLetters(), file).embed(["massage"])

    class Silent:
        name = SumOfLetters.name

        @property
        def dimension(self):
            raise AssertionError("asked")

    assert CachedEmbedder(Silent(), file).dimension == 26


def test_another_model_under_the_name_starts_anew(file):
    CachedEmbedder(Counting(), file).embed(["massage", "therapy"])
    wider = Wider()
    cached = CachedEmbedder(wider, file)
    assert cached.embed(["massage", "spine"]).shape == (2, 27)
    assert set(wider.asked) == {"massage", "spine"}
    assert cached.dimension == 27


def test_what_was_done_before_a_crash_is_kept(file, python):
    assert python(CRASH, str(file)).returncode == -9
    again = Counting()
    texts = [f"text {n}" for n in range(1000)]
    assert np.array_equal(CachedEmbedder(again, file).embed(texts), SumOfLetters().embed(texts))
    assert again.asked == texts[512:]


@pytest.mark.parametrize("content", [b"no database", b""])
def test_a_file_that_cannot_be_used_costs_time_and_nothing_else(file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    cached = CachedEmbedder(Counting(), file)
    assert np.array_equal(cached.embed(["massage"]), SumOfLetters().embed(["massage"]))
    assert (cached.problem is not None) == bool(content)


def test_a_vector_that_was_cut_short_is_made_again(file):
    CachedEmbedder(Counting(), file).embed(["massage"])
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE vectors SET vector = substr(vector, 1, 10)")
    again = Counting()
    assert np.array_equal(CachedEmbedder(again, file).embed(["massage"]), SumOfLetters().embed(["massage"]))
    assert again.asked == ["massage"]


def test_only_the_owner_reads_it_and_it_holds_no_text(file):
    cached = CachedEmbedder(Counting(), file)
    cached.embed(["massage therapy of the lumbar spine"])
    cached.close()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert b"lumbar" not in file.read_bytes()


def test_threads_share_it(file):
    cached, texts = CachedEmbedder(Counting(), file), [f"{chr(97 + n % 26)} {n}" for n in range(300)]
    expected, wrong = SumOfLetters().embed(texts), []

    def work(offset):
        rows = list(range(offset, 300, 3))
        if not np.array_equal(cached.embed([texts[row] for row in rows]), expected[rows]):
            wrong.append(offset)

    threads = [threading.Thread(target=work, args=(offset,)) for offset in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert cached.problem is None
