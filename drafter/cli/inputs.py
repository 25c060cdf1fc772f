"""What the user named on the command line: files, folders and chosen outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, get_args

from drafter.case import Case, DisputedItem
from drafter.draft import Outcome
from drafter.errors import InputError

LETTER_ENDINGS = (".md", ".markdown", ".txt", ".text", ".pdf", ".case.json")
_DRAFT_ENDING = ".draft.json"
_DOCUMENTS = (".docx", ".html", ".htm", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""Endings that no letter has and a case file may."""


class Inputs(NamedTuple):
    """Files to read, and what is wrong with the other names."""

    files: tuple[Path, ...]
    problems: tuple[InputError, ...]


def expand(names: Iterable[Path], endings: tuple[str, ...] = LETTER_ENDINGS) -> Inputs:
    """Files as named, folders of letters as the files below them with one of `endings`; each once, in the order given.

    A folder that is a case file is one input by itself.
    """
    files: dict[Path, None] = {}
    problems = []
    for name in names:
        try:
            files.update(dict.fromkeys(_files(name, endings)))
        except InputError as error:
            problems.append(error)
    return Inputs(tuple(files), tuple(problems))


def _files(name: Path, endings: tuple[str, ...]) -> list[Path]:
    if not name.exists():
        raise InputError(f"{name}: no such file or folder; check the path")
    if not name.is_dir():
        return [name]
    found = sorted(_letters(name, endings))
    if ".case.json" in endings and _is_case(name, found):
        return [name]
    if not found:
        raise InputError(f"{name}: the folder holds no letter ({', '.join(endings)}); name another one")
    return found


def _is_case(folder: Path, letters: list[Path]) -> bool:
    """A folder with documents of which the first are no letters; one without any file stays an error."""
    from drafter.casefile import is_case_file

    documents = letters or [path for path in folder.rglob("*") if path.suffix.lower() in _DOCUMENTS]
    return bool(documents) and is_case_file(folder)


def _letters(folder: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    """Letters below a folder, without hidden files and without what an earlier draft was written to."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and path.name.lower().endswith(endings) and not _is_own_output(path):
            yield path


def _is_own_output(path: Path) -> bool:
    return path.with_name(f"{path.stem}{_DRAFT_ENDING}").exists()


def parse_outcomes(given: Iterable[str]) -> dict[int, Outcome]:
    """Outcomes that the reviewer chose, from `1=overturned`."""
    chosen: dict[int, Outcome] = {}
    for entry in given:
        number, _, outcome = (part.strip() for part in entry.partition("="))
        if not number.isascii() or not number.isdigit() or outcome not in get_args(Outcome):
            raise InputError(f"--outcome {entry}: write ITEM=OUTCOME, e.g. 1=overturned, with {_one_of()}")
        if chosen.get(int(number), outcome) != outcome:
            raise InputError(f"--outcome {entry}: item {number} is given two outcomes; keep one")
        chosen[int(number)] = outcome  # type: ignore[assignment]
    return chosen


def item_of(case: Case, number: int, file: Path) -> DisputedItem:
    """The item that `--item` names; InputError when the case of `file` has none of that number."""
    for item in case.items:
        if item.number == number:
            return item
    raise InputError(f"--item {number}: {file} has no such item; its items are {_numbers(case)}")


def check_items(chosen: Mapping[int, Outcome], case: Case) -> None:
    """Refuse outcomes for items that the case does not have."""
    known = {item.number for item in case.items}
    for number in chosen:
        if number not in known:
            raise InputError(
                f"--outcome {number}: {case.header.case_number} has no such item; its items are {_numbers(case)}"
            )


def _numbers(case: Case) -> str:
    return ", ".join(str(item.number) for item in case.items)


def _one_of() -> str:
    *others, last = get_args(Outcome)
    return f"{', '.join(others)} or {last}"
