"""Suites: which letters an evaluation runs over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import Field, ValidationError

from drafter.case import Frozen
from drafter.errors import DrafterError, InputError, first_problem
from drafter.lexicon import read_yaml
from drafter.resources import data_folder
from evals.judge.settings import JudgeSettings
from evals.samples import Sample, read_sample

LETTER_SUFFIXES = frozenset({".md", ".pdf", ".txt"})
"""Files of a folder that are taken for letters."""
_SUITE_SUFFIXES = frozenset({".yaml", ".yml"})
_SHIPPED = Path(__file__).parent / "suites"


class SuiteFile(Frozen):
    """The YAML of a suite."""

    title: str
    letters: tuple[str, ...] = Field(min_length=1)
    """Paths or globs: of a shipped suite below the seeds folder, of any other below the suite file's own folder."""
    gates: dict[str, Any] = Field(default_factory=dict)
    """Floors and tolerances by metric; read by the gate."""
    judge: JudgeSettings | None = None
    """The model judge that the suite pins; see `evals/judge/settings.py`."""


class Unreadable(NamedTuple):
    """A letter that was named or found and is no sample, and why."""

    path: str
    reason: str


class Suite(NamedTuple):
    """Samples in a fixed order, and every file that should have been one."""

    name: str
    title: str
    samples: tuple[Sample, ...]
    unreadable: tuple[Unreadable, ...]
    """Reported and counted with each result: a letter that cannot be read is never dropped silently."""
    ignored: tuple[str, ...]
    """Files in the folder of another kind than a letter."""
    gates: dict[str, Any]
    path: Path
    """The suite file, folder or letter it was loaded from."""

    @property
    def items(self) -> int:
        return sum(len(sample.target.items) for sample in self.samples)


class _Found(NamedTuple):
    letters: list[Path]
    missing: list[Unreadable]
    ignored: list[str]


def load_suite(name_or_path: str | Path, progress: Callable[[int, int], None] | None = None) -> Suite:
    """Load a shipped suite by name, a suite file, a folder of letters or a single letter.

    `progress` is called with the letters read so far and their number. A suite without any sample is an InputError.
    """
    path = _locate(name_or_path)
    if path.is_file() and path.suffix.lower() in _SUITE_SUFFIXES:
        file = _read_suite_file(path)
        found = _named_letters(file, data_folder("seeds") if path.parent == _SHIPPED else path.parent)
        return _assemble(path, path.stem, file, found, progress)
    found = _folder_letters(path) if path.is_dir() else _Found([path], [], [])
    return _assemble(path, path.name, None, found, progress)


def read_gates(path: Path) -> dict[str, Any] | None:
    """The gates of a suite file as they are now; None for a folder, a letter, or a file that is gone."""
    if path.suffix.lower() not in _SUITE_SUFFIXES or not path.is_file():
        return None
    return _read_suite_file(path).gates


def read_judge_settings(path: Path) -> JudgeSettings | None:
    """The judge that a suite file pins; None for a folder, a letter, or a file that is gone."""
    if path.suffix.lower() not in _SUITE_SUFFIXES or not path.is_file():
        return None
    return _read_suite_file(path).judge


def shipped_suites() -> list[str]:
    """Names of the suites that come with the package."""
    return sorted(path.stem for path in _SHIPPED.glob("*.yaml"))


def _locate(name_or_path: str | Path) -> Path:
    path = Path(name_or_path)
    shipped = _SHIPPED / f"{name_or_path}.yaml"
    if path.name == str(name_or_path) and shipped.is_file():
        return shipped
    if path.exists():
        return path.resolve()
    raise InputError(f"{name_or_path}: is neither a suite ({', '.join(shipped_suites())}) nor a file or folder")


def _read_suite_file(path: Path) -> SuiteFile:
    try:
        return SuiteFile.model_validate(read_yaml(path))
    except ValidationError as error:
        problem = first_problem(error, "suite")
        raise InputError(f"{path.name}: {problem}; a suite has `title`, `letters`, `gates` and `judge`") from error


def _named_letters(file: SuiteFile, base: Path) -> _Found:
    letters: list[Path] = []
    missing = []
    for pattern in file.letters:
        matches = [path for path in _matches(base, pattern) if path.is_file()]
        if not matches:
            missing.append(Unreadable(pattern, f"matches no file below {base.name}"))
        letters += matches
    return _Found(list(dict.fromkeys(letters)), missing, [])


def _matches(base: Path, pattern: str) -> Iterator[Path]:
    if Path(pattern).is_absolute():
        base, pattern = Path(Path(pattern).anchor), str(Path(pattern).relative_to(Path(pattern).anchor))
    yield from sorted(base.glob(pattern))


def _folder_letters(folder: Path) -> _Found:
    """Every file below the folder, hidden ones left out."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not _hidden(path.relative_to(folder)))
    letters = [path for path in files if path.suffix.lower() in LETTER_SUFFIXES]
    return _Found(letters, [], [str(path.relative_to(folder)) for path in files if path not in set(letters)])


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _assemble(
    path: Path, name: str, file: SuiteFile | None, found: _Found, progress: Callable[[int, int], None] | None
) -> Suite:
    samples: dict[str, Sample] = {}
    unreadable = list(found.missing)
    for done, letter in enumerate(found.letters, start=1):
        try:
            sample = read_sample(letter)
        except DrafterError as error:
            unreadable.append(Unreadable(letter.name, str(error)))
        except Exception as error:
            unreadable.append(Unreadable(letter.name, f"{type(error).__name__}: {error}"))
        else:
            if sample.id in samples:
                unreadable.append(Unreadable(letter.name, f"has the same content as {samples[sample.id].source}"))
            samples.setdefault(sample.id, sample)
        if progress:
            progress(done, len(found.letters))
    if not samples:
        reason = unreadable[0].reason if unreadable else "no determination letters in it"
        raise InputError(f"{name}: has no usable sample: {reason}")
    title, gates = (file.title, file.gates) if file else (name, {})
    return Suite(name, title, tuple(samples.values()), tuple(unreadable), tuple(found.ignored), gates, path)
