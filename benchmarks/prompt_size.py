"""What an item asks of a model: calls, and tokens of prompt. Nothing is sent; the questions are only rendered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.case import Case, DisputedItem
from drafter.decide import decide
from drafter.draft import DraftItem
from drafter.engines.llm.assess import assess_question
from drafter.engines.llm.write import ordered, write_question
from drafter.engines.offline import OfflineEngine
from drafter.evidence.reading import CaseReading
from drafter.intake import read_letter
from drafter.pipeline import Desk, draft_item, open_desk, open_matter
from drafter.prompting import open_shelf
from drafter.settings import load_settings


class Size(NamedTuple):
    """One item; 0 tokens where a step needs no model."""

    assess: int
    write: int
    shown: int
    """Sentences of the record in the prompt, of `sentences` that it has."""
    sentences: int

    @property
    def calls(self) -> int:
        return bool(self.assess) + bool(self.write)


def print_prompt_sizes(letters: list[Path]) -> None:
    sizes = measure(letters)
    both = [size.assess + size.write for size in sizes]
    print(
        f"model calls an item           {sum(s.calls for s in sizes) / len(sizes):6.2f} (goal 2; repairs not counted)"
    )
    print(f"prompt tokens an item, p50    {_rank(both, 0.5):6d} (p95 {_rank(both, 0.95)}, most {max(both)}; goal 4000)")
    for name in ("assess", "write"):
        tokens = [getattr(size, name) for size in sizes if getattr(size, name)]
        print(f"... of `{name}`, p50 {' ' * (12 - len(name))}    {_rank(tokens, 0.5):6d} (p95 {_rank(tokens, 0.95)})")
    cut = sum(size.shown < size.sentences for size in sizes if size.assess)
    print(f"items with a shortened record {cut:6d} of {len(sizes)}")


def measure(letters: list[Path]) -> list[Size]:
    """Sizes of all items, with the findings and outcomes of the offline engine."""
    desk = open_desk(load_settings(engine="offline"))
    return [size for path in letters for size in _sizes(read_letter(path).case, desk)]


def _sizes(case: Case, desk: Desk) -> Iterator[Size]:
    reading = CaseReading(case, desk.embedder)
    drafted: dict[int, DraftItem] = {}
    for item in sorted(case.items, key=lambda each: bool(each.depends_on)):
        yield _size(item, reading, desk, drafted)
        drafted[item.number] = draft_item(item, reading, desk, drafted, None)


def _size(item: DisputedItem, reading: CaseReading, desk: Desk, drafted: dict[int, DraftItem]) -> Size:
    matter, _ = open_matter(item, reading, desk, drafted)
    shelf = open_shelf()
    findings = OfflineEngine().assess(matter).findings
    assess = assess_question(matter, findings, shelf["assess"], {})
    write = write_question(ordered(matter, findings, decide(matter, findings).outcome), shelf["write"])
    shown = len(assess.material.evidence) if assess else 0
    return Size(assess.tokens() if assess else 0, write.tokens() if write else 0, shown, len(reading.sentences))


def _rank(values: list[int], share: float) -> int:
    ordered_values = sorted(values)
    return ordered_values[min(int(share * len(ordered_values)), len(ordered_values) - 1)]
