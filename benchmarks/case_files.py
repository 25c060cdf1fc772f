"""How well synthetic case files are indexed: `python -m benchmarks.case_files [NAME ...]`, or `--pages 2000` for speed.

`--letters FOLDER` indexes real determination letters (`pdf`, `gold.jsonl`), as a file holds those of earlier reviews.

Against `truth.yaml` of each case in seeds/cases: documents whose pages are exactly right, and of these the kind, date,
author and role; duplicates linked; disputed items with every stated field of their lock; documents that are missing;
pages of another patient; records after the UR decision; disagreements of the documents on an item. Held-out cases are
a row of their own; a case without any item found, which `drafter draft` would refuse, is scored all the same. A name
with its first licence counts as right from a likeness of 0.9 on, since text recognition may cost a letter.
`--pages N` writes a text case of N pages, and tells how long the index of its pages takes and what memory it needs.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from benchmarks.memory import peak_memory
from drafter.case import Case, PageSource, Record
from drafter.casefile import index_case_file
from drafter.casefile.pages import SourcePage, read_pages
from drafter.casefile.records import index_records
from drafter.resources import data_folder
from drafter.settings import load_settings

_COLUMNS = (
    "documents", "kind", "date", "author", "role", "duplicate", "after UR", "items", "missing", "false missing",
    "other patient", "false set apart", "disagreement", "false disagreement", "header",
)  # fmt: skip
_FIELDS = {"side": "side", "levels": "level", "visits": "number of visits"}

Place = tuple[str, int]


def main() -> None:
    if sys.argv[1:2] == ["--pages"]:
        _speed(int(sys.argv[2]))
        return
    if sys.argv[1:2] == ["--letters"]:
        _letters(Path(sys.argv[2]))
        return
    named = sys.argv[1:] or sorted(path.parent.name for path in (data_folder("seeds") / "cases").glob("*/truth.yaml"))
    print(f"| case | {' | '.join(_COLUMNS)} |\n|---|{'--:|' * len(_COLUMNS)}")
    sums = {False: Counter[str](), True: Counter[str]()}
    for name in named:
        folder = data_folder("seeds") / "cases" / name
        truth = yaml.safe_load((folder / "truth.yaml").read_text(encoding="utf-8"))
        counts = score(index_case_file(folder / "file", load_settings().home).case, truth)
        sums[bool(truth["held_out"])].update(counts)
        print(_row(name, counts), flush=True)
    for held_out, counts in sums.items():
        if counts:
            print(_row("**held out**" if held_out else "**all others**", counts))


def score(case: Case, truth: dict[str, Any]) -> Counter[str]:
    """Right and wanted counts by column: `kind`, `kind/of`."""
    counts: Counter[str] = Counter()
    found = {_places(record): record for record in case.records if record.kind != "request"}
    ids: dict[str, str] = {}
    for wanted in truth["records"]:
        record = found.get(frozenset(_spread(wanted["source"])))
        _count(counts, "documents", record is not None)
        if record is not None:
            ids[wanted["id"]] = record.id
            _score_record(counts, record, wanted, ids)
    _score_items(counts, case, truth)
    _score_places(counts, case, truth)
    for field, value in truth["case"].items():
        if value is not None:
            _count(counts, "header", _same(getattr(case.header, field), value))
    return counts


def _score_record(counts: Counter[str], record: Record, wanted: dict[str, Any], ids: dict[str, str]) -> None:
    _count(counts, "kind", record.kind == wanted["kind"])
    _count(counts, "date", record.date == wanted["date"])
    _count(counts, "author", _alike(record.author, wanted["author"]))
    _count(counts, "role", record.author_role == wanted["author_role"])
    _count(counts, "after UR", record.after_ur == wanted["after_ur"])
    copy_of = wanted["duplicate_of"]
    if copy_of or record.duplicate_of:
        _count(counts, "duplicate", record.duplicate_of == ids.get(copy_of or ""))


def _score_items(counts: Counter[str], case: Case, truth: dict[str, Any]) -> None:
    items = {item.number: item for item in case.items}
    for wanted in truth["items"]:
        item = items.get(wanted["number"])
        lock = item.lock.model_dump(mode="json") if item else {}
        _count(counts, "items", bool(item) and all(_holds(lock.get(k), v) for k, v in wanted["lock"].items()))
    said = {(found.item, _field(found.message)) for found in case.discrepancies}
    stated = {(one["item"], _FIELDS.get(one["field"], one["field"])) for one in truth["discrepancies"] if one["item"]}
    for wanted in sorted(stated):
        _count(counts, "disagreement", wanted in said)
    counts["false disagreement"] += len(said - stated)


def _score_places(counts: Counter[str], case: Case, truth: dict[str, Any]) -> None:
    mentions = [_place(case, missing.mentioned.record, missing.mentioned.page) for missing in case.missing]
    wanted = [
        (entry["mentioned_in"]["file"], entry["mentioned_in"]["page"], entry["date"]) for entry in truth["missing"]
    ]
    pairs = list(zip(mentions, [missing.date for missing in case.missing], strict=True))
    for file, page, date in wanted:
        _count(counts, "missing", any(place == (file, page) or (date and day == date) for place, day in pairs))
    false = [p for p, day in pairs if not any(p == (f, n) or (d and day == d) for f, n, d in wanted)]
    counts["false missing"] += len(false)
    apart = {(entry.source.file, entry.source.page) for entry in case.set_apart}
    others = {_spot(entry) for entry in truth["other_patient"]}
    for place in others:
        _count(counts, "other patient", place in apart)
    counts["false set apart"] += len(apart - others)


def _spot(entry: dict[str, Any]) -> Place:
    return entry["file"], entry["page"]


def _count(counts: Counter[str], name: str, right: bool) -> None:
    counts[name] += right
    counts[f"{name}/of"] += 1


def _row(name: str, counts: Counter[str]) -> str:
    cells = (f"{counts[c]}/{counts[f'{c}/of']}" if not c.startswith("false") else str(counts[c]) for c in _COLUMNS)
    return f"| {name} | {' | '.join('-' if cell == '0/0' else cell for cell in cells)} |"


def _spread(source: list[list[Any]]) -> Iterator[Place]:
    for file, first, last in source:
        yield from ((file, page) for page in range(first, last + 1))


def _places(record: Record) -> frozenset[Place]:
    return frozenset((page.source.file, page.source.page) for page in record.pages if page.source)


def _place(case: Case, record_id: str, page: int) -> Place | None:
    record = case.record(record_id)
    source = record.pages[page - 1].source if record else None
    return (source.file, source.page) if source else None


def _alike(one: str | None, other: str | None) -> bool:
    """Names with their first licence: whether the second one is listed is taste."""
    named = [" ".join((name or "").split(",")[:2]) for name in (one, other)]
    first, second = (re.sub(r"[^a-z ]", "", name.lower()) for name in named)
    return first == second or SequenceMatcher(None, first, second).ratio() >= 0.9


def _field(message: str) -> str:
    return message.removeprefix("the ").split(" is ")[0]


def _holds(given: Any, wanted: Any) -> bool:  # noqa: ANN401 - values of a YAML file
    """Whether `given` says all that `wanted` says; of several body parts the request's own must be among them."""
    if isinstance(wanted, dict):
        return isinstance(given, dict) and all(_holds(given.get(key), value) for key, value in wanted.items())
    if isinstance(wanted, list) and wanted and isinstance(wanted[0], dict):
        return bool(given) and all(any(_holds(one, other) for other in wanted) for one in given)
    return _same(given, wanted)


