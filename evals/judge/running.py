"""What `drafter eval judge` and `drafter eval labels` do."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from drafter.errors import InputError
from evals.extra import require_extra
from evals.judge.labels import Count, Labels, count, new_labels, read_labels, write_labels
from evals.judge.records import write_judged
from evals.judge.settings import JudgeSettings
from evals.run.folder import Run, existing_run, load_run
from evals.suite import read_judge_settings

PROMPT = "judge"


def judge_folder(folder: Path, given: Mapping[str, Any], repeats: int, baseline: Path | None) -> int:
    """Judge a run, write its reports anew, and return the exit code of its gates."""
    require_extra()
    from evals.cli.running import report

    with existing_run(folder) as run:
        pinned = read_judge_settings(Path(run.info.suite_path))
        ask_judge(run, {**given, "model": given.get("model") or (pinned and pinned.model)}, repeats)
    return report(folder, baseline)


def ask_judge(run: Run, given: Mapping[str, Any], repeats: int) -> None:
    """Ask about every labelled text and every draft; judge.jsonl replaces an earlier one when all is done."""
    from drafter.llm.client import open_client
    from drafter.prompting import open_shelf
    from drafter.settings import load_settings
    from evals.judge.asking import Judge
    from evals.judge.material import materials
    from evals.run.progress import counting

    settings = load_settings(**given)
    drafts = list(materials(run))
    if not drafts:
        raise InputError(f"{run.folder.path}: has no rationale to judge; look at its errors in summary.md")
    labels = labels_of(run)
    texts = [entry.material for entry in labels.rated] if labels else []
    with open_client(settings) as client:
        judge = Judge(client, open_shelf(settings.prompts)[PROMPT], settings.concurrency)
        total = repeats * (len(drafts) + len({text.sha256 for text in texts}))
        with counting("Judging", total) as done:
            write_judged(run.folder.path, judge.grade(drafts, texts, repeats, done))


def labels_of(run: Run) -> Labels | None:
    """The labels that the suite names; one that is named and cannot be read is an InputError."""
    return labels_beside(Path(run.info.suite_path), read_judge_settings(Path(run.info.suite_path)))


def labels_beside(suite: Path, settings: JudgeSettings | None) -> Labels | None:
    if settings is None or settings.labels is None:
        return None
    return read_labels(suite.parent / settings.labels)


def start_labels(folder: Path, path: Path, most: int, seed: int) -> None:
    """Write blank labels for drafts of a run."""
    from drafter.prompting import open_shelf
    from evals.judge.material import materials

    texts = list(materials(load_run(folder)))
    if not texts:
        raise InputError(f"{folder}: has no rationale to label; look at its errors in summary.md")
    labels = new_labels(texts, open_shelf()[PROMPT].front.version, most, seed)
    write_labels(labels, path)
    sys.stdout.write(f"wrote {path}: {len(labels.entries)} texts to grade\n")


def check_labels(path: Path) -> Count:
    """Say how far a file of labels has got."""
    found = count(read_labels(path))
    sys.stdout.write(
        f"{path}: {found.rated} of {found.entries} texts are graded, {found.cases} cases, {found.raters} raters\n"
    )
    return found
