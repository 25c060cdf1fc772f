"""The judge gates only when it is the pinned one, agrees with itself, and agrees with people."""

from __future__ import annotations

import pytest

from drafter.errors import BackendUnavailable, InputError
from evals.judge import assessment
from evals.judge.agreement import Pair, agreement
from evals.judge.records import read_judged, write_judged
from evals.judge.rubric import worst
from tests.drafter.llm.scripted import failure
from tests.evals.judge.judges import (
    PROMPT,
    TEXTS,
    Fickle,
    by_third,
    judged_by,
    labels,
    other_prompt,
    pinned,
    refusing_some,
)


def assess(judged, labelled, settings, texts=TEXTS):
    return assessment.assess_judge(judged, texts, labelled, settings)


def as_judge(number):
    """What `by_third` says, too."""
    return "fails" if number % 3 == 0 else "holds"


def opposite(number):
    return "holds" if number % 3 == 0 else "fails"


@pytest.fixture(scope="module")
def steady(tmp_path_factory):
    """A judge that says the same each time, about labelled texts and drafts."""
    return judged_by(by_third, tmp_path_factory.mktemp("home"), labels(as_judge))


def grounded(report):
    return next(question for question in report.questions if question.name == "grounded")


def test_high_agreement_lets_a_floor_gate_and_names_the_cases(steady):
    report = assess(steady, labels(as_judge), pinned(floors={"grounded": 0.9}))
    question = grounded(report)
    assert question.may_gate, question.why_not
    assert question.with_people.ac1.low > 0.6
    (gate,) = report.gates
    assert (gate.metric, gate.passed) == ("judge.grounded", False)
    assert {culprit.case for culprit in gate.cases} == {text.case for text in TEXTS[::3]}
    kept = assess(steady, labels(as_judge), pinned(floors={"grounded": 0.5})).gates
    assert [each.passed for each in kept] == [True]


def test_low_agreement_with_people_gates_nothing_and_says_why(steady):
    report = assess(steady, labels(opposite), pinned(floors={"grounded": 0.9}))
    assert report.gates == ()
    assert "does not agree with people" in grounded(report).why_not
    assert grounded(report).score.value == pytest.approx(2 / 3)


def test_the_lower_bound_counts_and_not_the_figure(steady):
    mixed = labels(lambda number: as_judge(number) if number % 4 else opposite(number))
    figure = grounded(assess(steady, mixed, pinned())).with_people.ac1
    assert figure.low < figure.value
    between = (figure.low + figure.value) / 2
    assert not grounded(assess(steady, mixed, pinned(agreement=between))).may_gate
    assert grounded(assess(steady, mixed, pinned(agreement=figure.low - 0.01))).may_gate


def test_a_few_labelled_cases_that_all_agree_are_not_enough(steady):
    few = labels(as_judge, TEXTS[:19])
    assert "19 of the 20 cases" in grounded(assess(steady, few, pinned())).why_not
    assert grounded(assess(steady, labels(as_judge, TEXTS[:20]), pinned())).may_gate


def test_without_labels_it_is_information(steady):
    question = grounded(assess(steady, None, pinned(floors={"grounded": 0.9})))
    assert (question.may_gate, question.why_not) == (False, "no label of a person stands beside it")
    assert question.with_itself.ac1.value == 1


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (pinned(model="another"), "not comparable: judged by scripted, the suite pins another"),
        (pinned(prompt_sha256="0" * 64), "not comparable: judged with prompt"),
        (None, "the suite pins no judge"),
    ],
)
def test_another_judge_than_the_pinned_one_gates_nothing(steady, settings, says):
    report = assess(steady, labels(as_judge), settings)
    assert says in grounded(report).why_not
    assert not any(question.may_gate for question in report.questions)


def test_a_changed_prompt_is_another_judge(tmp_path):
    changed = other_prompt()
    assert changed.sha256 != PROMPT.sha256
    answers = judged_by(by_third, tmp_path, labels(as_judge), prompt=changed)
    assert {answer.judge.prompt_sha256 for answer in answers} == {changed.sha256}
    assert not grounded(assess(answers, labels(as_judge), pinned())).may_gate


