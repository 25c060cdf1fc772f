import math
import os

import numpy as np
import pytest

from tests.vectorstore.conftest import passage
from vectorstore.dense import DenseIndex
from vectorstore.errors import IndexDamaged

VECTORS = {
    "same": (1.0, 0.0),
    "sixty-degrees": (0.5, math.sqrt(3) / 2),
    "right-angle": (0.0, 1.0),
    "opposite": (-1.0, 0.0),
    "longer": (2.0, 0.0),
}
IDS = sorted(VECTORS)
NORTH = np.array([1.0, 0.0], dtype=np.float32)


def create(folder, vectors=VECTORS, progress=None):
    passages = [passage(name, name) for name in vectors]
    return DenseIndex.create(
        folder, passages, lambda texts: np.array([vectors[text] for text in texts], dtype=np.float32), progress
    )


@pytest.fixture
def folder(tmp_path):
    create(tmp_path / "chroma").close()
    return tmp_path / "chroma"


@pytest.fixture(params=["exact", "approximate"])
def dense(folder, request, monkeypatch):
    if request.param == "approximate":
        monkeypatch.setattr("vectorstore.dense._EXACT", 0)
    index = DenseIndex.open(folder, IDS)
    yield index
    index.close()


def test_known_pairs_have_the_cosine_of_their_angle(dense):
    found = {neighbour.id: neighbour.similarity for neighbour in dense.search(NORTH, 5)}
    expected = {"same": 1.0, "longer": 1.0, "sixty-degrees": 0.5, "right-angle": 0.0, "opposite": -1.0}
    assert found == pytest.approx(expected, abs=1e-6)


def test_nearest_first_and_equal_ones_by_id(dense):
    assert [neighbour.id for neighbour in dense.search(NORTH, 3)] == ["longer", "same", "sixty-degrees"]


def test_many_equal_ones_are_ordered_by_id_too(tmp_path):
    vectors = {f"p{number:03}": ((1.0, 0.0), (0.6, 0.8))[number % 2] for number in range(400)}
    create(tmp_path / "chroma", vectors).close()
    index = DenseIndex.open(tmp_path / "chroma", sorted(vectors))
    found = [neighbour.id for neighbour in index.search(NORTH, 400)]
    index.close()
    assert found == sorted(found[:200]) + sorted(found[200:])


def test_the_space_is_cosine_and_not_the_default(dense):
    assert dense.space == "cosine"


def test_a_vector_of_zeros_finds_nothing(dense):
    assert dense.search(np.zeros(2, dtype=np.float32), 3) == []


def test_a_passage_without_a_vector_of_its_own_is_like_nothing_and_upsets_no_order(tmp_path):
    """An embedder gives zeros for a text without a token."""
    create(tmp_path / "chroma", {**VECTORS, "nothing": (0.0, 0.0)}).close()
    index = DenseIndex.open(tmp_path / "chroma", sorted([*IDS, "nothing"]))
    found = [(neighbour.id, neighbour.similarity) for neighbour in index.search(NORTH, 6)]
    index.close()
    names = ["longer", "same", "sixty-degrees", "nothing", "right-angle", "opposite"]
    assert found == list(zip(names, [1.0, 1.0, 0.5, 0.0, 0.0, -1.0], strict=True))


def test_stores_in_batches_and_tells_how_far_it_is(tmp_path):
    told = []
    vectors = {f"p{number:04}": (math.cos(number), math.sin(number)) for number in range(1100)}
    index = create(tmp_path / "chroma", vectors, lambda done, total: told.append((done, total)))
    assert len(index) == 1100
    assert told == [(500, 1100), (1000, 1100), (1100, 1100)]
    index.close()


def test_a_read_only_index_is_searched_in_a_copy_that_goes_away(folder, monkeypatch):
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    index = DenseIndex.open(folder, IDS)
    assert index.search(NORTH, 1)[0].similarity == 1.0
    copy = index._copy.name
    index.close()
    assert not os.path.exists(copy)  # noqa: PTH110
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_the_environment_cannot_send_vectors_elsewhere(folder, monkeypatch, tmp_path):
    monkeypatch.setenv("CHROMA_API_IMPL", "chromadb.api.fastapi.FastAPI")
    monkeypatch.setenv("CHROMA_SERVER_HOST", "203.0.113.1")
    monkeypatch.setenv("ANONYMIZED_TELEMETRY", "true")
    monkeypatch.setenv("CHROMA_OTEL_COLLECTION_ENDPOINT", "http://203.0.113.1")
    (tmp_path / ".env").write_text("chroma_server_host=203.0.113.1\nallow_reset=true\n")
    monkeypatch.chdir(tmp_path)
    index = DenseIndex.open(folder, IDS)
    settings = index._client.get_settings()
    index.close()
    assert settings.chroma_api_impl == "chromadb.api.rust.RustBindingsAPI"
    assert settings.chroma_server_host is None
    assert not settings.anonymized_telemetry
    assert not settings.chroma_otel_collection_endpoint
    assert not settings.allow_reset


def test_among_many_near_duplicates_every_neighbour_is_found(tmp_path):
    """Chroma's graph loses most of them; the same vectors have to come back in every process."""
    angles = {f"p{number:04}": 1.5 + number * 1e-4 for number in range(2000)} | {"far": 0.1, "farther": 0.2}
    vectors = {name: (math.cos(angle), math.sin(angle)) for name, angle in angles.items()}
    create(tmp_path / "chroma", vectors).close()
    index = DenseIndex.open(tmp_path / "chroma", sorted(vectors))
    assert [neighbour.id for neighbour in index.search(NORTH, 2002)] == sorted(angles, key=angles.__getitem__)[:2002]
    index.close()


def test_a_vector_that_is_not_there_is_damage(folder):
    index = DenseIndex.open(folder, [*IDS, "zzz"])
    with pytest.raises(IndexDamaged, match="zzz"):
        index.search(NORTH, 1)
    index.close()


@pytest.mark.parametrize("damage", ["missing", "not a database", "another collection"])
def test_what_cannot_be_read_is_damaged(damage, folder, tmp_path):
    if damage == "missing":
        folder = tmp_path / "nothing"
    elif damage == "not a database":
        (folder / "chroma.sqlite3").write_bytes(b"not a database" * 1000)
    else:
        index = DenseIndex.open(folder, IDS)
        index._client.delete_collection("passages")
        index.close()
    with pytest.raises(IndexDamaged, match="drafter index build"):
        DenseIndex.open(folder, IDS)
    assert not (tmp_path / "nothing").exists()
