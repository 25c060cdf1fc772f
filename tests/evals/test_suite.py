"""Suites find every letter, keep the two halves apart, and never drop a file silently."""

from __future__ import annotations

import pytest

from drafter.errors import InputError
from evals.samples import Sample, content_hash, read_sample
from evals.suite import load_suite, shipped_suites
from tests.drafter.builders import MASSAGE, disputed, make_case
from tests.evals.builders import REASON, letter, sample


@pytest.fixture
def folder(tmp_path):
    for number in (1, 2, 3):
        text = letter(f"CM99-000000{number}", summary=f"The worker hurt the back {number} times. Pain is rated 6/10.")
        (tmp_path / f"letter{number}.md").write_text(text)
    return tmp_path


def test_a_letter_is_split_and_its_decision_is_on_one_side_only(folder):
    read = read_sample(folder / "letter1.md")
    assert [item.outcome for item in read.target.items] == ["upheld"]
    seen = read.case.model_dump_json().lower()
    assert REASON.lower() not in seen
    assert "upheld" not in seen
    assert read.target.items[0].rationale == REASON


def test_the_id_is_that_of_the_content_wherever_it_lies(folder):
    first = read_sample(folder / "letter1.md")
    elsewhere = folder / "sub"
    elsewhere.mkdir()
    (elsewhere / "renamed.md").write_bytes((folder / "letter1.md").read_bytes().replace(b"\n", b"\r\n"))
    assert read_sample(elsewhere / "renamed.md").id == first.id
    assert first.id.startswith("CM99-0000001-")
    changed = folder / "letter1.md"
    changed.write_text(changed.read_text().replace("6/10", "7/10"))
    assert read_sample(changed).id != first.id


def test_bytes_of_a_pdf_are_hashed_as_they_are(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"x\r\ny")
    (tmp_path / "b.pdf").write_bytes(b"x\ny")
    assert content_hash(tmp_path / "a.pdf") != content_hash(tmp_path / "b.pdf")


def test_a_folder_is_a_suite_of_its_letters_in_order(folder):
    (folder / "notes.csv").write_text("not a letter")
    (folder / ".hidden.md").write_text("not a letter")
    suite = load_suite(folder)
    assert [read.case_number for read in suite.samples] == ["CM99-0000001", "CM99-0000002", "CM99-0000003"]
    assert suite.items == 3
    assert suite.ignored == ("notes.csv",)
    assert suite.unreadable == ()


def test_unreadable_letters_are_reported_by_name_with_a_reason(folder):
    (folder / "broken.md").write_text("A shopping list.")
    (folder / "empty.pdf").write_bytes(b"")
    suite = load_suite(folder)
    assert len(suite.samples) == 3
    assert [entry.path for entry in suite.unreadable] == ["broken.md", "empty.pdf"]
    assert all(entry.reason for entry in suite.unreadable)


def test_the_same_letter_twice_counts_once_and_is_reported(folder):
    (folder / "letter1-copy.md").write_bytes((folder / "letter1.md").read_bytes())
    suite = load_suite(folder)
    assert len(suite.samples) == 3
    assert [entry.path for entry in suite.unreadable] == ["letter1.md"]
    assert "letter1-copy.md" in suite.unreadable[0].reason


def test_one_letter_is_a_suite(folder):
    assert len(load_suite(folder / "letter2.md").samples) == 1


def test_a_suite_file_names_letters_below_its_own_folder(folder):
    (folder / "mine.yaml").write_text("title: Mine\nletters: ['letter[12].md', absent.md]\ngates: {outcome.mcc: 0.1}\n")
    suite = load_suite(str(folder / "mine.yaml"))
    assert (suite.name, suite.title, len(suite.samples)) == ("mine", "Mine", 2)
    assert [entry.path for entry in suite.unreadable] == ["absent.md"]
    assert suite.gates == {"outcome.mcc": 0.1}


def test_progress_counts_every_letter(folder):
    (folder / "broken.md").write_text("A shopping list.")
    calls = []
    load_suite(folder, progress=lambda done, total: calls.append((done, total)))
    assert calls == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize(
    ("content", "problem"),
    [("title: Mine\n", "letters"), ("title: Mine\nletters: []\n", "letters"), ("title: M\nletters: [a]\nx: 1\n", "x")],
)
def test_a_bad_suite_file_names_its_problem(tmp_path, content, problem):
    (tmp_path / "bad.yaml").write_text(content)
    with pytest.raises(InputError, match=rf"bad\.yaml: {problem}"):
        load_suite(tmp_path / "bad.yaml")


def test_nothing_to_run_is_an_error(tmp_path):
    with pytest.raises(InputError, match="neither a suite"):
        load_suite(tmp_path / "absent")
    with pytest.raises(InputError, match="no usable sample"):
        load_suite(tmp_path)


def test_the_shipped_suites_load():
    assert {"massage", "seeds"} <= set(shipped_suites())
    massage = load_suite("massage")
    assert [read.case_number for read in massage.samples] == ["CM14-0140682"]
    assert massage.unreadable == ()
    seeds = load_suite("seeds")
    assert seeds.unreadable == ()
    assert {read.id for read in massage.samples} <= {read.id for read in seeds.samples}


def test_halves_that_do_not_fit_are_refused():
    case = make_case()
    fitting = sample(case)
    with pytest.raises(ValueError, match="different items"):
        Sample(**{**dict(fitting), "target": fitting.target.model_copy(update={"items": fitting.target.items[:2]})})
    with pytest.raises(ValueError, match="target half"):
        Sample(**{**dict(fitting), "target": fitting.target.model_copy(update={"case_number": "CM99-0000009"})})
    with pytest.raises(ValueError, match="outcome is still part"):
        sample(make_case(disputed(1, f"{MASSAGE}: Upheld")))
