"""From the files of a case to its pages: known content from the cache, the rest through page workers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.case import PageSource
from drafter.casefile.pages import ocr
from drafter.casefile.pages.cache import PageCache, sha256_of
from drafter.casefile.pages.crew import Crew
from drafter.casefile.pages.listing import Listed, list_files, natural
from drafter.casefile.pages.model import FileProblem, FileReading, Limits, Progress, SourcePage
from drafter.casefile.pages.sniff import misnamed
from drafter.casefile.pages.textual import is_right_to_left
from drafter.casefile.pages.work import FileWork, read_all

_VANISHED = "vanished while the case was read; put it back and run again"
_CHANGED = "changed while the case was read; run again when it is complete"
_FOREIGN = "in a script that runs from right to left: kept, but only English is understood; add a translation"


class _Hashed(NamedTuple):
    works: tuple[FileWork, ...]
    problems: tuple[FileProblem, ...]


def read_pages(
    paths: Sequence[Path],
    root: Path,
    home: Path | None,
    progress: Callable[[Progress], None] | None = None,
    *,
    limits: Limits | None = None,
    workers: int | None = None,
) -> FileReading:
    """All pages of the files and folders in `paths`, named relative to `root`, and a line for each problem.

    No file makes it raise: a bad one becomes a problem and, where its pages are known, pages that are `unread`.
    Give the folder itself rather than its entries, so that links out of it are refused.
    `workers` is the number of processes (default: one a core).
    """
    limits = limits or Limits()
    cache = PageCache(home, ocr.available())
    listing = list_files(paths, root)
    hashed = _hashed(listing.files, limits)
    unknown = [work for work in hashed.works if not _filled(work, cache)]
    if unknown:
        with Crew(limits.memory, workers) as crew:
            read_all(unknown, crew, limits, progress)
        _keep(unknown, cache)
    return _reading(hashed.works, (*listing.problems, *hashed.problems))


def _hashed(files: Sequence[Listed], limits: Limits) -> _Hashed:
    """One work for each content; a file that lies in the case twice is read once."""
    works: dict[str, FileWork] = {}
    problems = []
    for path, name in files:
        try:
            if path.stat().st_size > limits.file_bytes:
                message = f"is larger than {limits.file_bytes / (1 << 30):.1f} GB; split it into its documents"
                problems.append(FileProblem(file=name, message=message))
                continue
            digest = sha256_of(path)
        except FileNotFoundError:
            problems.append(FileProblem(file=name, message=_VANISHED))
        except OSError as error:
            message = f"cannot be read ({error.strerror}); check the file and its permissions"
            problems.append(FileProblem(file=name, message=message))
        else:
            works.setdefault(digest, FileWork(path, [], digest)).names.append(name)
    return _Hashed(tuple(works.values()), tuple(problems))


def _filled(work: FileWork, cache: PageCache) -> bool:
    known = cache.get(work.sha256)
    if known is None:
        return False
    work.kind, work.pages, work.note = known
    return True


def _keep(works: Sequence[FileWork], cache: PageCache) -> None:
    """Cache what was read whole from a file that stayed as it was."""
    for work in works:
        if work.error is None:
            work.moved = _moved(work)
        if work.error is None and not work.lost and work.moved is None:
            cache.put(work.sha256, work.content)


def _moved(work: FileWork) -> str | None:
    try:
        return None if sha256_of(work.path) == work.sha256 else _CHANGED
    except OSError:
        return _VANISHED


def _reading(works: Sequence[FileWork], early: Sequence[FileProblem]) -> FileReading:
    pages = [page for work in works for name in work.names for page in _source_pages(work, name)]
    problems = [*early, *(problem for work in works for name in work.names for problem in _problems(work, name))]
    return FileReading(
        tuple(sorted(pages, key=lambda page: (natural(page.source.file), page.source.page))),
        tuple(sorted(problems, key=lambda problem: natural(problem.file))),
    )


def _source_pages(work: FileWork, name: str) -> Iterator[SourcePage]:
    if work.error is None:
        for number, page in sorted(work.pages.items()):
            yield SourcePage(
                source=PageSource(file=name, page=number),
                text=page.text,
                ocr_confidence=page.confidence,
                unread=page.unread,
                rotated=page.rotated,
            )


def _problems(work: FileWork, name: str) -> Iterator[FileProblem]:
    if work.error:
        yield FileProblem(file=name, message=work.error)
        return
    wrong_name = misnamed(name, work.kind)
    if wrong_name:
        yield FileProblem(file=name, message=wrong_name, lost=False)
    for message in filter(None, (work.moved, work.note)):
        yield FileProblem(file=name, message=message)
    reasons = dict.fromkeys(page.unread for page in work.pages.values() if page.unread and page.unread != work.moved)
    for reason in reasons:
        numbers = [number for number, page in work.pages.items() if page.unread == reason]
        yield FileProblem(file=name, message=f"{counted(numbers)}: {reason}")
    foreign = [number for number, page in work.pages.items() if is_right_to_left(page.text)]
    if foreign:
        yield FileProblem(file=name, message=f"{counted(foreign)} {_FOREIGN}", lost=False)


def counted(numbers: Sequence[int]) -> str:
    """`page 4`, or `pages 1-3, 7`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    shown = ", ".join("-".join(map(str, run)) for run in runs)
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"
