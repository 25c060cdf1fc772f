"""Small suites and runs for tests. All letters are invented or synthetic."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from drafter.draft import Draft
from drafter.engines.base import Assessment
from drafter.engines.offline import OfflineEngine
from drafter.pipeline import Desk
from drafter.resources import data_folder
from evals.run import Order, Run, run_suite
from evals.run.configuration import Configuration
from evals.run.records import Record
from evals.scorers.base import ItemScore
from tests.evals.builders import letter

SYNTHETIC = data_folder("seeds") / "synthetic"
CONFIGURATION = Configuration(
    suite="letters",
    suite_sha256="a",
    engine="offline",
    settings_sha256="b",
    prompts={},
    drafter_version="0",
    drafter_sha256="c",
    corpus_sha256="d",
    scorers_sha256="e",
)


class WorseEngine(OfflineEngine):
    """Reads preconditions the wrong way round: what is documented is absent, what is absent is proven by anything."""

    def assess(self, matter):
        found = super().assess(matter)
        return Assessment(tuple(map(_turned, found.findings)), found.notes)


def _turned(finding):
    if finding.kind != "precondition":
        return finding
    if finding.status in ("met", "contrary"):
        return finding.model_copy(update={"status": "not_documented", "evidence": (), "searched": finding.evidence})
    nearest = (*finding.searched, *finding.contrary)[:1]
    return finding.model_copy(update={"status": "met", "evidence": nearest, "contrary": ()}) if nearest else finding


class FailingEngine(OfflineEngine):
    """Fails on the cases that it is told."""

    def __init__(self, *numbers):
        self.numbers = numbers

    def assess(self, matter):
        if matter.case.header.case_number in self.numbers:
            raise ZeroDivisionError("a sentence of the record")
        return super().assess(matter)


def with_engine(desk: Desk, engine: OfflineEngine) -> Desk:
    return replace(desk, engine=engine)


def write_letters(folder: Path, count: int) -> Path:
    """A folder of invented letters."""
    folder.mkdir(exist_ok=True)
    for number in range(1, count + 1):
        summary = (
            f"The worker hurt the low back in year {number}. Pain is rated {number}/10. He had {number} visits of "
            "physical therapy and does home exercise. Examination found spasm of the lumbar spine."
        )
        (folder / f"letter{number}.md").write_text(letter(f"CM99-000000{number}", summary=summary))
    return folder


def synthetic_suite(folder: Path, pattern: str = "SYN-00[01]*.md", gates: str = "{}") -> Path:
    """A suite file over a part of the synthetic determinations."""
    path = folder / "part.yaml"
    path.write_text(f"title: A part\nletters: ['{SYNTHETIC / pattern}']\ngates: {gates}\n")
    return path


def run(suite: Path, out: Path, desk: Desk, **options) -> Run:
    """A run in this process."""
    return run_suite(Order(suite, out, **options), desk)


def comparable(out: Path) -> dict:
    """What two runs of the same drafts must have in common: everything but times."""
    records = {}
    for line in (out / "results.jsonl").read_text().splitlines():
        record = json.loads(line)
        del record["seconds"]
        for score in record["scores"]:
            score["values"].pop("cost.seconds", None)
        key = record["sample"], record["repeat"]
        assert key not in records, f"{key} was done twice"
        records[key] = record
    drafts = {}
    for path in sorted((out / "drafts").iterdir()):
        draft = Draft.model_validate_json(path.read_bytes())
        drafts[path.name] = draft.model_copy(update={"created_at": None})
    return {"records": records, "drafts": drafts}


def record(sample: str, *scores: ItemScore, repeat: int = 1, error: str | None = None) -> Record:
    return Record(
        sample=sample,
        repeat=repeat,
        status="error" if error else "scored",
        error=error,
        seconds=None if error else 0.1,
        scores=scores,
        configuration=CONFIGURATION,
    )
