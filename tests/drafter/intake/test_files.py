"""Case and determination files: both halves, apart, and read again."""

from __future__ import annotations

import json
import re

import pytest

from drafter.determination import Determination
from drafter.errors import InputError
from drafter.intake import load_case, read_letter, write_letter
from tests.drafter.intake.letters import Spec, text, write


@pytest.fixture
def letter(tmp_path):
    return read_letter(write(tmp_path, text(Spec())))


def test_both_halves_are_written_and_read_again(letter, tmp_path):
    case, determination = write_letter(letter, tmp_path / "new" / "folder")
    assert (case.name, determination.name) == ("CM15-9000001.case.json", "CM15-9000001.determination.json")
    assert load_case(case) == letter.case
    assert Determination.model_validate_json(determination.read_bytes()) == letter.determination
    assert "upheld" not in case.read_text().lower()


def test_the_same_letter_gives_the_same_bytes(letter, tmp_path):
    first, second = (write_letter(letter, tmp_path / name) for name in ("one", "two"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_case_is_loaded_from_a_letter_without_its_decisions(letter, tmp_path):
    assert load_case(tmp_path / "letter.txt") == letter.case


@pytest.mark.parametrize("content", ["", "{", "[]", '{"header": {}}', '{"header": {"case_number": 3}}'])
def test_a_file_that_is_no_case_is_one_clear_line(tmp_path, content):
    with pytest.raises(InputError, match=": not a case file: ") as caught:
        load_case(write(tmp_path, content, "a.case.json"))
    assert str(caught.value).startswith(f"{tmp_path / 'a.case.json'}: "), "with its folder, as it was given"
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda case: case["header"].update(case_number=" "), "header.case_number: is empty"),
        (lambda case: case.update(items=[]), "items: there is none"),
        (lambda case: case.update(items=case["items"] * 2), "items: the number 1 is given twice"),
        (lambda case: case.update(records=case["records"] * 2), "records: the id 'request' is given twice"),
        (lambda case: case["records"][0].update(pages=case["records"][0]["pages"] * 2), "page 1 is given twice"),
        (lambda case: case.update(records=[]), "items.1.request: does not stand in a record"),
        (lambda case: case["items"][0].update(request="Something else"), "items.1.request: does not stand"),
        (lambda case: case["items"][0].update(depends_on=9), "items.1.depends_on: 9 is no other item"),
        (lambda case: case["items"][0].update(depends_on=1), "items.1.depends_on: 1 is no other item"),
        (lambda case: case["items"][0]["lock"].update(treatment="magic"), "'magic' is not in the lexicon"),
        (lambda case: case["items"][0]["lock"].update(sites=[{"part": "tail"}]), "'tail' is not in the lexicon"),
    ],
)
def test_a_case_that_does_not_hang_together_is_one_clear_line(letter, tmp_path, change, problem):
    path, _ = write_letter(letter, tmp_path)
    case = json.loads(path.read_text())
    change(case)
    path.write_text(json.dumps(case))
    with pytest.raises(InputError, match=f"not a usable case: .*{re.escape(problem)}") as caught:
        load_case(path)
    assert "\n" not in str(caught.value)


def test_a_determination_is_no_case(letter, tmp_path):
    _, determination = write_letter(letter, tmp_path)
    with pytest.raises(InputError, match="not a case file"):
        load_case(determination)


def test_a_missing_case_and_an_unusable_folder(letter, tmp_path):
    with pytest.raises(InputError, match="no such file"):
        load_case(tmp_path / "gone.case.json")
    with pytest.raises(InputError, match="cannot be made a folder"):
        write_letter(letter, tmp_path / "letter.txt")
