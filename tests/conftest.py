"""Fixtures that cost something and are shared: an open desk, the seed letter, the folder of real letters.

Heavy packages are imported inside them, so that a test of a small part starts fast.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from drafter.resources import data_folder

if TYPE_CHECKING:
    from drafter.pipeline import Desk

# How long an example takes says something of the machine and nothing of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

_OF_THE_USER = ("OPENAI_", "AZURE_", "DRAFTER_", "LANGSMITH_", "LANGCHAIN_")
_MEANT_FOR_TESTS = {"DRAFTER_DETERMINATIONS", "DRAFTER_EVAL_SUITE", "DRAFTER_LOCAL_MODEL"}
for _name in list(os.environ):
    # A developer's own key, endpoint or tracing must not make a test send its cases anywhere.
    if _name.startswith(_OF_THE_USER) and _name not in _MEANT_FOR_TESTS:
        del os.environ[_name]

SEED = data_folder("seeds") / "determinations" / "CM14-0140682.md"


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One DRAFTER_HOME for all parallel workers, so that the index is built once."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return shared / "drafter-home"


@pytest.fixture(scope="session")
def desk(home: Path) -> Desk:
    from drafter.pipeline import open_desk
    from drafter.settings import Settings

    return open_desk(Settings(home=home))


@pytest.fixture(scope="session")
def seed_letter():
    from drafter.intake import read_letter

    return read_letter(SEED)


@pytest.fixture(scope="session")
def real_letters() -> list[Path]:
    """PDFs of real determinations, where the environment names their folder."""
    root = os.environ.get("DRAFTER_DETERMINATIONS")
    if not root:
        pytest.skip("DRAFTER_DETERMINATIONS does not name a folder of real determinations")
    return sorted((Path(root) / "pdf").glob("*.pdf"))
