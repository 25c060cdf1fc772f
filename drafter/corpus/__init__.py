"""What is retrieved from: guideline cards, added guideline documents, and prior decisions without their outcome."""

from drafter.corpus.decisions import decision_passages
from drafter.corpus.indexing import corpora, ensure_index, index_folder, rebuild
from drafter.corpus.shipped import corpus_passages
from vectorstore.passage_file import corpus_hash

__all__ = [
    "corpora",
    "corpus_hash",
    "corpus_passages",
    "decision_passages",
    "ensure_index",
    "index_folder",
    "rebuild",
]
