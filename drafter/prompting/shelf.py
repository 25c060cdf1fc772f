"""All prompts of a run: the shipped ones, each replaced by a file of the same name in the user's folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.errors import InputError
from drafter.prompting.template import Prompt, parse_prompt
from drafter.resources import data_folder


class Shelf:
    """Prompts by name."""

    def __init__(self, prompts: dict[str, Prompt]) -> None:
        self._prompts = prompts

    def __iter__(self) -> Iterator[Prompt]:
        return iter(self._prompts[name] for name in sorted(self._prompts))

    def __getitem__(self, name: str) -> Prompt:
        try:
            return self._prompts[name]
        except KeyError:
            raise InputError(
                f"prompt {name}: there is none; the prompts are {', '.join(sorted(self._prompts))}"
            ) from None

    def versions(self, *names: str) -> dict[str, dict[str, str]]:
        """Version and sha256 of prompts, as a draft records them."""
        return {name: {"version": self[name].front.version, "sha256": self[name].sha256} for name in names}


def open_shelf(override: Path | None = None) -> Shelf:
    """Read the shipped prompts and those of `override`, which win."""
    prompts = _read_folder(data_folder("prompts"))
    if override is not None:
        if not override.is_dir():
            raise InputError(f"{override}: is not a folder of prompts")
        own = _read_folder(override)
        strangers = sorted(set(own) - set(prompts))
        if strangers:
            raise InputError(
                f"{override}: {strangers[0]}.md replaces no prompt; the prompts are {', '.join(sorted(prompts))}"
            )
        prompts.update(own)
    return Shelf(prompts)


def _read_folder(folder: Path) -> dict[str, Prompt]:
    prompts = {}
    for path in sorted(folder.glob("*.md")):
        prompt = parse_prompt(path.read_text(encoding="utf-8"), path.name)
        if prompt.name != path.stem:
            raise InputError(f"{path.name}: calls itself {prompt.name!r}; name and file name must agree")
        prompts[prompt.name] = prompt
    return prompts
