"""A server on loopback that speaks OpenAI's embeddings protocol over letter frequencies, with faults on request."""

from __future__ import annotations

import json
import threading
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

from tests.vectorstore.conftest import SumOfLetters


class Fault(NamedTuple):
    """An answer in place of vectors."""

    status: int
    body: str = "{}"
    headers: tuple[tuple[str, str], ...] = (("retry-after-ms", "1"),)


class EmbeddingServer:
    """Answers `faults` first, in order. Refuses requests of too many texts, and texts that are too long."""

    def __init__(self) -> None:
        self.faults: deque[Fault] = deque()
        self.most_texts = 1000
        self.most_characters = 100_000
        self.shuffled = False
        self.received: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    @property
    def texts(self) -> list[str]:
        """All texts that were asked for, in any order."""
        return [text for body in self.received for text in body["input"]]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, body: dict[str, Any]) -> Fault:
        self.received.append(body)
        if self.faults:
            return self.faults.popleft()
        texts = body["input"]
        if len(texts) > self.most_texts or max(map(len, texts)) > self.most_characters:
            return Fault(400, json.dumps({"error": {"message": f"too much: {texts}"}}))
        rows = SumOfLetters().embed(texts).tolist()
        data = [{"object": "embedding", "index": n, "embedding": row} for n, row in enumerate(rows)]
        if self.shuffled:
            data.reverse()
        return Fault(200, json.dumps({"object": "list", "model": body["model"], "data": data}))

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                server.headers.append({name.lower(): value for name, value in self.headers.items()})
                answer = server.answer(body) if self.path == "/v1/embeddings" else Fault(404)
                self.send_response(answer.status)
                for name, value in answer.headers:
                    self.send_header(name, value)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer.body.encode())))
                self.end_headers()
                self.wfile.write(answer.body.encode())

            def log_message(self, *_: object) -> None:
                """Requests are in `received`."""

        return Handler
