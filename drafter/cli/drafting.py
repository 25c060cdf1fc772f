"""Drafting the cases of one command: each on its own, so that a bad one does not stop the others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from drafter.case import Case
from drafter.cli.draft_files import DraftFiles
from drafter.cli.inputs import check_items, expand, parse_outcomes
from drafter.cli.problems import BACKEND, explain, tell, with_file
from drafter.cli.progress import step, working
from drafter.cli.redacting import copy_of, removed_line, write_case
from drafter.cli.summary import engine_line, print_rationale, print_summary
from drafter.draft import Draft, Outcome
from drafter.errors import BackendUnavailable, InputError
from drafter.intake import load_case_file
from drafter.pipeline import Desk, draft_case, open_desk
from drafter.redaction.case import CaseCopy
from drafter.redaction.draft import redact_draft
from drafter.rendering import is_blocked, parse_formats, write_draft
from drafter.settings import Settings, load_settings
from drafter.verification import verify

DONE, BLOCKED, BAD_INPUT = 0, 1, 2


class Order(NamedTuple):
    """What the user asked for."""

    cases: tuple[Path, ...]
    out: Path
    formats: str
    settings: Mapping[str, object]
    """Settings of the command line; None where an option was not given."""
    outcomes: tuple[str, ...]
    show: bool
    force: bool = False
    """Overwrite files of an earlier draft that were changed since."""
    redact: bool = False
    """Write the drafts without identifiers, in a folder of their own."""


class Drafted(NamedTuple):
    """One finished case."""

    draft: Draft
    case: Case
    files: tuple[Path, ...]
    stale: tuple[Path, ...]
    """Files of an earlier draft of this case, in formats that were not asked for now."""
    removed: str = ""
    """How many identifiers were taken out, by kind; empty where nobody asked for it."""


class _Drafter:
    """Opens the desk when the first case needs it, and remembers which files were written for which input."""

    def __init__(self, order: Order, chosen: Mapping[int, Outcome], settings: Settings) -> None:
        self._order = order
        self._out = order.out / "redacted" if order.redact else order.out
        self._formats = parse_formats(order.formats)
        self._chosen = chosen
        self._settings = settings
        self._desk: Desk | None = None
        self._written: dict[str, Path] = {}
        self.incomplete = False
        """Whether a page or file of a case could not be read."""

    def draft(self, file: Path, place: str) -> Drafted:
        with step(f"Reading {file.name}{place}") as progress:
            case = self._read(file, progress)
            check_items(self._chosen, case)
            copy = copy_of(case) if self._order.redact else None
            self._check_free((copy.case if copy else case).header.case_number, file)
        desk = self._open()
        with working(f"Drafting {file.name}{place}"):
            draft = draft_case(case, desk, self._chosen)
            if copy is None:
                return self._write(draft, case, file)
            return self._write_copy(verify(redact_draft(draft, copy), copy.case, desk.library), copy, file)

    def _read(self, file: Path, progress: Callable[[object], None]) -> Case:
        case, problems = load_case_file(file, progress)
        for problem in problems:
            tell(f"{file / problem.file if file.is_dir() and problem.file != file.name else file}: {problem.message}")
        self.incomplete = self.incomplete or any(problem.lost for problem in problems)
        return case

    @property
    def spent(self) -> str:
        """What the engine has cost in this run; empty where none can cost anything."""
        return self._desk.engine.spent if self._desk else ""

    def _open(self) -> Desk:
        if self._desk is None:
            with working("Opening the guideline index") as progress:
                self._desk = _open_desk(self._settings, progress)
        return self._desk

    def _check_free(self, number: str, file: Path) -> None:
        """Before anything is drafted: a model may be slow, and costs money."""
        earlier = self._written.setdefault(number, file)
        if earlier != file:
            raise InputError(f"{file}: has the case number {number} of {earlier}; draft it alone, with another --out")
        kept = DraftFiles(self._out, number)
        kept.refuse_source(file, self._formats)
        if not self._order.force:
            kept.refuse_changed(self._formats)

    def _write(self, draft: Draft, case: Case, file: Path) -> Drafted:
        kept = DraftFiles(self._out, draft.case.case_number)
        files = tuple(write_draft(draft, case, self._out, self._formats, file, self._settings.home))
        kept.remember(files)
        return Drafted(draft, case, files, tuple(kept.stale(self._formats)))

    def _write_copy(self, draft: Draft, copy: CaseCopy, file: Path) -> Drafted:
        """The redacted draft and its case; no page image goes with them, since images show names."""
        kept = DraftFiles(self._out, draft.case.case_number)
        files = tuple(write_draft(draft, copy.case, self._out, self._formats))
        kept.remember(files)
        files = (*files, *write_case(copy.case, self._out, file))
        return Drafted(draft, copy.case, files, tuple(kept.stale(self._formats)), removed_line(copy.counts))


def _open_desk(settings: Settings, progress: Callable[[int, int], None]) -> Desk:
    """No input can be drafted where the index cannot be stored, so that this ends the command."""
    try:
        return open_desk(settings, progress)
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise BackendUnavailable(
            f"{settings.home}: {problem}; set DRAFTER_HOME to a folder that you can write to"
        ) from error


def draft_all(order: Order) -> int:
    """Draft every case of the order, print what was done, and return the exit code."""
    chosen = parse_outcomes(order.outcomes)
    if order.out.exists() and not order.out.is_dir():
        raise InputError(f"--out {order.out}: is not a folder; name another one")
    inputs = expand(order.cases)
    if chosen and len(inputs.files) + len(inputs.problems) > 1:
        raise InputError("--outcome: goes with one case, because items are counted by case; draft the cases one by one")
    drafter = _Drafter(order, chosen, load_settings(**order.settings))
    for problem in inputs.problems:
        tell(str(problem))
    single = len(inputs.files) == 1
    drafts = list(_each(drafter, inputs.files, order.show and single))
    if spent := drafter.spent:
        sys.stdout.write(f"{spent}\n")
    if len(drafts) < len(inputs.files) or inputs.problems:
        return BAD_INPUT
    return BLOCKED if drafter.incomplete or any(map(is_blocked, drafts)) else DONE


def _each(drafter: _Drafter, files: tuple[Path, ...], show: bool) -> Iterator[Draft]:
    """Draft one after the other, print each as it is done, and pass over those that fail."""
    for number, file in enumerate(files, start=1):
        place = f" ({number} of {len(files)})" if len(files) > 1 else ""
        try:
            drafted = drafter.draft(file, place)
        except Exception as error:
            problem = explain(error, "draft")
            if problem.exit_code == BACKEND:
                raise
            tell(with_file(problem.message, file))
            continue
        _present(drafted, show)
        yield drafted.draft


def _present(drafted: Drafted, show: bool) -> None:
    print_summary(drafted.draft)
    if show:
        print_rationale(drafted.draft, drafted.case)
    lines = [*(f"wrote {path}" for path in drafted.files), engine_line(drafted.draft)]
    if drafted.stale:
        lines.append(f"still of an earlier draft: {', '.join(map(str, drafted.stale))}")
    sys.stdout.write("\n".join(lines) + "\n" + drafted.removed)
    sys.stdout.flush()
