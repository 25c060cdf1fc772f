"""`drafter draft`, `intake` and `verify` from letter to files, with the real pipeline."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys

import pytest

from drafter.cli.app import main
from drafter.draft import SCHEMA_VERSION, Draft
from tests.drafter.cli.letters import letter

NUMBER = "CM99-0000002"


@pytest.fixture
def run(desk, home, monkeypatch, tmp_path, capsys):
    """Runs a command in an empty folder, with the shared index; gives code, stdout and stderr."""
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    (tmp_path / "letter.md").write_text(letter())
    return command


def read(path) -> Draft:
    return Draft.model_validate_json(path.read_text(encoding="utf-8"))


def shown(folder) -> list[str]:
    """Files that a user sees."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


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


def test_intake_writes_a_case_that_draft_takes(run, tmp_path):
    code, out, _ = run("intake", "letter.md", "--out", "cases")
    assert code == 0
    assert "letter.md: 1 item\n" in out
    case = tmp_path / "cases" / f"{NUMBER}.case.json"
    assert "synthetic reason" not in case.read_text()
    assert run("draft", "cases", "--format", "json")[0] in (0, 1)
    assert (tmp_path / "out" / f"{NUMBER}.draft.json").exists()


def test_intake_reports_what_is_no_letter(run, tmp_path):
    (tmp_path / "shopping.md").write_text("milk, eggs")
    code, out, err = run("intake", "shopping.md", "letter.md", "--out", "cases")
    assert code == 2
    assert err.startswith("error: shopping.md: ")
    assert err.count("\n") == 1
    assert f"wrote cases/{NUMBER}.case.json" in out


def test_verify_passes_an_untouched_draft_and_catches_an_altered_quote(run, tmp_path):
    run("draft", "letter.md", "--format", "json")
    path = tmp_path / "out" / f"{NUMBER}.draft.json"
    code, out, _ = run("verify", str(path), "--case", "letter.md")
    assert (code, "none" in out or "to check" in out) == (0, True)
    data = json.loads(path.read_text())
    citation = next(c for c in data["items"][0]["citations"].values() if "record" in c)
    citation["quote"] = citation["quote"][:-1] + "!"
    path.write_text(json.dumps(data))
    code, out, _ = run("verify", str(path), "--case", "letter.md")
    assert code == 1
    assert "Blocking" in out


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.json", None, "No such file or directory"),
        ("letter.json", "milk", "is not a draft; name the .draft.json file that drafter draft wrote"),
        ("list.json", "[]", "is not a draft; name"),
        ("case.json", '{"header": {}, "records": [], "items": []}', "is not a draft; name"),
        ("empty.json", "{}", "is not a draft; name"),
        ("old.json", '{"schema_version": "0.1", "items": []}', "is a draft of schema 0.1, and 1."),
        ("short.json", json.dumps({"schema_version": SCHEMA_VERSION}), "created_at: Field required; undo the change"),
    ],
)
def test_verify_says_what_is_wrong_with_a_file(run, tmp_path, name, content, says):
    if content is not None:
        (tmp_path / name).write_text(content)
    code, _, err = run("verify", name, "--case", "letter.md")
    assert code == 2
    assert err.startswith(f"error: {name}: ")
    assert says in err
    assert err.count("\n") == 1


def test_verify_refuses_the_case_of_another_draft(run, tmp_path):
    run("draft", "letter.md", "--format", "json")
    (tmp_path / "other.md").write_text(letter("CM99-0000006"))
    code, _, err = run("verify", f"out/{NUMBER}.draft.json", "--case", "other.md")
    assert code == 2
    assert "is a draft of CM99-0000002, not of CM99-0000006" in err


def test_doctor_finds_a_working_installation(run):
    code, out, _ = run("doctor")
    assert code == 0
    assert not [line for line in out.splitlines() if line.startswith("fail")]


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
