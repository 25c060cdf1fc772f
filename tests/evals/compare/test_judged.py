"""Two runs that one judge has graded are compared on its grades; two judges never are."""

from __future__ import annotations

import pytest

from evals.compare import compare
from evals.judge.material import materials
from evals.judge.records import Judged, JudgeIdentity, write_judged
from evals.judge.rubric import ASPECTS
from evals.markdown import comparison_markdown
from evals.run import load_run
from tests.evals.runs import run, write_letters

JUDGE = JudgeIdentity(model="scripted", prompt_version="1.0", prompt_sha256="a" * 64)


@pytest.fixture(scope="module")
def pair(tmp_path_factory, desk):
    """Two runs of the same four letters."""
    folder = tmp_path_factory.mktemp("pair")
    letters = write_letters(folder / "letters", 4)
    return run(letters, folder / "one", desk), run(letters, folder / "two", desk)


def judge(found, grade, identity=JUDGE, leave_out=0):
    """Every text of a run graded alike, but for the first ones."""
    write_judged(
        found.folder.path,
        [
            Judged(
                of="draft", text_sha256=text.sha256, sample=text.sample, case=text.case, item=text.item, repeat=1,
                grades=dict.fromkeys(ASPECTS, grade), judge=identity,
            )
            for text in list(materials(found))[leave_out:]
        ],
    )  # fmt: skip
    return load_run(found.folder.path)


def of_judge(comparison):
    return [change for change in comparison.changes if change.metric.startswith("judge.")]


def test_worse_grades_of_the_same_judge_are_called_worse(pair):
    comparison = compare(judge(pair[0], "holds"), judge(pair[1], "partly"))
    assert [change.metric for change in of_judge(comparison)] == [f"judge.{name}" for name in ASPECTS]
    assert {(change.difference.value, change.effect, change.items) for change in of_judge(comparison)} == {
        (-0.5, "worse", 4)
    }
    assert "- worse: judge.grounded -0.500" in comparison_markdown(comparison, [])


def test_texts_that_only_one_run_has_graded_are_left_out_and_counted(pair):
    comparison = compare(judge(pair[0], "holds"), judge(pair[1], "holds", leave_out=1))
    assert {(change.difference.value, change.items, change.unpaired) for change in of_judge(comparison)} == {
        (0.0, 3, 1)
    }


def test_grades_of_two_judges_are_not_compared(pair):
    other = JUDGE.model_copy(update={"prompt_sha256": "b" * 64})
    comparison = compare(judge(pair[0], "holds"), judge(pair[1], "fails", other))
    assert of_judge(comparison) == []
    assert "judge" in comparison.configuration


def test_a_run_that_nobody_judged_has_no_grades_to_compare(pair):
    judged = judge(pair[0], "holds")
    (pair[1].folder.path / "judge.jsonl").unlink(missing_ok=True)
    comparison = compare(judged, load_run(pair[1].folder.path))
    assert of_judge(comparison) == []
    assert "judge" not in comparison.configuration
