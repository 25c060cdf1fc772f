"""Embeddings from a server that speaks OpenAI's protocol."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pydantic import SecretStr

from vectorstore.embedders.rows import prepared, unit
from vectorstore.errors import EmbedderUnavailable
from vectorstore.network import is_loopback, keep_text_out_of_logs

if TYPE_CHECKING:
    import numpy as np
    import openai
    from numpy.typing import NDArray

_BATCH = 32
"""Texts in a request; some servers take no more."""
_REQUESTS = 4
"""Requests at the same time."""
_RETRIES = 4
_CONNECT_SECONDS = 10.0
_SHORTEST = 400
"""Characters down to which a text that the server finds too long is cut."""
_TOO_MUCH = frozenset({400, 413, 422})
"""How servers say that a text is too long for the model or that a request has too many."""
_NO_KEY = "none"


class Endpoint(NamedTuple):
    """Where to ask, and as whom."""

    url: str
    """Base URL, mostly ending in `/v1`."""
    key: SecretStr | None = None
    timeout: float = 120.0
    """Seconds that the server may stay silent."""


class EndpointEmbedder:
    """Asks in batches; waits and asks again where a server is busy (429), fails (5xx) or stays silent."""

    def __init__(self, model: str, endpoint: Endpoint) -> None:
        self.name = f"openai:{model}"
        self._model = model
        self._endpoint = endpoint
        self._learning = threading.Lock()
        self._dimension: int | None = None

    @property
    def dimension(self) -> int:
        """Learnt from the first answer; asks for one where there was none."""
        if self._dimension is None:
            self._ask(["dimension"])
        assert self._dimension is not None
        return self._dimension

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        import numpy as np

        rows = [row for row, text in enumerate(texts) if text.strip()]
        batches = [[prepared(texts[row]) for row in rows[i : i + _BATCH]] for i in range(0, len(rows), _BATCH)]
        with ThreadPoolExecutor(max_workers=_REQUESTS) as pool:
            found = list(pool.map(self._ask, batches))
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        if rows:
            vectors[rows] = np.concatenate(found)
        return unit(vectors)

    def _ask(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row for each text. What is too much for the server is asked for in halves."""
        import numpy as np
        import openai

        try:
            return self._rows(self._client.embeddings.create(model=self._model, input=list(texts)), len(texts))
        except openai.APIStatusError as error:
            if error.status_code not in _TOO_MUCH or (len(texts) == 1 and len(texts[0]) <= _SHORTEST):
                raise self._unavailable(error) from error
        except (openai.OpenAIError, ValueError, TypeError, AttributeError) as error:
            raise self._unavailable(error) from error
        if len(texts) == 1:
            return self._ask([texts[0][: len(texts[0]) // 2]])
        middle = len(texts) // 2
        return np.concatenate([self._ask(texts[:middle]), self._ask(texts[middle:])])

    def _rows(self, answer: openai.types.CreateEmbeddingResponse, wanted: int) -> NDArray[np.float32]:
        """The vectors of an answer; a ValueError where they cannot be those of the texts."""
        import numpy as np

        found = sorted(answer.data, key=lambda entry: entry.index)
        if [entry.index for entry in found] != list(range(wanted)):
            raise ValueError(f"{len(found)} vectors for {wanted} texts")
        vectors = np.array([entry.embedding for entry in found], dtype=np.float32)
        with self._learning:
            known = self._dimension or (vectors.shape[1] if vectors.ndim > 1 else 0)
            if vectors.shape != (wanted, known) or not known or not np.isfinite(vectors).all():
                raise ValueError("vectors of different lengths, or with values that are no numbers")
            self._dimension = known
        return vectors

    def _unavailable(self, error: Exception) -> EmbedderUnavailable:
        return EmbedderUnavailable(f"embedder {self.name!r}: {self._endpoint.url} {_problem(error)}")

    @cached_property
    def _client(self) -> openai.OpenAI:
        import openai

        keep_text_out_of_logs()
        url, key, seconds = self._endpoint
        return openai.OpenAI(
            base_url=url,
            api_key=key.get_secret_value() if key else _NO_KEY,
            max_retries=_RETRIES,
            timeout=openai.Timeout(seconds, connect=min(_CONNECT_SECONDS, seconds)),
            http_client=openai.DefaultHttpxClient(follow_redirects=False, trust_env=not is_loopback(url)),
        )


def _problem(error: Exception) -> str:
    """What is wrong and the way out; repeats nothing that the server said, which may quote the texts or the key."""
    import openai

    if isinstance(error, openai.APITimeoutError):
        return "did not answer in time; raise DRAFTER_TIMEOUT, or try again later"
    if isinstance(error, openai.APIConnectionError):
        return "cannot be reached; is the server running, DRAFTER_EMBEDDER_URL right?"
    if isinstance(error, openai.APIStatusError):
        return _STATUS.get(error.status_code, _by_range(error.status_code)).format(status=error.status_code)
    return "does not answer like an OpenAI-compatible server; correct DRAFTER_EMBEDDER_URL"


_STATUS = {
    401: "does not accept the key (401); set DRAFTER_EMBEDDER_KEY to a valid one",
    403: "does not let this key use the model (403); ask for access, or name another in DRAFTER_EMBEDDER",
    404: "has no such path or model (404); does the URL end in /v1, is the model in DRAFTER_EMBEDDER right?",
    429: "gets too many requests or its quota is used up (429); try again later, what is done is kept",
}


def _by_range(status: int) -> str:
    if status >= 500:
        return "fails ({status}); see the log of the server, or try again later, what is done is kept"
    if 300 <= status < 400:
        return "redirects ({status}), which is not followed; set DRAFTER_EMBEDDER_URL to the place it names"
    return "does not accept the request ({status}); is the model in DRAFTER_EMBEDDER one for embeddings?"
