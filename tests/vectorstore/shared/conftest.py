"""A real Chroma server on loopback, started once for the tests of a worker and stopped by its own process."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.vectorstore.conftest import SUBJECTS, SumOfLetters, passage
from vectorstore.errors import ServerUnavailable
from vectorstore.index import Index, build_index, open_index
from vectorstore.passage import Passage
from vectorstore.shared import Server
from vectorstore.shared.connection import session

CHROMA = Path(sys.executable).with_name("chroma")


class Running(NamedTuple):
    """A server and its process."""

    server: Server
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run_chroma(folder: Path, port: int | None = None) -> Running:
    port = port or free_port()
    command = [CHROMA, "run", "--path", folder, "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    running = Running(Server(f"http://127.0.0.1:{port}"), process)
    for _ in range(300):
        try:
            with session(running.server):
                return running
        except ServerUnavailable:
            if process.poll() is not None:
                raise
            time.sleep(0.1)
    running.stop()
    raise AssertionError("the server did not start")


@pytest.fixture(scope="session")
def chroma(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = run_chroma(tmp_path_factory.mktemp("chroma"))
    yield running.server
    running.stop()


@pytest.fixture
def server(chroma: Server) -> Server:
    """The server with nothing on it."""
    with session(chroma) as client:
        for collection in client.list_collections():
            client.delete_collection(collection.name)
    return chroma


def library(edition: str = "2023") -> list[Passage]:
    """A card, ten guideline passages and two decisions."""
    metadata = {"edition": edition, "page_first": 3, "score": 1.0, "active": True, "empty": ""}
    return [
        passage("card", "A card about massage.", "card", title="Card"),
        *(
            passage(name, text, title=f"Chapter: {name}", keywords=(name.upper(), "ä „x“"), metadata=metadata)
            for name, text in SUBJECTS.items()
        ),
        passage("one#1", "Massage of the neck was requested.", "decision", metadata={"decided": "2014-05-01"}),
        passage("two#1", "A scan of the knee was requested.", "decision"),
    ]


def built(folder: Path, passages: list[Passage] | None = None) -> Path:
    build_index(passages or library(), folder, SumOfLetters())
    return folder


def opened(folder: Path) -> Index:
    return open_index(folder, SumOfLetters())
