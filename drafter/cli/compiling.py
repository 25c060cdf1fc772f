"""What `drafter criteria compile` reads and prints."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from drafter.cli.progress import working
from drafter.criteria.library import library
from drafter.engines.llm.compile import Guidance, Proposal, propose
from drafter.errors import BackendUnavailable, InputError
from drafter.prompting import open_shelf
from drafter.settings import load_settings

_WIDTH = 120
_HEAD = """\
# Proposed by {model} from {title}; nothing here is checked by a person.
# Compare each criterion with the sentence above it, correct it, and fill in what is in capitals.
# An accepted card belongs into seeds/guidelines.
id: CARD-ID
guideline: ID-IN-TIMELINE
section: SECTION
treatments: []
verified: {{by: unconfirmed, note: proposed by a language model}}
facts: >-
  IN YOUR OWN WORDS
criteria:
"""


def compile_criteria(source: str, given: Mapping[str, object]) -> None:
    """Print the proposal for a file or a card."""
    from drafter.llm.client import open_client

    settings = load_settings(**given)
    guidance = _read(source)
    prompt = open_shelf(settings.prompts)["compile_criteria"]
    if not settings.model_configured:
        raise BackendUnavailable(
            "no language model is configured; give --base-url, or set OPENAI_API_KEY or DRAFTER_BASE_URL"
        )
    with open_client(settings) as client, working(f"Compiling {guidance.title}"):
        proposals = propose(guidance, client, prompt)
        model = client.model
    head = _HEAD.format(model=model, title=guidance.title)
    sys.stdout.write(head + "".join(_written(proposals)))


def _read(source: str) -> Guidance:
    card = library().cards.get(source)
    if card:
        return Guidance(card.section, card.facts)
    path = Path(source)
    if not path.exists():
        raise InputError(f"{source}: is neither a file nor the id of a card; see drafter index list")
    try:
        return Guidance(path.name, path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not text in UTF-8; save it as plain text") from error


def _written(proposals: Iterable[Proposal]) -> Iterable[str]:
    """Each criterion below its source, as comments; a comment never ends early, whatever the text holds."""
    for proposal in proposals:
        yield _comment(f"“{proposal.quote}”")
        if proposal.doubt:
            yield _comment(f"CHECK: {proposal.doubt}")
        yield yaml.safe_dump([proposal.criterion], sort_keys=False, allow_unicode=True, width=_WIDTH)


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in textwrap.wrap(" ".join(text.split()), _WIDTH - 2))
