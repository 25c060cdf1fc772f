"""Texts to be judged, scripted judges and invented labels. No label of a person is stored with the project."""

from __future__ import annotations

from drafter.llm.client import ModelClient
from drafter.llm.exchange import Patience
from drafter.prompting import open_shelf, parse_prompt
from drafter.settings import Settings
from evals.judge.asking import Judge
from evals.judge.labels import Entry, Labels
from evals.judge.material import Material
from evals.judge.rubric import ASPECTS
from evals.judge.settings import JudgeSettings
from tests.drafter.engines.llm.model import ModelServer
from tests.drafter.llm.scripted import completion

PROMPT = open_shelf()["judge"]
TEXTS = [Material(f"s{number}", f"case{number}", 1, f"Request: massage\nText {number}.") for number in range(30)]


def number_of(asked) -> int:
    """Which of the texts a request is about."""
    return int(asked.text.rpartition("Text ")[2].partition(".")[0])


def all_of(grade):
    return {name: {"reason": "Sentence 1.", "grade": grade} for name in ASPECTS}


def by_third(asked):
    """Every third text fails."""
    return all_of("fails" if number_of(asked) % 3 == 0 else "holds")


class Fickle:
    """Says the one thing when asked first about a text, and the other when asked again."""

    def __init__(self):
        self.seen = set()

    def __call__(self, asked):
        known = number_of(asked) in self.seen
        self.seen.add(number_of(asked))
        return all_of("fails" if known else "holds")


def refusing_some(asked):
    return completion(None, refusal="I cannot grade this") if number_of(asked) < 10 else by_third(asked)


def labels(grade, texts=TEXTS, rater="AB") -> Labels:
    """Labels by a rule of the text's number."""
    entries = (
        Entry(**text._asdict(), sha256=text.sha256, rater=rater, grades=dict.fromkeys(ASPECTS, grade(number)))
        for number, text in enumerate(texts)
    )
    return Labels(rubric="1.0", entries=tuple(entries))


def pinned(**fields) -> JudgeSettings:
    return JudgeSettings(**{"model": "scripted", "prompt_sha256": PROMPT.sha256, **fields})


def judged_by(rule, tmp_path, labelled=None, repeats=2, prompt=PROMPT, drafts=TEXTS):
    """The answers of a scripted judge over the texts."""
    server = ModelServer(rule)
    settings = Settings(base_url=server.url, model="scripted", home=tmp_path, timeout=5)
    try:
        with ModelClient(settings, None, Patience(usual=0.0)) as client:
            texts = [entry.material for entry in labelled.entries] if labelled else []
            return Judge(client, prompt).grade(drafts, texts, repeats)
    finally:
        server.close()


def other_prompt():
    return parse_prompt(PROMPT.source.replace("When two\n", "When two of the\n"), "judge.md")
