"""`drafter draft` from letter to files, with the real pipeline."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.drafter.cli.letters import NUMBER, letter, read, shown


def test_a_letter_becomes_three_files_a_table_and_the_rationale(run, tmp_path):
    code, out, err = run("draft", "letter.md")
    assert (code, err) == (0, "")
    assert shown(tmp_path / "out") == [
        f"{NUMBER}.docx",
        f"{NUMBER}.draft.json",
        f"{NUMBER}.md",
    ]
    assert f"wrote out/{NUMBER}.draft.json\n" in out
    assert "drafted with engine offline (no language model)\n" in out
    assert "Draft outcome: " in out
    assert read(tmp_path / "out" / f"{NUMBER}.draft.json").case.case_number == NUMBER


def test_nothing_of_the_decision_reaches_the_draft(run, tmp_path):
    _, out, _ = run("draft", "letter.md")
    files = b"".join(path.read_bytes() for path in (tmp_path / "out").glob("*.[jm]*"))
    assert b"synthetic reason" not in files
    assert "synthetic reason" not in out


def test_the_reviewer_chooses_the_outcome(run, tmp_path):
    code, out, _ = run("draft", "letter.md", "--outcome", "1=overturned", "--out", "mine", "--format", "json")
    assert code in (0, 1)
    (item,) = read(tmp_path / "mine" / f"{NUMBER}.draft.json").items
    assert (item.outcome, item.outcome_source) == ("overturned", "reviewer")
    assert "chosen by the reviewer" in out


def test_format_and_no_print_are_obeyed(run, tmp_path):
    _, out, _ = run("draft", "letter.md", "--format", "md", "--no-print")
    assert shown(tmp_path / "out") == [f"{NUMBER}.md"]
    assert "Draft outcome" not in out
    assert "upheld" in out or "overturned" in out or "undetermined" in out


def test_bad_inputs_are_one_line_each_and_the_others_go_on(run, tmp_path):
    (tmp_path / "shopping.md").write_text("milk, eggs")
    code, out, err = run("draft", "missing.md", "shopping.md", "letter.md", "--format", "json")
    assert code == 2
    lines = err.splitlines()
    assert [line.split(":")[0] for line in lines] == ["error", "error"]
    assert "missing.md" in lines[0]
    assert "shopping.md" in lines[1]
    assert (tmp_path / "out" / f"{NUMBER}.draft.json").exists()
    assert "wrote out/" in out


def test_a_folder_is_drafted_letter_by_letter(run, tmp_path):
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "one.md").write_text(letter("CM99-0000003"))
    (folder / "two.md").write_text(letter("CM99-0000004", "Massage therapy x 4 to the neck", "Acupuncture x 6"))
    code, out, _ = run("draft", "letters", "--format", "json")
    assert code in (0, 1)
    assert shown(tmp_path / "out") == ["CM99-0000003.draft.json", "CM99-0000004.draft.json"]
    assert "Draft outcome" not in out


def test_two_inputs_of_one_case_do_not_overwrite_each_other(run, tmp_path):
    (tmp_path / "again.md").write_text(letter())
    code, _, err = run("draft", "letter.md", "again.md", "--format", "json")
    assert code == 2
    assert f"again.md: has the case number {NUMBER} of letter.md" in err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--format", "pdf"], "error: --format: 'pdf' is not a format; use json, md, docx"),
        (["--outcome", "1=won"], "error: --outcome 1=won: write ITEM=OUTCOME"),
        (["--outcome", "9=upheld"], "error: letter.md: --outcome 9: CM99-0000002 has no such item"),
        (["--engine", "magic"], "error: --engine: input should be 'auto', 'offline' or 'llm', not 'magic'"),
        (["--out", "letter.md"], "error: --out letter.md: is not a folder"),
        (["letter.md", "other.md", "--outcome", "1=upheld"], "error: --outcome: goes with one case"),
    ],
)
def test_a_bad_option_is_one_line_and_writes_nothing(run, tmp_path, options, says):
    code, out, err = run("draft", "letter.md", *options)
    assert (code, out) == (2, "")
    assert err.startswith(says)
    assert err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_blocking_flag_is_exit_code_1(run, monkeypatch):
    from drafter.cli import drafting
    from tests.drafter.rendering import samples

    monkeypatch.setattr(drafting, "draft_case", lambda case, desk, chosen: samples.draft())
    code, out, _ = run("draft", "letter.md", "--format", "json")
    assert code == 1
    assert "1 blocking, 1 to check" in out


def test_an_unexpected_failure_of_one_case_does_not_stop_the_others(run, tmp_path, monkeypatch):
    from drafter.cli import drafting

    def fail_on_first(case, desk, chosen, real=drafting.draft_case):
        if case.header.case_number == NUMBER:
            raise RuntimeError("Jane Roe")
        return real(case, desk, chosen)

    monkeypatch.setattr(drafting, "draft_case", fail_on_first)
    (tmp_path / "other.md").write_text(letter("CM99-0000005"))
    code, _, err = run("draft", "letter.md", "other.md", "--format", "json")
    assert code == 2
    assert "letter.md: unexpected RuntimeError" in err
    assert "Jane Roe" not in err
    assert (tmp_path / "out" / "CM99-0000005.draft.json").exists()


def test_a_home_that_cannot_be_used_ends_the_command_with_code_3(run, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "file" / "home"))
    code, _, err = run("draft", "letter.md", "letter.md")
    assert code == 3
    assert err.count("\n") == 1
    assert "set DRAFTER_HOME to a folder that you can write to" in err


def test_the_same_letter_gives_the_same_files(run, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("a", "b"):
        run("draft", "letter.md", "--out", name)
    for one in (tmp_path / "a").iterdir():
        assert one.read_bytes() == (tmp_path / "b" / one.name).read_bytes(), one.name


def test_as_a_program_in_a_plain_environment(desk, home, tmp_path):
    """No locale, no terminal, a path with a space: a user's cron job."""
    folder = tmp_path / "my letters"
    folder.mkdir()
    (folder / "letter one.md").write_text(letter())
    environment = {"DRAFTER_HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "draft", "letter one.md", "missing.md"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == "error: missing.md: no such file or folder; check the path\n"
    assert f"wrote out/{NUMBER}.md" in done.stdout
