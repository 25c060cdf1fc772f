"""What a killed writer leaves behind, and what a reader sees meanwhile. Real processes, real SIGKILL."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.vectorstore.conftest import SumOfLetters, passage
from vectorstore.doctor import examine
from vectorstore.files import current_build
from vectorstore.index import build_index, open_index

OLD = [passage(f"old{n}", "Massage is limited to a few visits.") for n in range(30)]
CARDS = [passage("card", "A card on massage.", kind="card")]
NEW = [passage(f"new{n}", "Massage is limited to a few visits.") for n in range(30)]

KILLED_EVERYWHERE = """
import importlib, os, pathlib, signal, sys
import bm25s, chromadb
from tests.vectorstore.conftest import SumOfLetters
from tests.vectorstore.test_crash import NEW
from vectorstore.build import build_index

def build_and_die(step):
    module, _, name = step.rpartition(".")
    owner = importlib.import_module(module)
    real = getattr(owner, name)
    def killed(*arguments, **named):
        real(*arguments, **named)
        os.kill(os.getpid(), signal.SIGKILL)
    setattr(owner, name, killed)
    build_index(NEW, pathlib.Path(sys.argv[1]), SumOfLetters(), keep=("card",))

for step in sys.argv[2:]:
    child = os.fork()
    if not child:
        build_and_die(step)
        os._exit(0)
    print(step, os.WTERMSIG(os.waitpid(child, 0)[1]))
"""
BEFORE_THE_SWITCH = [
    "vectorstore.build.new_build",
    "vectorstore.build.carry_over",
    "vectorstore.shard.write_passages",
    "vectorstore.shard.write_columns",
    "vectorstore.dense._client",
    "vectorstore.build.write_shard",
    "vectorstore.build.write_manifest",
]
SEARCH_AND_SEARCH = """
import json, pathlib, sys
from tests.vectorstore.conftest import SumOfLetters
from vectorstore.index import open_index
answers, asked = set(), 0
while not pathlib.Path(sys.argv[2]).exists():
    index = open_index(pathlib.Path(sys.argv[1]), SumOfLetters())
    found = index.search("massage visits", k=50, kind="guideline")
    index.close()
    answers.add(tuple(sorted(hit.passage.id for hit in found)))
    asked += 1
    print(".", flush=True)
print(json.dumps([asked, sorted(answers)]))
"""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def directory(tmp_path):
    build_index([*OLD, *CARDS], tmp_path / "index", SumOfLetters())
    return tmp_path / "index"


def found(directory):
    return sorted(hit.passage.id for hit in open_index(directory, SumOfLetters()).search("massage", k=99))


def test_a_writer_killed_anywhere_before_the_switch_changes_nothing(directory, python):
    before, build = found(directory), current_build(directory)
    done = python(KILLED_EVERYWHERE, str(directory), *BEFORE_THE_SWITCH)
    assert done.stdout.splitlines() == [f"{step} 9" for step in BEFORE_THE_SWITCH], done.stderr
    assert (current_build(directory), found(directory)) == (build, before)
    assert len(list((directory / "builds").iterdir())) == 2
    build_index(NEW, directory, SumOfLetters(), keep=("card",))
    assert found(directory) == sorted(item.id for item in [*NEW, *CARDS])
    assert len(list((directory / "builds").iterdir())) == 2
    assert [check for check in examine(directory, SumOfLetters()) if not check.ok] == []


def test_a_writer_killed_after_the_switch_has_switched(directory, python):
    python(KILLED_EVERYWHERE, str(directory), "vectorstore.build.switch_to")
    assert found(directory) == sorted(item.id for item in [*NEW, *CARDS])
    assert [check for check in examine(directory, SumOfLetters()) if not check.ok] == []


def test_a_reader_in_another_process_sees_the_old_or_the_new_index_and_no_half(directory, tmp_path):
    stop = tmp_path / "stop"
    reader = subprocess.Popen(
        [sys.executable, "-c", SEARCH_AND_SEARCH, str(directory), str(stop)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout.readline() == ".\n", reader.stderr.read()
    for corpus in (NEW, OLD, NEW):
        build_index(corpus, directory, SumOfLetters(), keep=("card",))
    stop.touch()
    *_, last = reader.communicate(timeout=120)[0].splitlines()
    asked, answers = json.loads(last)
    whole = [sorted(item.id for item in corpus) for corpus in (NEW, OLD)]
    assert asked > 1
    assert sorted(item.id for item in OLD) in answers
    assert all(answer in whole for answer in answers), answers


def test_a_reader_keeps_its_build_through_many_rebuilds(directory):
    reader = open_index(directory, SumOfLetters())
    build = current_build(directory)
    for corpus in (NEW, OLD, NEW):
        build_index(corpus, directory, SumOfLetters(), keep=("card",))
    assert build.exists()
    assert "old1" in [hit.passage.id for hit in reader.search("massage", k=50)]
    reader.close()
    build_index(OLD, directory, SumOfLetters(), keep=("card",))
    assert not build.exists()


def test_a_reader_that_was_killed_keeps_nothing(directory, python):
    script = (
        "import os, pathlib, sys; from tests.vectorstore.conftest import SumOfLetters;"
        "from vectorstore.index import open_index; index = open_index(pathlib.Path(sys.argv[1]), SumOfLetters());"
        "os.kill(os.getpid(), 9)"
    )
    assert python(script, str(directory)).returncode == -9
    for corpus in (NEW, OLD):
        build_index(corpus, directory, SumOfLetters(), keep=("card",))
    assert len(list((directory / "builds").iterdir())) == 2
