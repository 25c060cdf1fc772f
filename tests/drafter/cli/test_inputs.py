"""Names on the command line: files, folders, chosen outcomes."""

from __future__ import annotations

import pytest

from drafter.cli.inputs import check_items, expand, parse_outcomes
from drafter.errors import InputError
from tests.drafter.rendering import samples


@pytest.fixture
def folder(tmp_path):
    for name in ("b.md", "a.PDF", "sub/c.case.json", "notes.xlsx", ".hidden/d.md", "c.determination.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def names(inputs, folder):
    return [path.relative_to(folder).as_posix() for path in inputs.files]


def test_a_folder_expands_to_the_letters_below_it(folder):
    assert names(expand([folder]), folder) == ["a.PDF", "b.md", "sub/c.case.json"]


def test_what_an_earlier_draft_wrote_is_no_letter(folder):
    (folder / "b.draft.json").write_text("{}")
    assert names(expand([folder]), folder) == ["a.PDF", "sub/c.case.json"]


def test_a_named_file_is_taken_whatever_its_ending_and_once(folder):
    inputs = expand([folder / "notes.xlsx", folder / "b.md", folder])
    assert names(inputs, folder) == ["notes.xlsx", "b.md", "a.PDF", "sub/c.case.json"]


def test_a_missing_name_does_not_stop_the_others(folder):
    inputs = expand([folder / "missing.md", folder / "b.md"])
    assert names(inputs, folder) == ["b.md"]
    assert [str(problem) for problem in inputs.problems] == [
        f"{folder / 'missing.md'}: no such file or folder; check the path"
    ]


def test_a_folder_without_letters_is_a_problem(tmp_path):
    (problem,) = expand([tmp_path]).problems
    assert "holds no letter (.md," in str(problem)


def test_outcomes_are_read_by_item():
    assert parse_outcomes(["1=overturned", " 2 = withheld ", "1=overturned"]) == {1: "overturned", 2: "withheld"}


@pytest.mark.parametrize("given", ["overturned", "1", "1=", "=upheld", "1=won", "x=upheld", "-1=upheld", "²=upheld"])
def test_an_outcome_of_another_form_says_how_to_write_it(given):
    with pytest.raises(InputError, match=r"write ITEM=OUTCOME, e\.g\. 1=overturned, with upheld, .* or withheld$"):
        parse_outcomes([given])


def test_two_outcomes_for_one_item_are_refused():
    with pytest.raises(InputError, match="item 1 is given two outcomes"):
        parse_outcomes(["1=upheld", "1=overturned"])


def test_an_item_that_the_case_does_not_have_is_refused():
    check_items({1: "upheld"}, samples.case())
    with pytest.raises(InputError, match="--outcome 7: CM99-0000001 has no such item; its items are 1"):
        check_items({7: "upheld"}, samples.case())
