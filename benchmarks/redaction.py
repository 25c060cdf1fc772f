"""How much of what identifies somebody is taken out, and what is taken out wrongly.

    python -m benchmarks.redaction [CASE …]              the synthetic case files, held-out ones apart; or those named
    python -m benchmarks.redaction --show [CASE …]       and where identifiers of open cases were missed
    python -m benchmarks.redaction --letters DIR         and false alarms over redacted letters (gold.jsonl, pdf/)
    python -m benchmarks.redaction --with presidio       another tool by the same measure: presidio, scrubadub or
                                                         datafog, if it is installed; none is a dependency

Recall: occurrences of the planted identifiers in `truth.yaml` of which every letter is covered, on the text as it was
written and as it was read (scans by text recognition; an identifier that was misread is looked for by likeness).
Lost words: words of the clinical facts in `truth.yaml` that were covered although no identifier of the case has them.
Letters: they were redacted before they were published, so that whatever is found in them is a false alarm.
"""

from __future__ import annotations

import argparse
import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from benchmarks.redaction_tools import TOOLS
from drafter.casefile.pages import read_pages
from drafter.intake import read_letter
from drafter.redaction import Redactor
from drafter.settings import load_settings

_CASES = Path(__file__).parent.parent / "seeds" / "cases"
_TITLE = re.compile(r"^(?:Dr|Mr|Mrs|Ms)\.?\s+")
_LIKE = 0.8

Span = tuple[int, int]
Place = tuple[str, int]


class Text(NamedTuple):
    """One page as the tool sees it."""

    text: str
    scanned: bool = False


Tool = Callable[[Sequence[Text]], list[list[Span]]]


class Measured(NamedTuple):
    """Counts of one case in one form."""

    found: Counter[str]
    missed: Counter[str]
    unreadable: Counter[str]
    words: int
    lost: int
    places: tuple[str, ...] = ()
    """Where an identifier was missed."""


def own(texts: Sequence[Text]) -> list[list[Span]]:
    """What `drafter redact` removes."""
    redactor = Redactor([one.text for one in texts])
    found = (redactor.redact(one.text, scanned=one.scanned) for one in texts)
    return [[(removal.start, removal.end) for removal in redacted.removals] for redacted in found]


def measure(pages: Mapping[Place, Text], truth: Mapping[str, Any], tool: Tool) -> Measured:
    spans = dict(zip(pages, tool(list(pages.values())), strict=True))
    measured = Measured(Counter(), Counter(), Counter(), 0, 0)
    missed = []
    for phi in truth["phi"]:
        place = (phi["file"], phi["page"])
        wanted = _TITLE.sub("", str(phi["text"]))
        places = _places(pages[place], wanted, phi["times"])
        measured.unreadable[phi["kind"]] += max(0, phi["times"] - len(places))
        for start, end in places:
            covered = _covered(pages[place].text, start, end, spans[place])
            (measured.found if covered else measured.missed)[phi["kind"]] += 1
            if not covered:
                around = " ".join(pages[place].text[max(0, start - 60) : end + 40].split())
                missed.append(f"{truth['name']}, {place[0]} p. {place[1]}, {phi['kind']} {wanted}: {around}")
    names = {word for phi in truth["phi"] for word in re.findall(r"\w+", str(phi["text"]).lower())}
    words, lost = _lost(pages, truth["facts"], spans, names)
    return measured._replace(words=words, lost=lost, places=tuple(missed))


def _places(page: Text, wanted: str, times: int) -> list[Span]:
    """Every occurrence; where a scan was misread, the likeliest places too."""
    exact = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, wanted.split())) + r"(?!\w)", re.IGNORECASE)
    found = [match.span() for match in exact.finditer(page.text)]
    return found if len(found) >= times or not page.scanned else found + _alike(page.text, wanted, times, found)


def _alike(text: str, wanted: str, times: int, known: list[Span]) -> list[Span]:
    tokens = [match.span() for match in re.finditer(r"\S+", text)]
    size = len(wanted.split())
    scored = []
    for at in range(len(tokens)):
        for last in range(at + max(size - 2, 0), min(at + size + 1, len(tokens))):
            start, end = tokens[at][0], tokens[last][1]
            if abs(end - start - len(wanted)) > 3 or any(a < end and start < b for a, b in known):
                continue
            likeness = difflib.SequenceMatcher(None, text[start:end].lower(), wanted.lower()).ratio()
            if likeness >= _LIKE and not _another(text[start:end], wanted):
                scored.append((likeness, start, end))
    best: list[Span] = []
    for _, start, end in sorted(scored, reverse=True):
        if len(best) + len(known) < times and not any(a < end and start < b for a, b in best):
            best.append((start, end))
    return best


