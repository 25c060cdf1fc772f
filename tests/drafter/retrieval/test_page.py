"""The snippet of docs/retriever.md is run as it stands."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "retriever.md"


def test_the_snippet_prints_sections_in_force(desk, home, monkeypatch, capsys):
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    snippet = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert snippet
    exec(compile(snippet[1], PAGE.name, "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert any(line.startswith("Massage therapy | 0.") for line in lines)
