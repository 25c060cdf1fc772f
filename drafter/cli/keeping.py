"""The work behind `drafter cache`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from drafter.casefile.kept import cases_folder, held, pages_folder, remove
from drafter.llm.cache import Cache, cache_file
from drafter.settings import home_folder


def print_stats() -> None:
    """Print what is kept, how much of it and since when."""
    sys.stdout.write("".join(f"{line}\n" for line in (*_answer_lines(), *_record_lines())))


def prune_all() -> None:
    """Remove everything, a damaged cache too."""
    cache = Cache(cache_file(home_folder()))
    cache.clear()
    sys.stdout.write(f"removed {cache.file}\n")
    _say([told(remove(folder)) for folder, told in _folders()])


def prune_older(days: float) -> None:
    """Remove what was kept longer ago than that."""
    answers = _answers(Cache(cache_file(home_folder())).prune(days))
    _say([answers, *(told(remove(folder, days)) for folder, told in _folders())])


def _say(removed: list[str]) -> None:
    sys.stdout.write(f"removed {', '.join(removed)}\n")


def _answer_lines() -> Iterator[str]:
    file = cache_file(home_folder())
    kept = Cache(file).stats()
    yield f"{file}: {_answers(kept.answers)}, {_size(kept.bytes)}"
    yield from (f"  {model}: {_answers(answers)}" for model, answers in kept.models.items())
    yield from _days(kept.oldest, kept.newest)


def _record_lines() -> Iterator[str]:
    for folder, told in _folders():
        kept = held(folder)
        yield f"{folder}: {told(kept.entries)}, {_size(kept.bytes)}"
        yield from _days(kept.oldest, kept.newest)


def _folders() -> Iterator[tuple[Path, Callable[[int], str]]]:
    """Where texts of patient records are kept, and how an amount of them is told."""
    home = home_folder()
    yield pages_folder(home), lambda files: f"page texts of {files} {'file' if files == 1 else 'files'}"
    yield cases_folder(home), lambda cases: f"{cases} indexed {'case' if cases == 1 else 'cases'}"


def _answers(answers: int) -> str:
    return f"{answers} {'answer' if answers == 1 else 'answers'}"


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def _days(oldest: float | None, newest: float | None) -> Iterator[str]:
    if oldest is not None and newest is not None:
        yield f"  from {_day(oldest)} to {_day(newest)}"


def _day(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d}"
