"""`drafter index decisions` over the shipped determination."""

from __future__ import annotations

import re

import pytest

from drafter.cli.app import main
from tests.conftest import SEED


@pytest.fixture
def run(desk, home, capsys):
    def call(*arguments):
        code = main(["index", "decisions", *arguments, "--home", str(home)])
        return code, capsys.readouterr()

    return call


def test_a_request_in_words_finds_the_decision_and_tells_the_differences(run):
    code, shown = run("8 massage visits, right knee")
    assert code == 0
    assert "CM14-0140682#1  decided 2014-09-25" in shown.out
    assert "visits 6, here 8" in shown.out
    assert not re.search(r"upheld|overturned|\d\s?%", shown.out, re.IGNORECASE)


def test_a_case_never_sees_its_own_decision(run):
    code, shown = run("--case", str(SEED), "--item", "1")
    assert (code, shown.out) == (0, "No prior decision fits.\n")


def test_filters_are_applied(run):
    assert "CM14" not in run("massage", "--outcome", "overturned")[1].out
    assert "CM14" in run("massage", "--outcome", "upheld")[1].out
    assert "CM14" not in run("massage", "--since", "2014-09-26")[1].out
    assert "CM14" in run("massage", "--part", "low-back", "--until", "09/25/2014")[1].out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        [" "],
        ["massage", "--case", str(SEED)],
        ["--case", str(SEED), "--item", "9"],
        ["massage", "--part", "tail"],
        ["massage", "--treatment", "magic"],
        ["massage", "--outcome", "won"],
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(run, arguments):
    code, shown = run(*arguments)
    assert code == 2
    assert shown.err.startswith("error: ")
    assert shown.err.count("\n") == 1
