"""The real pipeline with the llm engine, in front of a scripted model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import NamedTuple

import pytest

from drafter.engines.llm import LlmEngine
from drafter.llm.client import ModelClient
from drafter.llm.exchange import Patience
from drafter.pipeline import Desk
from drafter.prompting import open_shelf
from drafter.settings import Settings
from tests.drafter.engines.llm.model import ModelServer, Rule


class Modelled(NamedTuple):
    """A desk whose engine asks `server`."""

    desk: Desk
    server: ModelServer


Modelling = Callable[..., Modelled]


@pytest.fixture
def modelled(desk, tmp_path) -> Iterator[Modelling]:
    """Open a desk for a rule of the model; keywords are settings."""
    with ExitStack() as opened:

        def opening(rule: Rule, **given) -> Modelled:
            server = ModelServer(rule)
            opened.callback(server.close)
            settings = Settings(
                **{"base_url": server.url, "model": "scripted", "home": tmp_path, "timeout": 5, **given}
            )
            client = opened.enter_context(ModelClient(settings, None, Patience(usual=0.0)))
            engine = LlmEngine(client, open_shelf(settings.prompts), settings.concurrency)
            return Modelled(replace(desk, settings=settings, engine=engine), server)

        yield opening
