"""A run in figures: what summary.json holds and every report shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from drafter.case import Frozen
from evals.blessed import Blessed, baseline_path, read_baseline
from evals.gate import DEFAULTS, Gate, Verdict, check_gates, parse_gates
from evals.judge.assessment import JudgeReport, assess_judge
from evals.judge.material import materials
from evals.judge.records import read_judged
from evals.judge.running import labels_beside
from evals.run.configuration import Configuration
from evals.run.folder import Problem, Run
from evals.run.reference import Reference, references
from evals.run.repeats import Repeats, repeats_of
from evals.scorers import SCORERS, ItemScore, Metric, columns_of, summarise
from evals.scorers.outcome import RIGHT
from evals.scorers.outcome import SCORER as OUTCOME
from evals.statistics.bootstrap import Draws
from evals.statistics.power import Detectable, detectable
from evals.suite import read_gates, read_judge_settings

SCHEMA_VERSION = "1.1"


class Failure(Frozen):
    """A sample that could not be drafted or scored."""

    sample: str
    repeat: int
    error: str


class ReferenceRow(Frozen):
    """A baseline's outcome metrics, over the items that the run has."""

    name: str
    text: str
    metrics: tuple[Metric, ...]


class Summary(Frozen):
    """summary.json."""

    schema_version: str = SCHEMA_VERSION
    created_at: datetime
    title: str
    configuration: Configuration
    samples: int
    """Samples in the suite."""
    items: int
    """Disputed items of the samples that were run."""
    drafts: int
    """Draftings, each repeat counted."""
    seconds: float
    """Drafting time, summed over drafts."""
    errors: tuple[Failure, ...]
    not_run: tuple[str, ...]
    """Samples of the suite without a result: left out by --limit or --only, or interrupted."""
    unreadable: tuple[Problem, ...]
    ignored: tuple[str, ...]
    metrics: tuple[Metric, ...]
    references: tuple[ReferenceRow, ...]
    power: Detectable | None
    """The smallest difference that a paired comparison on this suite detects."""
    repeats: Repeats | None
    baseline: datetime | None
    """When the blessed baseline was blessed; None when there is none."""
    gates: tuple[Verdict, ...]
    """Empty when there are none, or when a part of the suite was not run."""
    judge: JudgeReport | None = None
    """None when no model has judged the run."""

    @property
    def failed_gates(self) -> list[Verdict]:
        return [verdict for verdict in self.gates if not verdict.passed]

    @property
    def passed(self) -> bool:
        """Whether nothing failed: no draft and no gate."""
        return not self.errors and not self.failed_gates


def build_summary(
    run: Run, baseline: Path | None = None, progress: Callable[[str], None] = lambda name: None
) -> Summary:
    """Condense a run. Gates are those of the suite's file as it is now, or as it was where the file is gone."""
    scores = run.scores
    draws = Draws([score.case for score in scores])
    metrics = summarise(scores, SCORERS, draws)
    blessed = read_baseline(baseline or baseline_path(Path(run.info.suite_path)))
    judged = _judge(run)
    return Summary(
        created_at=run.info.created_at,
        title=run.info.title,
        configuration=run.info.configuration,
        samples=len(run.samples),
        items=len({(score.sample, score.item) for score in scores}),
        drafts=len(run.records),
        seconds=round(sum(record.seconds or 0.0 for record in run.records), 2),
        errors=tuple(Failure(sample=r.sample, repeat=r.repeat, error=r.error or "") for r in run.errors),
        not_run=tuple(run.missing),
        unreadable=run.info.unreadable,
        ignored=run.info.ignored,
        metrics=tuple(metrics),
        references=tuple(_row(reference, scores, draws) for reference in references(run, progress)),
        power=_power(scores),
        repeats=repeats_of(scores, run.repeats),
        baseline=blessed.blessed_at if blessed else None,
        gates=()
        if run.missing
        else (*check_gates(_gates(run, blessed), scores, metrics, blessed), *_judge_gates(judged)),
        judge=judged,
    )


def _judge(run: Run) -> JudgeReport | None:
    judged = read_judged(run.folder.path)
    suite = Path(run.info.suite_path)
    settings = read_judge_settings(suite) if judged else None
    return assess_judge(judged, list(materials(run)) if judged else [], labels_beside(suite, settings), settings)


def _judge_gates(judged: JudgeReport | None) -> tuple[Verdict, ...]:
    return judged.gates if judged else ()


def _gates(run: Run, blessed: Blessed | None) -> Mapping[str, Gate]:
    path = Path(run.info.suite_path)
    given = read_gates(path) if path.is_file() else run.info.gates
    if given is None:
        return DEFAULTS if blessed else {}
    return parse_gates(given, path.name)


def _row(reference: Reference, scores: Sequence[ItemScore], draws: Draws) -> ReferenceRow:
    here = {(score.sample, score.item) for score in scores}
    same = [score for score in reference.scores if (score.sample, score.item) in here]
    return ReferenceRow(name=reference.name, text=reference.text, metrics=tuple(summarise(same, (OUTCOME,), draws)))


def _power(scores: Sequence[ItemScore]) -> Detectable | None:
    """Over the first drafting of the items that decide: repeats do not make a suite larger."""
    first = [score for score in scores if score.repeat == 1 and score.belongs_to("primary")]
    rows, columns = columns_of(first, (RIGHT,))
    if not rows:
        return None
    return detectable(columns[RIGHT], [row.case for row in rows])
