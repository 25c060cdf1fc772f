"""How large should a passage be? `python -m benchmarks.passage_size FOLDER`.

FOLDER holds the guideline documents that the questions of tests/data/known_items.yaml are about. They are cut at
several sizes, indexed, and asked. Found is a passage of the question's section, or of one below it, among the first
five, and, since five large passages show more text than five small ones, within the first 4,000 characters shown.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.known_items import QUESTIONS, KnownItem, belongs
from benchmarks.ranking import estimate
from drafter.corpus.about import About
from drafter.corpus.guidelines import read_guideline
from drafter.corpus.passages import Sizes
from drafter.lexicon import read_entries
from drafter.retrieval.search import find
from vectorstore.build import build_index
from vectorstore.embedder import WordLlamaEmbedder
from vectorstore.index import Index, open_index
from vectorstore.passage import Hit, Passage

_AIMS = (300, 500, 700, 1000, 1400, 2000, 3000)
_SHOWN = 4000
_K = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    given = parser.parse_args()
    items = read_entries(QUESTIONS, KnownItem)
    titles = ("recall@1", "recall@5", f"in {_SHOWN} characters", "MRR")
    print(f"{'aim':>5}{'passages':>10}{'median':>8}" + "".join(f"{title:>24}" for title in titles))
    for aim in _AIMS:
        passages = list(_passages(given.documents, Sizes(aim=aim, longest=aim * 3 // 2, short=min(200, aim // 3))))
        with tempfile.TemporaryDirectory() as folder:
            embedder = WordLlamaEmbedder()
            build_index(passages, Path(folder), embedder)
            index = open_index(Path(folder), embedder)
            sizes = f"{aim:>5}{len(passages):>10}{median(len(passage.text) for passage in passages):>8.0f}"
            print(sizes + _row(items, index), flush=True)
            index.close()


def _passages(folder: Path, sizes: Sizes) -> Iterator[Passage]:
    for path in sorted(folder.glob("*.md")):
        yield from read_guideline(path, path.read_bytes(), path.stem, About(), About(), sizes).passages


def _row(items: Sequence[KnownItem], index: Index) -> str:
    documents = [item.document for item in items]
    found = [find(index, item.question, _K, "guideline") for item in items]
    ranks = [_rank(hits, item) for hits, item in zip(found, items, strict=True)]
    columns = [
        [float(rank <= 1) for rank in ranks],
        [float(rank <= 5) for rank in ranks],
        [float(_before(hits, rank) < _SHOWN) for hits, rank in zip(found, ranks, strict=True)],
        [1 / rank if rank <= _K else 0.0 for rank in ranks],
    ]
    return "".join(f"{estimate(documents, values)!s:>24}" for values in columns)


def _rank(hits: Sequence[Hit], item: KnownItem) -> int:
    return next((rank for rank, hit in enumerate(hits, start=1) if belongs(hit.passage, item)), _K + 1)


def _before(hits: Sequence[Hit], rank: int) -> int:
    """Characters shown before the passage that was wanted."""
    return sum(len(hit.passage.text) for hit in hits[: rank - 1]) if rank <= _K else _SHOWN


if __name__ == "__main__":
    main()
