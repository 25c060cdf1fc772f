"""A server on loopback that speaks OpenAI's protocol and answers what it was told to, good or bad."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections import deque
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

JSON = "application/json"


class Scripted(NamedTuple):
    """One answer of the server."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", JSON),)
    delay: float = 0.0
    drop: bool = False
    """Reset the connection instead of answering."""


class Received(NamedTuple):
    """One request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def mode(self) -> str:
        return self.body.get("response_format", {}).get("type", "plain")


def completion(content: str | None, finish: str = "stop", refusal: str | None = None, usage: bool = True) -> Scripted:
    """A chat completion of 10 tokens in and 5 out."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    body: dict[str, Any] = {
        "id": "c",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [{"index": 0, "finish_reason": finish, "message": message}],
    }
    if usage:
        body["usage"] = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}
    return Scripted(body=json.dumps(body).encode())


def failure(status: int, message: str = "", code: str | None = None, **headers: str) -> Scripted:
    """An error as OpenAI words it; `retry_after="2"` becomes a header."""
    body = json.dumps({"error": {"message": message, "type": "error", "code": code}}).encode()
    given = [(name.replace("_", "-"), value) for name, value in headers.items()]
    return Scripted(status, body, (("Content-Type", JSON), *given))


def raw(body: bytes, kind: str = JSON) -> Scripted:
    return Scripted(body=body, headers=(("Content-Type", kind),))


def models(*entries: dict[str, Any]) -> Scripted:
    listed = [{"object": "model", "created": 1, "owned_by": "me", **entry} for entry in entries]
    return Scripted(body=json.dumps({"object": "list", "data": listed}).encode())


class ScriptedServer:
    """Answers the script in order; a request after its end is answered with status 599."""

    def __init__(self, script: Iterable[Scripted] = ()) -> None:
        self._script = deque(script)
        self._lock = threading.Lock()
        self.received: list[Received] = []
        self.most_at_once = 0
        self._at_once = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def add(self, *script: Scripted) -> None:
        with self._lock:
            self._script.extend(script)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def take(self, received: Received) -> Scripted:
        with self._lock:
            self.received.append(received)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
            answer = self._script.popleft() if self._script else failure(599, "the script is at its end")
        time.sleep(answer.delay)
        with self._lock:
            self._at_once -= 1
        return answer

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self._answer(json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0)))))

            def do_GET(self) -> None:
                self._answer({})

            def _answer(self, body: dict[str, Any]) -> None:
                answer = server.take(Received(self.command, self.path, dict(self.headers), body))
                if answer.drop:
                    linger = struct.pack("ii", 1, 0)
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                    self.connection.close()
                    return
                self.send_response(answer.status)
                for name, value in answer.headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)

            def finish(self) -> None:
                try:
                    super().finish()
                except (OSError, ValueError):
                    """The connection was dropped on purpose, or the client has given up."""

            def log_message(self, *_: object) -> None:
                """The tests look at `received` instead."""

        return Handler