def test_labels_for_other_questions_do_not_bear_it_out(steady):
    others = labels(as_judge).model_copy(update={"rubric": "0.9"})
    report = assess(steady, others, pinned(floors={"grounded": 0.9}))
    assert "the questions of prompt 0.9, the judge those of 1.0" in grounded(report).why_not
    assert report.gates == ()


def test_grades_of_texts_that_changed_do_not_count(steady):
    changed = [text._replace(text=f"{text.text} Drafted anew.") for text in TEXTS[:3]]
    report = assess(steady, labels(as_judge), pinned(floors={"grounded": 0.9}), [*changed, *TEXTS[3:]])
    question = grounded(report)
    assert (report.texts, report.unseen, question.scored, question.unscored) == (30, 3, 27, 3)
    assert "judge the run again: 3 of its texts" in question.why_not
    assert report.gates == ()


def test_a_judge_that_contradicts_itself_gates_nothing(tmp_path):
    answers = judged_by(Fickle(), tmp_path, drafts=TEXTS)
    question = grounded(assess(answers, labels(as_judge), pinned()))
    assert question.why_not.startswith("it does not agree with itself")
    assert question.score.value == 0, "of two grades given equally often the worse counts"


def test_a_single_answer_says_nothing_about_itself(tmp_path):
    answers = judged_by(by_third, tmp_path, labels(as_judge), repeats=1)
    assert "--repeat 2" in grounded(assess(answers, labels(as_judge), pinned())).why_not


def test_a_refusal_is_unscored_and_counted(tmp_path):
    report = assess(judged_by(refusing_some, tmp_path), None, pinned())
    question = grounded(report)
    assert (question.scored, question.unscored) == (20, 10)
    assert report.unanswered == {"refusal": 20}
    assert question.score.value == pytest.approx(14 / 20)


def test_a_judge_that_refuses_many_texts_gates_nothing(tmp_path):
    """Of thirty texts it grades twenty, and what it says of these is borne out by people."""
    told = labels(as_judge)
    answers = judged_by(refusing_some, tmp_path, told)
    strict = grounded(assess(answers, told, pinned()))
    assert strict.why_not == "it graded 20 of the 30 texts that it was asked about, and has to grade 95%"
    assert grounded(assess(answers, told, pinned(graded=0.6))).may_gate


def test_an_endpoint_that_fails_for_good_stops_the_judge(tmp_path):
    with pytest.raises(BackendUnavailable, match="judge the run again"):
        judged_by(lambda asked: failure(401, "no", "invalid_api_key"), tmp_path)


def test_answers_are_kept_as_they_were(steady, tmp_path):
    path = write_judged(tmp_path, steady)
    assert read_judged(tmp_path) == tuple(steady)
    path.write_text("{}\n")
    with pytest.raises(InputError, match="drafter eval judge"):
        read_judged(tmp_path)


def test_labelled_texts_are_asked_about_first_and_once_for_all_raters(tmp_path):
    both = labels(as_judge).model_copy(
        update={"entries": (*labels(as_judge).entries, *labels(as_judge, rater="CD").entries)}
    )
    answers = judged_by(by_third, tmp_path, both, repeats=1)
    assert [answer.of for answer in answers] == ["label"] * 30 + ["draft"] * 30
    assert grounded(assess(answers, both, pinned())).with_people.pairs == 60


def test_agreement_resamples_cases_and_not_texts():
    """Twenty texts of two cases: the interval is as wide as two cases make it."""
    pairs = [Pair("a", "holds", "holds")] * 10 + [Pair("b", "holds", "fails")] * 10
    found = agreement(pairs)
    assert found.cases == 2
    assert (found.ac1.low, found.ac1.high) == (pytest.approx(agreement(pairs[10:]).ac1.value), 1.0)


def test_the_grade_of_a_text_is_the_most_frequent_and_in_doubt_the_worse():
    assert worst(["holds", "holds", "fails"]) == "holds"
    assert worst(["holds", "partly"]) == "partly"
