"""What a user sees of each bad file, how long it takes and how much memory: `python -m benchmarks.bad_input`.

Each file lies in a folder of its own beside one good file, which must be read all the same. Sizes are those that hurt:
300 MB, a million objects, a gigabyte unpacked. CPU seconds include the watching of the memory; the clock is that of
the machine as busy as it is. The table is the one of docs/case-files.md.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.bad_files import (
    BAD_FILES,
    heavy_pdf,
    image_bomb,
    long_text,
    many_drawings,
    many_objects,
    text_pdf,
    zip_bomb,
)
from benchmarks.memory import peak_memory
from drafter.casefile.pages import FileReading, read_pages

_GOOD = "a good file.pdf"
_VANISHING = "vanishing.pdf"
_LARGE: dict[str, Callable[[Path], None]] = {
    "zip bomb.docx": partial(zip_bomb, megabytes=1024),
    "long text.txt": partial(long_text, megabytes=300),
    "heavy.pdf": partial(heavy_pdf, megabytes=300),
    "many objects.pdf": partial(many_objects, count=1_000_000),
    "many drawings.pdf": partial(many_drawings, count=1_000_000),
    "image bomb.pdf": partial(image_bomb, side=40_000),
    _VANISHING: text_pdf,
}


class Row(NamedTuple):
    file: str
    seen: str
    seconds: float
    cpu_seconds: float
    megabytes: int


def main() -> None:
    print("| file | what the user sees | seconds | CPU s | peak memory |\n|---|---|--:|--:|--:|")
    for name, make in (BAD_FILES | _LARGE).items():
        row = _measured(name, make)
        cost = f"{row.seconds:.1f} | {row.cpu_seconds:.1f} | {row.megabytes} MB"
        print(f"| {row.file} | {row.seen} | {cost} |", flush=True)


def _measured(name: str, make: Callable[[Path], None]) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        text_pdf(root / _GOOD)
        make(root / name)
        started, before = time.perf_counter(), sum(os.times()[:4])
        with peak_memory() as peak:
            reading = _read(root, vanishing=name == _VANISHING)
        seconds, cpu = time.perf_counter() - started, sum(os.times()[:4]) - before
    if not any(page.source.file == _GOOD and page.text for page in reading.pages):
        raise SystemExit(f"error: the good file was not read beside {name}")
    return Row(name, _seen(reading, name), seconds, cpu, peak.megabytes)


def _read(root: Path, vanishing: bool) -> FileReading:
    """The vanishing file is there when it is listed and gone when the first page of another one has been read."""
    if not vanishing:
        return read_pages([root], root, None)
    return read_pages([root], root, None, lambda _: (root / _VANISHING).unlink(missing_ok=True), workers=1)


def _seen(reading: FileReading, name: str) -> str:
    messages = [f"`{name}: {problem.message}`" for problem in reading.problems if problem.file == name]
    read = sum(bool(page.text) for page in reading.pages if page.source.file == name)
    return "<br>".join([*messages, *([f"{read} page{'s' * (read > 1)} read"] if read else [])])


if __name__ == "__main__":
    main()
