"""docs/settings.md lists every option of `drafter draft` and every setting, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from typer.main import get_command

from drafter.cli.draft import app
from drafter.settings import Settings

PAGE = (Path(__file__).parents[3] / "docs" / "settings.md").read_text(encoding="utf-8")
NO_VARIABLE = {"home"}
"""It has one of its own, which a table without the name of a setting shows."""


def section(title: str) -> str:
    return PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]


def first_column(text: str) -> set[str]:
    rows = [row.split("|")[1] for row in text.splitlines() if row.startswith("| ")]
    return {name for row in rows for name in re.findall(r"`([\w-]+)`", row)}


def test_every_option_of_draft_is_on_the_page_and_no_other():
    options = {name for option in get_command(app).params for name in (*option.opts, *option.secondary_opts)}
    assert first_column(section("Options of `drafter draft`")) == {name for name in options if name.startswith("--")}


def test_every_setting_is_on_the_page_with_its_variable():
    listed = first_column(PAGE) - first_column(section("Options of `drafter draft`"))
    assert listed == set(Settings.model_fields) - NO_VARIABLE
    for name in set(Settings.model_fields):
        assert f"`DRAFTER_{name.upper()}`" in PAGE, name
