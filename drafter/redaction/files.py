"""Redacted copies of files: drafts, cases, letters and records of one case."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from drafter.atomic import write_text
from drafter.case import Case, CaseHeader
from drafter.casefile.pages import Progress, SourcePage, read_pages
from drafter.draft import Draft
from drafter.errors import InputError
from drafter.redaction.case import CaseCopy, case_texts
from drafter.redaction.draft import draft_texts, redact_draft
from drafter.redaction.model import Kind
from drafter.redaction.redactor import Redactor

_TEXT = (".md", ".markdown", ".txt", ".text")


class Copies(NamedTuple):
    """What was written, how much was removed by kind, and what has to be said about it."""

    written: tuple[Path, ...]
    counts: Counter[Kind]
    problems: tuple[str, ...]
    notes: tuple[str, ...]


class _Sources(NamedTuple):
    cases: dict[Path, Case]
    drafts: dict[Path, Draft]
    others: dict[Path, Any]
    """JSON of other shapes, such as determinations."""
    texts: dict[Path, str]
    records: dict[Path, list[SourcePage]]
    problems: list[str]


def redact_files(
    paths: Sequence[Path], out: Path, home: Path | None, progress: Callable[[Progress], None] | None = None
) -> Copies:
    """Write a copy of each file without identifiers below `out`; all files are taken to be of one case.

    Cases and drafts stay JSON, text and Markdown stay as they are; of other files the text is written, page by page.
    """
    sources = _read(paths, home, progress)
    redactor = Redactor(list(_texts(sources)))
    rendered, notes = _render(sources, redactor)
    written = [_write(out, name, text, paths) for name, text in _apart(rendered)]
    if not written and not sources.problems:
        raise InputError(f"{paths[0]}: holds no file to redact; name another one")
    return Copies(tuple(written), redactor.counts, tuple(sources.problems), notes)


def _read(paths: Sequence[Path], home: Path | None, progress: Callable[[Progress], None] | None) -> _Sources:
    sources = _Sources({}, {}, {}, {}, {}, [])
    left: dict[Path, list[Path]] = {}
    for path in paths:
        root = path if path.is_dir() else path.parent
        files = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
        left.setdefault(root, []).extend(file for file in files if not _read_text(file, sources))
    for root, files in left.items():
        reading = read_pages(files, root, home, progress)
        for page in reading.pages:
            sources.records.setdefault(root / page.source.file, []).append(page)
        sources.problems.extend(f"{problem.file}: {problem.message}" for problem in reading.problems)
    return sources


def _read_text(file: Path, sources: _Sources) -> bool:
    """Take in a file that is text or JSON; False for a record, whose pages have to be read."""
    ending = file.suffix.lower()
    if ending not in (*_TEXT, ".json"):
        return False
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        sources.problems.append(f"{file}: {error.strerror}; check the path")
        return True
    except UnicodeDecodeError:
        return False
    if ending != ".json":
        sources.texts[file] = text
        return True
    try:
        _take_json(file, text, sources)
    except (ValueError, RecursionError):
        sources.problems.append(f"{file}: is no JSON that can be read; name a case, a draft or a determination")
    return True


def _take_json(file: Path, text: str, sources: _Sources) -> None:
    try:
        sources.cases[file] = Case.model_validate_json(text)
    except ValidationError:
        try:
            sources.drafts[file] = Draft.model_validate_json(text)
        except ValidationError:
            sources.others[file] = json.loads(text)


def _texts(sources: _Sources) -> Iterator[str]:
    for case in sources.cases.values():
        yield from case_texts(case)
    yield from (page.text for pages in sources.records.values() for page in pages)
    yield from sources.texts.values()
    for draft in sources.drafts.values():
        yield from draft_texts(draft)
    for content in sources.others.values():
        yield from _strings(content)


def _render(sources: _Sources, redactor: Redactor) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    rendered: list[tuple[str, str]] = []
    notes = []
    copies = {case.header.case_number: CaseCopy(case, redactor) for case in sources.cases.values()}
    for file, case in sources.cases.items():
        copied = copies[case.header.case_number].case
        rendered.append((_name(file, ".case.json", redactor), copied.model_dump_json(indent=2) + "\n"))
    for file, draft in sources.drafts.items():
        number = draft.case.case_number
        if number not in copies:
            notes.append(f"{file}: its case file was not given: places of quotes are those of the original")
        copy = copies.get(number) or CaseCopy(_empty(draft.case), redactor)
        rendered.append(
            (_name(file, ".draft.json", redactor), redact_draft(draft, copy).model_dump_json(indent=2) + "\n")
        )
    for file, content in sources.others.items():
        told = json.dumps(_walked(content, redactor), indent=2, ensure_ascii=False)
        rendered.append((_name(file, file.suffix, redactor), told + "\n"))
    for file, text in sources.texts.items():
        rendered.append((_name(file, file.suffix, redactor), redactor.redact(text).text))
    for file, pages in sources.records.items():
        rendered.append((_name(file, file.suffix, redactor) + ".txt", _paged(pages, redactor)))
    return rendered, tuple(notes)


def _paged(pages: Sequence[SourcePage], redactor: Redactor) -> str:
    parts = []
    for page in pages:
        text = redactor.redact(page.text, scanned=page.ocr_confidence is not None).text
        unread = f"[not read: {page.unread}]\n" if page.unread else ""
        parts.append(f"--- page {page.source.page} of {pages[-1].source.page} ---\n{unread}{text.rstrip()}\n")
    return "\n".join(parts)


def _name(file: Path, ending: str, redactor: Redactor) -> str:
    """The file's own name, unless it tells who somebody is."""
    stem = file.name[: -len(ending)] if ending and file.name.lower().endswith(ending.lower()) else file.stem
    clean = redactor.is_clean(re.sub(r"[\W_]+", " ", stem)) and redactor.is_clean(stem)
    return f"{stem if clean else 'file'}{ending}"


def _apart(rendered: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Every copy under a name of its own."""
    seen: Counter[str] = Counter()
    for name, text in rendered:
        seen[name] += 1
        head, dot, ending = name.partition(".")
        yield (f"{head} {seen[name]}{dot}{ending}" if seen[name] > 1 else name), text


def _write(out: Path, name: str, text: str, sources: Sequence[Path]) -> Path:
    path = out / name
    if any(path.exists() and source.exists() and path.samefile(source) for source in sources):
        raise InputError(f"{path}: the copy would overwrite the original; choose another --out")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{out}: cannot be made a folder ({error.strerror}); choose another --out") from error
    write_text(path, text)
    return path


def _empty(header: CaseHeader) -> Case:
    return Case(header=header, records=(), items=())


def _strings(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for value in content.values():
            yield from _strings(value)
    elif isinstance(content, list):
        for value in content:
            yield from _strings(value)


def _walked(content: Any, redactor: Redactor) -> Any:  # noqa: ANN401 - JSON of any shape
    if isinstance(content, str):
        return redactor.redact(content).text
    if isinstance(content, dict):
        return {key: _walked(value, redactor) for key, value in content.items()}
    return [_walked(value, redactor) for value in content] if isinstance(content, list) else content