def _same(given: object, wanted: object) -> bool:
    """Equal, or written alike: small or large, a day as a date or as text."""
    return given == wanted or str(given).lower() == str(wanted).lower()


def _letters(folder: Path) -> None:
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    decided = {f"{entry['id']}.pdf": entry["decision_date"] for entry in gold}
    reading = read_pages([folder / "pdf"], folder / "pdf", load_settings().home)
    counts: Counter[str] = Counter()
    for file, pages in groupby(reading.pages, key=lambda page: page.source.file):
        records = index_records(list(pages)).records
        counts["letters"] += 1
        counts["of one record"] += len(records) == 1
        counts["of the right kind"] += records[0].kind == "prior_imr"
        counts["of the right date"] += bool(records[0].date) and f"{records[0].date:%m/%d/%Y}" == decided.get(file)
    print(", ".join(f"{count} {name}" for name, count in counts.items()))


def _speed(count: int) -> None:
    pages = [_written(number) for number in range(1, count + 1)]
    with peak_memory() as peak:
        started, before = time.perf_counter(), time.process_time()
        index = index_records(pages)
        seconds, cpu = time.perf_counter() - started, time.process_time() - before
    found = f"{count} pages, {len(index.records)} records"
    print(f"{found}: {seconds:.1f} s by the clock, {cpu:.1f} s of CPU, {peak.megabytes} MB at most")


def _written(number: int) -> SourcePage:
    """A page of a progress note; every third begins one."""
    of, visit = (number - 1) % 3 + 1, (number - 1) // 3
    day = f"{visit % 12 + 1:02}/{visit % 28 + 1:02}/{2010 + visit % 9}"
    rows = (f"Line {row} of visit {visit}: flexion {row * 7 % 90} degrees, pain {row % 10}/10." for row in range(40))
    body = "\n".join(rows)
    top = f"HARBOR CLINIC\nPROGRESS NOTE\nPatient: Jane Sample DOB: 01/02/1970\nDate of visit: {day}\n"
    head = top if of == 1 else ""
    text = f"{head}{body}\nMRI of {day} was reviewed.\nPage {of} of 3"
    return SourcePage(source=PageSource(file="merged.pdf", page=number), text=text)


if __name__ == "__main__":
    main()
