"""What `drafter prompts` prints."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

from rich import box
from rich.table import Table

from drafter.cli.inputs import item_of
from drafter.cli.progress import working
from drafter.cli.summary import console
from drafter.errors import InputError
from drafter.prompting import Prompt, Shelf, open_shelf, parse_prompt
from drafter.settings import load_settings

_SHIPPED = "shipped"
_HASH = 12
"""Digits of a hash that are enough to tell prompts apart by eye."""


def list_prompts(folder: Path | None) -> None:
    """A row for each prompt."""
    grid = Table("Prompt", "Version", "sha256", "Purpose", box=box.SIMPLE_HEAD)
    for prompt in _shelf(folder):
        grid.add_row(prompt.name, prompt.front.version, prompt.sha256[:_HASH], prompt.front.description)
    console().print(grid)


def show_prompt(name: str, folder: Path | None) -> None:
    sys.stdout.write(_shelf(folder)[name].source)


def render_prompt(name: str, file: Path, number: int, folder: Path | None) -> None:
    """The messages of one question, made by the code that asks it."""
    from drafter.engines.llm.preview import question_for
    from drafter.intake import load_case
    from drafter.pipeline import open_desk

    prompt = _shelf(folder)[name]
    case = load_case(file)
    item = item_of(case, number, file)
    with working("Opening the guideline index") as progress:
        desk = open_desk(load_settings(engine="offline"), progress)
    question = question_for(prompt, case, item, desk)
    for message in question.messages():
        sys.stdout.write(f"## {message.role}\n\n{message.content}\n\n")
    sys.stdout.write(f"{_identity(prompt)}: about {question.tokens()} tokens, schema of the answer included\n")


def compare_prompts(one: str, other: str, folder: Path | None) -> None:
    """A unified diff under the versions of both."""
    shelf = _shelf(folder)
    first = _find(one, shelf)
    second = open_shelf()[first.name] if other == _SHIPPED else _find(other, shelf)
    sys.stdout.write(f"{one}: {_identity(first)}\n{other}: {_identity(second)}\n")
    before, after = (prompt.source.splitlines(keepends=True) for prompt in (first, second))
    sys.stdout.writelines(difflib.unified_diff(before, after, one, other))


def _find(name: str, shelf: Shelf) -> Prompt:
    path = Path(name)
    if path.suffix != ".md" and not path.is_file():
        return shelf[name]
    try:
        return parse_prompt(path.read_text(encoding="utf-8"), path.name)
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not text in UTF-8; name a prompt file") from error


def _shelf(folder: Path | None) -> Shelf:
    return open_shelf(load_settings(prompts=folder).prompts)


def _identity(prompt: Prompt) -> str:
    return f"{prompt.name} {prompt.front.version}, sha256 {prompt.sha256[:_HASH]}"
