"""What a careful model is asked: calls, tokens and repairs an item. `python -m benchmarks.repairs FOLDER`

The model is scripted and answers over HTTP: it points at nothing and words each sentence after its quotes. A repair is
then the verifier's fault and not the model's; how often a weak model needs one, `benchmarks.local_model` measures.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from drafter.draft import Draft
from drafter.engines.llm import LlmEngine
from drafter.intake import read_letter
from drafter.llm.client import ModelClient
from drafter.llm.tokens import estimate_tokens, text_tokens
from drafter.pipeline import draft_case, open_desk
from drafter.prompting import Message, open_shelf
from drafter.settings import Settings, load_settings
from tests.drafter.engines.llm.model import Asked, ModelServer, good
from tests.drafter.llm.scripted import Received

_REASON = re.compile(r"^  failed: ([^;]+)", re.MULTILINE)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__)
    print_repairs(sorted(path for path in folder.iterdir() if path.suffix.lower() in {".pdf", ".md", ".txt"}))


def print_repairs(letters: list[Path]) -> None:
    server = ModelServer(good)
    try:
        drafts = _drafts(letters, server)
    finally:
        server.close()
    items = sum(len(draft.items) for draft in drafts)
    steps = Counter(server.steps)
    tokens = sum(_tokens(received) for received in server.received if received.method == "POST")
    print(f"calls an item, careful model  {sum(steps.values()) / items:6.2f} (goal 2), {items} items, {dict(steps)}")
    answers = sum(text_tokens(json.dumps(good(asked))) for asked in server.asked)
    print(f"prompt tokens an item, mean   {tokens / items:6.0f} (goal 4000), schemas included, of all calls")
    print(f"answer tokens an item, mean   {answers / items:6.0f}")
    reasons = Counter(found for asked in server.asked if asked.repairs for found in _REASON.findall(asked.text))
    print(f"items with a repair           {steps['repair'] / items:6.1%} ({steps['repair']}), {dict(reasons)}")
    for code in ("sentences-replaced", "engine-fallback"):
        found = sum(any(flag.code == code for flag in item.flags) for draft in drafts for item in draft.items)
        print(f"items with `{code}`{' ' * (18 - len(code))}{found:6d}")


def _drafts(letters: list[Path], server: ModelServer) -> list[Draft]:
    desk = open_desk(load_settings(engine="offline"))
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(base_url=server.url, model="scripted", home=Path(home))
        with ModelClient(settings) as client:
            engine = LlmEngine(client, open_shelf(), settings.concurrency)
            desk = replace(desk, settings=settings, engine=engine)
            return [draft_case(read_letter(path).case, desk) for path in letters]


def _tokens(received: Received) -> int:
    messages = [Message(message["role"], message["content"]) for message in received.body["messages"]]
    return estimate_tokens(messages, Asked(received).schema)


if __name__ == "__main__":
    main()
