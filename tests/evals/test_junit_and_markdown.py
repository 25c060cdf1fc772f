"""What a CI reads: which case failed and why, without a text of a record."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from evals.blessed import bless
from evals.junit import junit_xml
from evals.markdown import escape, summary_markdown
from evals.summary import build_summary
from tests.evals.runs import FailingEngine, WorseEngine, run, synthetic_suite, with_engine, write_letters

GATES = "{outcome.strict: {no_regression: true}, flags.clean: {floor: 1}}"


@pytest.fixture(scope="module")
def failed(tmp_path_factory, desk):
    """A run that fails a gate, and its summary."""
    folder = tmp_path_factory.mktemp("failed")
    suite = synthetic_suite(folder, gates=GATES)
    bless(run(suite, folder / "blessed", desk))
    worse = run(suite, folder / "worse", with_engine(desk, WorseEngine()))
    return worse, build_summary(worse)


@pytest.fixture(scope="module")
def broken(tmp_path_factory, desk):
    """A run with an error and a repeat, and its summary."""
    folder = tmp_path_factory.mktemp("broken")
    letters = write_letters(folder / "letters", 2)
    (letters / "list.md").write_text("A shopping list.")
    found = run(letters, folder / "out", with_engine(desk, FailingEngine("CM99-0000002")), repeat=2)
    return found, build_summary(found)


def cases(xml):
    suite = ElementTree.fromstring(xml).find("testsuite")
    return suite, {(case.get("classname"), case.get("name")): case for case in suite.findall("testcase")}


def test_one_test_case_a_sample_and_one_a_gate(failed):
    done, summary = failed
    suite, found = cases(junit_xml(done, summary))
    assert len(found) == len(done.samples) + 2
    assert suite.get("tests") == str(len(found))
    assert ("part.gates", "outcome.strict") in found


def test_the_samples_that_a_failed_gate_names_fail(failed):
    done, summary = failed
    suite, found = cases(junit_xml(done, summary))
    named = {culprit.sample for verdict in summary.failed_gates for culprit in verdict.cases}
    failing = {name for (group, name), case in found.items() if case.find("failure") is not None and group == "part"}
    assert failing == named
    assert named
    assert suite.get("failures") == str(len(named) + len(summary.failed_gates))


def test_a_draft_that_failed_is_an_error_and_repeats_are_told_apart(broken):
    suite, found = cases(junit_xml(*broken))
    assert suite.get("errors") == "2"
    assert len(found) == 4
    errors = [case.find("error").get("message") for case in found.values() if case.find("error") is not None]
    assert all(message.startswith("ZeroDivisionError at ") for message in errors)


def test_control_characters_do_not_break_the_xml(broken):
    done, summary = broken
    dirty = done.records[-1].model_copy(update={"error": "a\x00b\x0bc <d> & \ud800"})
    assert ElementTree.fromstring(junit_xml(done._replace(records=(dirty,)), summary)) is not None


def test_the_summary_starts_with_the_verdict_and_names_the_cases(failed):
    summary = failed[1]
    text = summary_markdown(summary)
    assert text.startswith("## Evaluation of A part: ")
    assert "gates failed" in text.splitlines()[0] or "1 gate failed" in text.splitlines()[0]
    culprit = next(gate for gate in summary.failed_gates if gate.metric == "outcome.strict").cases[0]
    assert f"{culprit.case} item {culprit.item}: " in text


def test_the_summary_shows_every_baseline_beside_the_outcome(failed):
    text = summary_markdown(failed[1])
    assert "| outcome | offline | n | unscored | always\\_upheld | nearest\\_precedent | tfidf\\_logistic |" in text
    assert "Minimum detectable effect" in text


def test_what_is_not_in_the_figures_is_listed(broken):
    text = summary_markdown(broken[1])
    assert text.splitlines()[0].endswith(": 2 errors")
    assert "- not a sample: list.md: " in text
    assert text.count("- error: CM99-0000002") == 2
    assert "pass^2" in text.replace("\\", "")


def test_no_text_of_a_record_is_in_either(failed):
    done, summary = failed
    texts = summary_markdown(summary) + junit_xml(done, summary)
    for sample in done.samples:
        pages = [page.text for record in sample.case.records if record.kind != "request" for page in record.pages]
        assert not any(sentence in texts for page in pages for sentence in page.split(". ") if len(sentence) > 30)


def test_markup_in_a_title_is_text():
    assert escape("a|b\n*c* <d>") == "a\\|b \\*c\\* \\<d\\>"
