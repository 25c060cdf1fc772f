"""Word vectors that lie in a package: the embedder that works on a fresh machine."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vectorstore.embedders.rows import prepared, unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BATCH = 256
"""Texts that are pooled together; bounds the memory of long ones."""


class WordLlamaEmbedder:
    """Mean of static token vectors; model and tokenizer lie in the wordllama package, so nothing is downloaded.

    Texts are lower-cased: the tokens of `MASSAGE THERAPY` and of `massage therapy` have little in common, and forms
    are written in capitals.
    """

    name = "wordllama"
    dimension = 256

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        import numpy as np

        rows = [np.zeros((0, self.dimension), dtype=np.float32)]
        rows += [_pool(texts[start : start + _BATCH]) for start in range(0, len(texts), _BATCH)]
        return unit(np.concatenate(rows))


def _pool(texts: Sequence[str]) -> NDArray[np.float32]:
    """Mean token vectors, pooled text by text: padding a batch to its longest text costs memory without bound."""
    import numpy as np

    model = _wordllama()
    encodings = model.tokenizer.encode_batch_fast([prepared(text).lower() for text in texts], add_special_tokens=False)
    means = np.zeros((len(texts), model.embedding.shape[1]), dtype=np.float32)
    for row, encoding in enumerate(encodings):
        if encoding.ids:
            model.embedding.take(encoding.ids, axis=0).mean(axis=0, out=means[row])
    return means


@cache
def _wordllama() -> Any:  # noqa: ANN401 - the package has no type information
    with _root_logger_kept():
        import wordllama

        package = Path(wordllama.__file__).parent
        model = wordllama.WordLlama.load(cache_dir=package, disable_download=True)
    model.tokenizer.no_padding()
    return model


@contextmanager
def _root_logger_kept() -> Iterator[None]:
    """Importing wordllama makes the root logger print INFO of every library, which can hold text of a request."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    try:
        yield
    finally:
        root.setLevel(level)
        root.handlers[:] = handlers
