"""What the documentation shows is what happens: its commands run, its draft and its tables are current."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.pipeline import draft_case
from scripts.write_docs import ROOT, checks, readme

_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def commands(page: Path) -> list[str]:
    return [line for block in _BLOCK.findall(page.read_text(encoding="utf-8")) for line in block.splitlines() if line]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_runs(page, tmp_path, home, desk):
    """In the order of the page, since later commands read what earlier ones wrote. `make` itself runs the tests."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    environment = {**os.environ, "DRAFTER_HOME": str(home)}
    for command in commands(page):
        words = shlex.split(command)
        if words[0] == "make":
            assert re.search(rf"^{words[1]}:", (ROOT / "Makefile").read_text(), re.MULTILINE)
            continue
        assert words[0] == "drafter"
        run = subprocess.run(
            [sys.executable, "-m", *words], cwd=tmp_path, env=environment, capture_output=True, text=True
        )
        assert run.returncode == 0, f"{command}\n{run.stderr}"


def test_the_readme_shows_the_present_draft(desk, seed_letter):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme(text, draft_case(seed_letter.case, desk), seed_letter.case) == text, (
        "run python -m scripts.write_docs"
    )


def test_the_table_of_checks_is_current():
    assert (ROOT / "docs" / "checks.md").read_text(encoding="utf-8") == checks(), "run python -m scripts.write_docs"


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
