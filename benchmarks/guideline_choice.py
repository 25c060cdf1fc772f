"""Does the search find the guideline that the physician chose? `python -m benchmarks.guideline_choice FOLDER`.

FOLDER holds real determination letters. Counted are the items of which the physician cites MTUS; right is a section of
the chapter and edition that is cited. The index holds cards and the shipped determination, and none of the letters.
The first rows search the MTUS cards that are in force on the item's dates, by the words of the request alone; each
row then adds one part. `--documents FOLDER2` repeats the last row with guideline documents added; `--weights` prints
the grid from which the weights of the draft's choice were taken.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.ranking import Ranked, table_head, table_row
from drafter.case import Case, DisputedItem
from drafter.criteria.asof import as_of, in_force
from drafter.determination import DeterminedItem
from drafter.intake import Letter, read_letter
from drafter.pipeline import Desk, open_desk
from drafter.retrieval import choice, choose_guidelines, expanded, query
from drafter.retrieval.query import own_words, wanted_of
from drafter.retrieval.search import WEIGHTS
from drafter.settings import Settings
from vectorstore.fusion import EQUAL, Weights
from vectorstore.passage import Passage

_DEPTH = 25
Ranker = Callable[[Case, DisputedItem, Desk], list[str]]
"""Guidelines (chapter and edition) of the sections found, best first."""


class Choice(NamedTuple):
    """Whether one of the physician's chapters and editions came first, or among the first three."""

    first: bool
    in_three: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("letters", type=Path)
    parser.add_argument("--documents", type=Path)
    parser.add_argument("--weights", action="store_true")
    given = parser.parse_args()
    folder = given.letters / "pdf" if (given.letters / "pdf").is_dir() else given.letters
    letters = [read_letter(path) for path in sorted(folder.iterdir()) if path.suffix.lower() in {".pdf", ".md", ".txt"}]
    with tempfile.TemporaryDirectory() as home:
        desk = open_desk(Settings(home=Path(home), engine="offline"))
        for line in _table(letters, desk):
            print(line)
        if given.weights:
            for line in _grid(letters, desk):
                print(line)
        if given.documents:
            added = _with_documents(Path(home), given.documents)
            print(table_row("the draft's choice, documents added", rank(letters, added, draft_choice)))


def _table(letters: list[Letter], desk: Desk) -> Iterator[str]:
    ranked = {name: rank(letters, desk, ranker) for name, ranker in _rankers().items()}
    items = next(iter(ranked.values()))
    yield f"{len(items)} items of {len({entry.case for entry in items})} letters cite MTUS; 95 % intervals by letter"
    yield table_head("")
    yield from (table_row(name, entries) for name, entries in ranked.items())


def _rankers() -> dict[str, Ranker]:
    return {
        "BM25 alone": _by_search(own_words, Weights(0, 1)),
        "dense alone": _by_search(own_words, Weights(1, 0)),
        "fused": _by_search(own_words),
        "fused, synonyms": _by_search(lambda item: expanded(own_words(item))),
        "... weighted as the library searches": _by_search(lambda item: expanded(own_words(item)), WEIGHTS["card"]),
        "fused, names of the lock": _by_search(query),
        "fused, names and synonyms": _by_search(lambda item: expanded(query(item))),
        "... sections of the treatment only": _by_search(query, apt=True),
        "... with synonyms": _by_search(lambda item: expanded(query(item)), apt=True),
        "the draft's choice (fit of the card)": draft_choice,
    }


def _by_search(words: Callable[[DisputedItem], str], weights: Weights = EQUAL, apt: bool = False) -> Ranker:
    return lambda case, item, desk: _search(case, item, desk, words(item), weights, apt)


def _search(case: Case, item: DisputedItem, desk: Desk, words: str, weights: Weights, apt: bool) -> list[str]:
    """MTUS sections in force, by search alone; `apt` leaves only those that treat the item's treatment."""
    dates, cards, editions = as_of(case, item), desk.library.cards, desk.library.guidelines
    if dates is None:
        return []
    wanted = wanted_of(case, item)

    def accept(passage: Passage) -> bool:
        card = cards[passage.id]
        edition = editions[card.guideline]
        if apt and not choice.applicable(card, wanted, dates, desk.library):
            return False
        return edition.mtus and card.status == "active" and in_force(edition, dates)

    hits = desk.index.search(words, _DEPTH, "card", accept, weights)
    return [cards[hit.passage.id].guideline for hit in hits]


def draft_choice(case: Case, item: DisputedItem, desk: Desk) -> list[str]:
    """As a draft chooses, by the same function."""
    return [chosen.guideline for chosen in choose_guidelines(case, item, desk.index, desk.library, desk.reranker)]


def rank(letters: Iterable[Letter], desk: Desk, ranker: Ranker) -> list[Ranked]:
    """What `ranker` finds for every item of which the physician cites MTUS."""
    return [
        Ranked(letter.case.header.case_number, ranker(letter.case, letter.case.items[place], desk), wanted)
        for letter in letters
        for place, item in enumerate(letter.determination.items)
        if (wanted := _mtus_guidelines(item))
    ]


def _grid(letters: list[Letter], desk: Desk) -> Iterator[str]:
    """The search under other weights, the draft's choice under other weights and depths."""
    for dense, keyword in ((4, 1), (2, 1), (1, 1), (1, 2), (1, 4)):
        ranker = _by_search(lambda item: expanded(own_words(item)), Weights(dense, keyword))
        yield table_row(f"synonyms, dense {dense} to BM25 {keyword}", rank(letters, desk, ranker))
    usual = choice.FIT, choice.DEPTH
    for fit in (0.0, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0):
        choice.FIT = fit
        yield table_row(f"choice, fit {fit:g} to search 1", rank(letters, desk, draft_choice))
    choice.FIT = usual[0]
    for depth in (3, 10, 50):
        choice.DEPTH = depth
        yield table_row(f"choice, depth {depth}", rank(letters, desk, draft_choice))
    choice.FIT, choice.DEPTH = usual


def _with_documents(home: Path, folder: Path) -> Desk:
    """The same data folder with a folder of guideline documents added."""
    from drafter.cli.app import main as drafter

    if drafter(["index", "add", str(folder), "--kind", "guideline", "--home", str(home)]):
        raise SystemExit(f"error: {folder}: could not be added")
    return open_desk(Settings(home=home, engine="offline"))


def _mtus_guidelines(item: DeterminedItem) -> frozenset[str]:
    return frozenset(citation.guideline for citation in item.citations if citation.mtus and citation.guideline)


def print_guideline_choice(letters: list[Path]) -> None:
    choices = measure(letters)
    total = len(choices)
    first = sum(choice.first for choice in choices)
    three = sum(choice.in_three for choice in choices)
    print(f"chapter and edition first     {first / total:6.1%} ({first}/{total} items that cite MTUS; goal 70 %)")
    print(f"... among the first three     {three / total:6.1%} ({three}/{total}; goal 90 %)")


def measure(letters: list[Path]) -> list[Choice]:
    """What a draft chooses for every case, beside its determination, which the choice never sees."""
    desk = open_desk(Settings(engine="offline"))
    ranked = rank(map(read_letter, letters), desk, draft_choice)
    return [Choice(bool(entry.hit(1)), bool(entry.hit(3))) for entry in ranked]


if __name__ == "__main__":
    main()
