"""A scripted server for each test, and clients for it that do not wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pydantic import SecretStr

from drafter.llm.cache import Cache, cache_file
from drafter.llm.client import ModelClient
from drafter.llm.exchange import Patience
from drafter.settings import Settings
from tests.drafter.llm.scripted import ScriptedServer

KEY = "sk-SECRET-7357"
"""Must never be seen again."""
Connect = Callable[..., ModelClient]


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    running = ScriptedServer()
    yield running
    running.close()


@pytest.fixture
def connect(server, tmp_path) -> Iterator[Connect]:
    """Open a client for the scripted server; keywords are settings."""
    opened = []

    def connecting(cache: bool = False, patience: Patience = Patience(usual=0.0), **given) -> ModelClient:  # noqa: B008
        values = {"base_url": server.url, "model": "scripted", "api_key": SecretStr(KEY), "home": tmp_path, **given}
        settings = Settings(**values)
        client = ModelClient(settings, Cache(cache_file(settings.home)) if cache else None, patience)
        opened.append(client)
        return client

    yield connecting
    for client in opened:
        client.close()
