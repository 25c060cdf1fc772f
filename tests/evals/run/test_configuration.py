"""A hash in the results changes with what they depend on, and with nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import drafter
from drafter.resources import data_folder
from evals.run.configuration import scorer_files

SOURCES = Path(drafter.__path__[0])
SCORE = """
import sys
import drafter
import drafter.verification
import evals.scorers
print(*(module.__file__ for name, module in sys.modules.items() if name.startswith(("drafter.", "evals.scorers"))))
"""


def test_what_scoring_imports_is_in_the_hash_of_the_scorers():
    done = subprocess.run([sys.executable, "-c", SCORE], capture_output=True, text=True, check=True)
    imported = {Path(name) for name in done.stdout.split()}
    assert SOURCES / "verification" / "run.py" in imported
    assert imported <= set(scorer_files())


def test_words_and_cards_are_in_it_and_what_only_drafts_is_not():
    hashed = set(scorer_files())
    assert set(data_folder("seeds").glob("lexicon/**/*.yaml")) <= hashed
    assert set(data_folder("seeds").glob("guidelines/**/*.yaml")) <= hashed
    assert {SOURCES / "evidence" / "cues.py", SOURCES / "lexicon.py"} <= hashed
    assert not hashed & {SOURCES / "decide.py", SOURCES / "pipeline.py", *(SOURCES / "engines").rglob("*.py")}
