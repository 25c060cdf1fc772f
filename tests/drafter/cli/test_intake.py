"""`drafter intake`: letters become case files."""

from __future__ import annotations

from tests.drafter.cli.letters import NUMBER


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
