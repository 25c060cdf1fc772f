"""`drafter verify`: a draft file, edited or not, against its case."""

from __future__ import annotations

import json

import pytest

from drafter.draft import SCHEMA_VERSION
from tests.drafter.cli.letters import NUMBER, letter


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