def _another(found: str, wanted: str) -> bool:
    """A number that is well-formed and differs is another number: the clinic's phone is not the patient's."""
    digits = re.sub(r"\D", "", wanted)
    other = re.sub(r"\D", "", found)
    return len(digits) > 3 and len(other) == len(digits) and other != digits


def _covered(text: str, start: int, end: int, spans: Sequence[Span]) -> bool:
    return all(not text[at].isalnum() or any(a <= at < b for a, b in spans) for at in range(start, end))


def _lost(
    pages: Mapping[Place, Text],
    facts: Sequence[Mapping[str, Any]],
    spans: Mapping[Place, Sequence[Span]],
    names: set[str],
) -> tuple[int, int]:
    """Words of facts, and how many of them were covered without need."""
    words = lost = 0
    for fact in facts:
        place = (fact["file"], fact["page"])
        quote = r"\s+".join(map(re.escape, fact["quote"].split()))
        for found in re.finditer(quote, pages[place].text):
            for word in re.finditer(r"\w+", found[0]):
                start, end = found.start() + word.start(), found.start() + word.end()
                words += 1
                lost += word[0].lower() not in names and any(a < end and start < b for a, b in spans[place])
    return words, lost


def _cases(names: Sequence[str]) -> Iterator[tuple[Mapping[str, Any], dict[Place, Text], dict[Place, Text]]]:
    """Truth, the pages as they were written and the pages as they are read."""
    for folder in sorted(path for path in _CASES.iterdir() if path.is_dir() and (not names or path.name in names)):
        truth = yaml.safe_load((folder / "truth.yaml").read_text(encoding="utf-8"))
        scanned = folder / "scanned.yaml"
        scans = yaml.safe_load(scanned.read_text(encoding="utf-8")) if scanned.exists() else {}
        read, written = {}, {}
        for page in read_pages([folder / "file"], folder / "file", load_settings().home).pages:
            place = (page.source.file, page.source.page)
            read[place] = Text(page.text, page.ocr_confidence is not None)
            written[place] = Text(scans.get(place[0], {}).get(place[1], page.text))
        yield truth, written, read


def _report(name: str, parts: Sequence[Measured], show: bool) -> None:
    found = sum((part.found for part in parts), Counter[str]())
    missed = sum((part.missed for part in parts), Counter[str]())
    unreadable = sum((part.unreadable for part in parts), Counter[str]())
    print(f"\n{name}")
    for kind in [*sorted(found | missed), None]:
        hit = found[kind] if kind else found.total()
        miss = missed[kind] if kind else missed.total()
        illegible = unreadable[kind] if kind else unreadable.total()
        if hit + miss:
            print(f"  {kind or 'all':<10} {hit:>5} of {hit + miss:<5} {hit / (hit + miss):7.2%}  illegible {illegible}")
    words, lost = sum(part.words for part in parts), sum(part.lost for part in parts)
    print(f"  words of clinical facts lost: {lost} of {words}")
    if show:
        print("".join(f"  missed: {place}\n" for part in parts for place in part.places), end="")


def _letters(folder: Path, tool: Tool) -> None:
    counts = []
    for path in sorted((folder / "pdf").glob("*.pdf")):
        texts = [Text(page.text) for record in read_letter(path).case.records for page in record.pages]
        counts.append(sum(map(len, tool(texts))))
    print(f"\n{len(counts)} redacted letters: {sum(counts)} false alarms, in {sum(map(bool, counts))} letters")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="CASE")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--letters", type=Path)
    parser.add_argument("--with", dest="tool", choices=sorted(TOOLS))
    given = parser.parse_args()
    tool: Tool = TOOLS[given.tool]() if given.tool else own
    measured: dict[str, list[Measured]] = {}
    for truth, written, read in _cases(given.names):
        group = "held-out cases" if truth["held_out"] else "cases"
        measured.setdefault(f"{group}, as written", []).append(measure(written, truth, tool))
        measured.setdefault(f"{group}, as read", []).append(measure(read, truth, tool))
    for name, parts in sorted(measured.items()):
        _report(name, parts, given.show and not name.startswith("held-out"))
    if given.letters:
        _letters(given.letters, tool)


if __name__ == "__main__":
    main()
