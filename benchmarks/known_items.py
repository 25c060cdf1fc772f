"""Known-item search: does a question find its section? `python -m benchmarks.known_items FOLDER [--missed]`.

FOLDER holds the guideline documents that the questions of tests/data/known_items.yaml are about. They are added to a
fresh data folder beside the cards. Found is a passage of the section that the question was written for, or of one
below it; a passage of another document that says the same counts as wrong. The last row is how the library is
searched.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.ranking import Ranked, estimate
from drafter.case import Frozen
from drafter.cli.app import main as drafter
from drafter.corpus import ensure_index
from drafter.lexicon import read_entries
from drafter.retrieval import expanded
from drafter.retrieval.search import WEIGHTS
from vectorstore.fusion import EQUAL, Weights
from vectorstore.index import Index
from vectorstore.passage import Passage

QUESTIONS = Path(__file__).parent.parent / "tests" / "data" / "known_items.yaml"
_K = 10
Words = Callable[[str], str]


class KnownItem(Frozen):
    """A question and the section that answers it."""

    document: str
    section: str
    """The end of the section path."""
    question: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--missed", action="store_true", help="print the questions that the last row misses")
    given = parser.parse_args()
    items = read_entries(QUESTIONS, KnownItem)
    with tempfile.TemporaryDirectory() as home:
        if drafter(["index", "add", str(given.documents), "--kind", "guideline", "--home", home]):
            sys.exit(f"error: {given.documents}: could not be added")
        index = ensure_index(Path(home))
        for line in _table(items, index):
            print(line)
        if given.missed:
            for item, found in zip(items, rank(items, index, expanded, WEIGHTS["guideline"]), strict=True):
                if not found.hit(5):
                    print(f"missed: {item.document} {item.section}\n        {item.question}")


def _table(items: list[KnownItem], index: Index) -> Iterator[str]:
    documents = [item.document for item in items]
    yield f"{len(items)} questions, {len(set(documents))} documents, {index.manifest.kinds['guideline']} passages"
    yield f"{'':<24}" + "".join(f"{title:>24}" for title in ("recall@1", "recall@5", "recall@10", "MRR"))
    for name, words, weights in _ways():
        ranked = rank(items, index, words, weights)
        columns = [[entry.hit(k) for entry in ranked] for k in (1, 5, 10)]
        columns.append([entry.reciprocal_rank() for entry in ranked])
        yield f"{name:<24}" + "".join(f"{estimate(documents, values)!s:>24}" for values in columns)


def _ways() -> Iterator[tuple[str, Words, Weights]]:
    yield "BM25 alone", str, Weights(0, 1)
    yield "dense alone", str, Weights(1, 0)
    yield "fused", str, EQUAL
    yield "fused, synonyms", expanded, EQUAL
    for keyword in (4, 8, 16):
        yield f"synonyms, 1 to {keyword}", expanded, Weights(1, keyword)
    yield "as the library searches", expanded, WEIGHTS["guideline"]


def rank(items: list[KnownItem], index: Index, words: Words, weights: Weights = EQUAL) -> list[Ranked]:
    """For each question the passages found, `right` standing for those of its section."""
    right = frozenset({"right"})
    return [
        Ranked(
            item.document,
            [
                "right" if belongs(hit.passage, item) else hit.passage.id
                for hit in index.search(words(item.question), _K, "guideline", weights=weights)
            ],
            right,
        )
        for item in items
    ]


def belongs(passage: Passage, item: KnownItem) -> bool:
    """Whether a passage is of the item's section or of one below it."""
    path = f" > {passage.metadata.get('section', '')} > "
    return passage.metadata.get("document") == item.document and f" > {item.section} > " in path


if __name__ == "__main__":
    main()
