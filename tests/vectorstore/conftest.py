"""Passages in made-up wording, real wordllama, real Chroma."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import pytest

from vectorstore.embedder import Embedder, get_embedder
from vectorstore.index import build_index
from vectorstore.passage import Hit, Kind, Passage

SUBJECTS = {
    "massage": "Massage is an adjunct to active exercise and limited to a few visits.",
    "acupuncture": "Acupuncture may be tried for three to six treatments to see whether function improves.",
    "opioid": "Opioids are continued only while pain and function improve and aberrant behaviour is absent.",
    "mri-spine": "Magnetic resonance imaging of the spine follows unequivocal nerve compromise on examination.",
    "emg": "Electromyography clarifies subtle focal neurologic deficits that last longer than a month.",
    "tens": "Transcutaneous electrical stimulation needs a documented one-month trial.",
    "esi": "Epidural steroid injection requires radiculopathy on examination and on imaging.",
    "home-care": "Home health care is for patients who are homebound, part-time and intermittent.",
    "topical": "A compounded cream with one ingredient that is not recommended is not recommended.",
    "surgery": "Arthroscopy of the knee follows failed exercise and a tear confirmed by imaging.",
}


def passage(name: str, text: str, kind: Kind = "guideline", **fields: object) -> Passage:
    return Passage.model_validate({"id": name, "kind": kind, "text": text, **fields})


def ids(hits: Iterable[Hit]) -> list[str]:
    return [hit.passage.id for hit in hits]


class SumOfLetters:
    """Another embedder behind the protocol: letter frequencies, 26 dimensions."""

    name = "letters"
    dimension = 26

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        counts = np.array([[text.lower().count(chr(97 + i)) for i in range(26)] for text in texts], dtype=np.float32)
        counts = counts.reshape(len(texts), 26)
        return counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1e-9)


class Counting(SumOfLetters):
    """Remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        self.asked += texts
        return super().embed(texts)


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    return get_embedder()


@pytest.fixture
def guidelines() -> list[Passage]:
    return [passage(name, text, title=f"Chapter: {name}") for name, text in SUBJECTS.items()]


@pytest.fixture
def small(tmp_path: Path, embedder: Embedder, guidelines: list[Passage]) -> Path:
    """The folder of an index of the guidelines."""
    build_index(guidelines, tmp_path, embedder)
    return tmp_path


@pytest.fixture
def python(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a script in a process of its own, with `env` over the environment."""

    def run(script: str, *args: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        import os

        return subprocess.run(
            [sys.executable, "-c", script, *args],
            env=os.environ | (env or {}),
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run
