"""Does the draft choose the guideline that the physician chose? Only MTUS citations count."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from drafter.determination import DeterminedItem
from drafter.draft import DraftItem
from drafter.intake import read_letter
from drafter.pipeline import draft_case, open_desk
from drafter.settings import Settings


class Choice(NamedTuple):
    """Whether one of the physician's chapters and editions came first, or among the first three."""

    first: bool
    in_three: bool


def print_guideline_choice(letters: list[Path]) -> None:
    choices = measure(letters)
    total = len(choices)
    first = sum(choice.first for choice in choices)
    three = sum(choice.in_three for choice in choices)
    print(f"chapter and edition first     {first / total:6.1%} ({first}/{total} items that cite MTUS; goal 60 %)")
    print(f"... among the first three     {three / total:6.1%} ({three}/{total}; goal 85 %)")


def measure(letters: list[Path]) -> list[Choice]:
    """Draft every case and compare its guidelines with the determination, which the draft never sees."""
    desk = open_desk(Settings())
    choices = []
    for path in letters:
        letter = read_letter(path)
        drafted = {item.number: item for item in draft_case(letter.case, desk).items}
        choices += [
            _compare(drafted[item.number], wanted)
            for item in letter.determination.items
            if (wanted := _mtus_guidelines(item))
        ]
    return choices


def _mtus_guidelines(item: DeterminedItem) -> set[str]:
    return {citation.guideline for citation in item.citations if citation.mtus and citation.guideline}


def _compare(item: DraftItem, wanted: set[str]) -> Choice:
    ranked = [chosen.guideline for chosen in item.guidelines]
    return Choice(bool(wanted & set(ranked[:1])), bool(wanted & set(ranked[:3])))
