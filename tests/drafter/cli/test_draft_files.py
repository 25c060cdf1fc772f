"""Files of earlier drafts: what a reviewer changed stays, what drafter left is replaced."""

from __future__ import annotations

import hashlib

from tests.drafter.cli.letters import NUMBER, letter, read, shown


def test_what_a_reviewer_changed_is_not_overwritten_unasked(run, tmp_path):
    run("draft", "letter.md")
    page = tmp_path / "out" / f"{NUMBER}.md"
    before = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    page.write_text(page.read_text() + "Signed after three hours of work.\n")
    edited = page.read_bytes()
    code, out, err = run("draft", "letter.md", "--outcome", "1=overturned")
    assert (code, out) == (2, "")
    wrong = f"out/{NUMBER}.md: not as drafter left it; choose another --out, or overwrite with --force"
    assert err == f"error: letter.md: {wrong}\n"
    assert {path: path.read_bytes() for path in before} == {**before, page: edited}
    assert run("draft", "letter.md", "--format", "json")[0] in (0, 1), "the JSON is as it was left"
    assert page.read_bytes() == edited
    assert run("draft", "letter.md", "--force")[0] in (0, 1)
    assert b"three hours" not in page.read_bytes()


def test_an_untouched_draft_is_written_again(run, tmp_path):
    run("draft", "letter.md")
    code, _, err = run("draft", "letter.md", "--outcome", "1=overturned")
    assert (code in (0, 1), err) == (True, "")
    assert read(tmp_path / "out" / f"{NUMBER}.draft.json").items[0].outcome == "overturned"


def test_a_file_of_unknown_origin_is_not_overwritten(run, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / f"{NUMBER}.docx").write_text("mine")
    code, _, err = run("draft", "letter.md")
    assert code == 2
    assert f"out/{NUMBER}.docx: not as drafter left it" in err
    assert shown(tmp_path / "out") == [f"{NUMBER}.docx"]


def test_a_changed_draft_stops_no_other_case(run, tmp_path):
    (tmp_path / "other.md").write_text(letter("CM99-0000005"))
    run("draft", "letter.md", "--format", "md")
    (tmp_path / "out" / f"{NUMBER}.md").write_text("changed")
    code, _, err = run("draft", "letter.md", "other.md", "--format", "md")
    assert (code, err.count("\n")) == (2, 1)
    assert shown(tmp_path / "out") == [f"{NUMBER}.md", "CM99-0000005.md"]


def test_files_that_stay_from_an_earlier_draft_are_named(run):
    first = run("draft", "letter.md", "--format", "md,docx")[1]
    second = run("draft", "letter.md", "--format", "json")[1]
    assert "earlier draft" not in first
    assert f"still of an earlier draft: out/{NUMBER}.md, out/{NUMBER}.docx\n" in second


def test_the_note_is_one_that_sha256sum_reads(run, tmp_path):
    run("draft", "letter.md")
    lines = (tmp_path / "out" / f".{NUMBER}.sha256").read_text().splitlines()
    found = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert found == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (tmp_path / "out").iterdir()
        if not path.name.startswith(".")
    }


def test_the_letter_itself_is_never_the_target(run, tmp_path):
    source = tmp_path / f"{NUMBER}.md"
    source.write_text(letter())
    for options in ([], ["--force"]):
        code, _, err = run("draft", source.name, "--out", ".", *options)
        assert (code, err) == (2, f"error: {source.name}: the draft would overwrite it; choose another --out\n")
    assert source.read_text() == letter()
