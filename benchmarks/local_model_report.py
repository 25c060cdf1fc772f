"""What `benchmarks.local_model` prints of the drafts that it made."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.promises import broken_promises
from drafter.case import Case
from drafter.draft import Draft, DraftItem, Flag
from drafter.engines.base import Matter
from drafter.engines.offline import OfflineEngine
from drafter.evidence.reading import CaseReading
from drafter.llm.answers import Spent
from drafter.llm.ledger import Entry, Place
from drafter.pipeline import Desk, open_matter

_KEPT = re.compile(r"(\d+) of (\d+) sentences of the model")


class Made(NamedTuple):
    """One draft with every question that was asked for it."""

    case: Case
    draft: Draft
    entries: tuple[Entry, ...]
    seconds: float

    @property
    def unaided(self) -> float:
        """Seconds without the cache: a run that was stopped finds its last answers there, with what they took."""
        return self.seconds + sum(entry.spent.seconds for entry in self.entries if entry.cached)

    def save(self, path: Path) -> None:
        """Whole or not at all: what is there counts as done."""
        body = {"draft": self.draft.model_dump(mode="json"), "entries": self.entries, "seconds": self.seconds}
        scratch = path.with_suffix(".part")
        scratch.write_text(json.dumps(body), encoding="utf-8")
        scratch.replace(path)

    @classmethod
    def load(cls, path: Path, case: Case) -> Made:
        body = json.loads(path.read_text(encoding="utf-8"))
        entries = tuple(
            Entry(Place(*place), Spent(*spent), cached, problem) for place, spent, cached, problem in body["entries"]
        )
        return cls(case, Draft.model_validate(body["draft"]), entries, body["seconds"])


class Wording(NamedTuple):
    """Sentences of one item that the model wrote, and those of them that stand in the draft."""

    written: int
    stand: int


def print_report(first: list[Made], second: list[Made], desk: Desk) -> None:
    """All figures of both runs."""
    items = [item for made in first for item in made.draft.items]
    incomplete = [made.draft.case.case_number for made in first if not _complete(made, desk)]
    broken = [breach for made in first for breach in broken_promises(made.draft, made.case)]
    sentences = sum(len(item.rationale) for item in items)
    print(f"drafts, items                 {len(first)}, {len(items)}")
    print(f"complete drafts               {len(first) - len(incomplete)} of {len(first)} {' '.join(incomplete)}")
    print(f"sentences that break 1, 2, 3  {[sum(b.promise == n for b in broken) for n in (1, 2, 3)]} of {sentences}")
    for breach in broken:
        print(f"  item {breach.item} sentence {breach.sentence}, promise {breach.promise}: {breach.why}")
    print(f"drafts with a blocking flag   {sum(any(f.severity == 'block' for f in _flags(made)) for made in first)}")
    _print_wording([word for made in first for word in _wordings(made, desk)])
    _print_cost(first, len(items))
    _print_second(first, second)


def _complete(made: Made, desk: Desk) -> bool:
    """All items, each with the findings of its section and a rationale, in a file that the schema accepts."""
    from jsonschema import Draft202012Validator

    body = json.loads(made.draft.model_dump_json())
    valid = Draft202012Validator(Draft.model_json_schema()).is_valid(body)
    numbers = [item.number for item in made.draft.items] == [item.number for item in made.case.items]
    return valid and numbers and all(_whole(item, matter) for item, matter in _matters(made, desk))


def _whole(item: DraftItem, matter: Matter) -> bool:
    wanted = [finding.id for finding in OfflineEngine().assess(matter).findings]
    return [finding.id for finding in item.criteria] == wanted and bool(item.rationale)


def _matters(made: Made, desk: Desk) -> Iterator[tuple[DraftItem, Matter]]:
    reading = CaseReading(made.case, desk.embedder)
    drafted = {item.number: item for item in made.draft.items}
    for item in made.case.items:
        yield drafted[item.number], open_matter(item, reading, desk, drafted)[0]


def _wordings(made: Made, desk: Desk) -> Iterator[Wording]:
    """A sentence is the model's when the templates, from the same findings, word it differently."""
    for item, matter in _matters(made, desk):
        plain = OfflineEngine().write(matter, item.criteria, item.outcome).sentences
        own = sum(one.text != other.text for one, other in zip(item.rationale, plain, strict=True))
        told = next((found for flag in item.flags if (found := _KEPT.match(flag.message))), None)
        yield Wording(int(told[2]) if told else own, own)


def _flags(made: Made) -> list[Flag]:
    return [*made.draft.flags, *(flag for item in made.draft.items for flag in item.flags)]


def _print_wording(words: list[Wording]) -> None:
    written, stand = sum(word.written for word in words), sum(word.stand for word in words)
    share = f"{stand / written:.1%}" if written else "none written"
    print(f"model sentences that stand    {share} ({stand} of {written})")


def _print_cost(first: list[Made], items: int) -> None:
    entries = [entry for made in first for entry in made.entries]
    for step in ("assess", "write", "repair"):
        own = [entry for entry in entries if entry.place.step == step]
        problems = Counter(entry.problem for entry in own if entry.problem)
        lost = ", ".join(f"{count} {kind}" for kind, count in problems.most_common()) or "none"
        print(f"`{step}`{' ' * (6 - len(step))} questions, without answer  {len(own)}, {lost}")
    fallbacks = Counter(f.message.split("`")[1] for made in first for f in _flags(made) if f.code == "engine-fallback")
    print(f"steps done offline instead    {dict(fallbacks) or 'none'}")
    spent = [entry.spent for entry in entries]
    print(f"calls an item                 {sum(each.calls for each in spent) / items:.2f}, with those of retries")
    print(
        f"tokens in, out an item        {_mean(each.input_tokens for each in spent) / items:.0f}, "
        f"{_mean(each.output_tokens for each in spent) / items:.0f}"
    )
    print(f"seconds an item               {sum(made.unaided for made in first) / items:.1f}")


def _mean(counts: Iterator[int | None]) -> int:
    return sum(count or 0 for count in counts)


def _print_second(first: list[Made], second: list[Made]) -> None:
    calls = sum(entry.spent.calls for made in second for entry in made.entries if not entry.cached)
    same = sum(_timeless(one.draft) == _timeless(other.draft) for one, other in zip(first, second, strict=True))
    ratio = sum(made.unaided for made in first) / sum(made.seconds for made in second)
    print(f"second run: model calls       {calls}")
    print(f"second run: identical drafts  {same} of {len(second)}, apart from the time stamp")
    print(f"second run: faster            {ratio:.0f} times")


def _timeless(draft: Draft) -> str:
    return draft.model_copy(update={"created_at": None}).model_dump_json(warnings=False)
