"""Scoring the saved drafts of a run again, without drafting."""

from __future__ import annotations

from pathlib import Path

from evals.run.bench import Bench, Task
from evals.run.configuration import hash_scorers
from evals.run.folder import Run, existing_run, load_run
from evals.run.progress import counting
from evals.run.records import Record
from evals.run.workers import sensible_jobs, work_off


def rescore(out: Path, jobs: int | None = None) -> Run:
    """Replace the scores of a run by what the scorers say now; a sample without a draft stays an error."""
    with existing_run(out) as run:
        configuration = run.info.configuration.model_copy(update={"scorers_sha256": hash_scorers()})
        samples = {sample.id: sample for sample in run.samples}
        drafted = [record for record in run.records if record.status == "scored" or _has_draft(run, record)]
        tasks = [Task(samples[record.sample], record.repeat, record) for record in drafted]
        bench = Bench(out, configuration, None)
        records = work_off(bench, tasks, jobs or sensible_jobs(tasks), in_threads=False)
        with counting("Scoring", len(tasks)) as count:
            scored = {}
            for record in records:
                scored[record.key] = record
                count()
        others = [record for record in run.records if record.key not in scored]
        kept = [record.model_copy(update={"configuration": configuration}) for record in others]
        run.folder.rewrite([*scored.values(), *kept])
        run.folder.write_info(run.info.model_copy(update={"configuration": configuration}))
    return load_run(out)


def _has_draft(run: Run, record: Record) -> bool:
    """An error may have come from a scorer, after the draft was saved."""
    return run.folder.draft_path(*record.key).exists()
