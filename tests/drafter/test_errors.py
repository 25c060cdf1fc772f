"""What a model refuses is told in words of this project."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from drafter.case import CaseHeader, Frozen
from drafter.errors import first_problem
from evals.judge.labels import Entry


def problem_of(model: type[Frozen], values: dict[str, object], whole: str = "") -> str:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(values)
    return first_problem(caught.value, whole)


def test_a_field_is_named_with_its_message():
    assert problem_of(CaseHeader, {}) == "case_number: Field required"


def test_a_model_as_a_whole_is_named_as_the_reader_knows_it():
    """And the library's own words before the message of a validator are left out."""
    entry = {"sample": "s", "case": "c", "item": 1, "sha256": "0", "text": "t", "grades": {}}
    message = "the text was changed since the file was written; write a new file for new texts"
    assert problem_of(Entry, entry) == message
    assert problem_of(Entry, entry, "entry") == f"entry: {message}"
