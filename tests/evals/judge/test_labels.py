"""Files of labels: written blank, checked when they are read, never overwritten."""

from __future__ import annotations

import pytest
import yaml

from drafter.errors import InputError
from evals.judge.labels import count, new_labels, read_labels, write_labels
from evals.judge.material import Material
from tests.evals.judge.judges import TEXTS


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "labels.yaml"
    write_labels(new_labels(TEXTS[:3], "1.0", 3), path)
    return path


def edited(path, change):
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(content["entries"])
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return path


def rate(entry, grade="holds"):
    entry["rater"] = "AB"
    entry["grades"] = dict.fromkeys(entry["grades"], grade)


def test_a_new_file_is_blank_and_readable(path):
    assert "text: |" in path.read_text()
    assert count(read_labels(path)) == (3, 0, 0, 0)


def test_what_a_person_filled_in_counts(path):
    edited(path, lambda entries: [rate(entry) for entry in entries[:2]])
    assert count(read_labels(path)) == (3, 2, 2, 1)
    assert [entry.material.sha256 for entry in read_labels(path).rated]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda entries: entries[0].update(text="Request: another"), "the text was changed"),
        (lambda entries: entries[0].update(rater="AB"), "no grade for grounded, answers, plain"),
        (lambda entries: entries[0]["grades"].update(plain="holds"), "has grades and no rater"),
        (lambda entries: rate(entries[0], "excellent"), "'holds', 'partly' or 'fails'"),
        (lambda entries: entries.append(entries[0]), "listed twice"),
        (lambda entries: entries.clear(), "at least 1"),
    ],
)
def test_a_broken_file_is_one_line(path, change, says):
    with pytest.raises(InputError, match=says) as caught:
        read_labels(edited(path, change))
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("labels.yaml: ")


def test_labels_that_are_there_are_not_overwritten(path):
    before = path.read_text()
    with pytest.raises(InputError, match="may hold labels"):
        write_labels(new_labels(TEXTS, "1.0", 5), path)
    assert path.read_text() == before


def test_a_missing_file_names_the_command(tmp_path):
    with pytest.raises(InputError, match="drafter eval labels new"):
        read_labels(tmp_path / "labels.yaml")


def test_every_case_comes_before_a_second_text_of_any():
    texts = [Material(case, case, item, f"{case} {item}") for case in "abc" for item in (1, 2, 3)]
    entries = new_labels(texts, "1.0", 4).entries
    assert {entry.case for entry in entries[:3]} == set("abc")
    assert len(entries) == 4
    assert new_labels(texts, "1.0", 4) == new_labels(texts, "1.0", 4)


def test_spaces_that_an_editor_strips_do_not_make_another_text():
    one, other = (Material("s", "c", 1, text) for text in ("Request: x \n\n1. Yes.\n", "Request: x\n\n1. Yes."))
    assert one.sha256 == other.sha256
