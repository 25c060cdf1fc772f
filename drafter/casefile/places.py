"""Where a record stands in its files, in words."""

from __future__ import annotations

from itertools import groupby

from drafter.case import Record


def page_ranges(record: Record) -> str:
    """`scan.pdf p. 3-5, 7`; the number of pages where their files are not known."""
    sources = [page.source for page in record.pages if page.source]
    if not sources:
        return str(len(record.pages))
    files = groupby(sources, key=lambda source: source.file)
    return "; ".join(f"{file} p. {_runs([source.page for source in group])}" for file, group in files)


def _runs(numbers: list[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)
