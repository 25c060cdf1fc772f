"""The files of a run that are made from its results: written after each run, and again by `drafter eval report`."""

from __future__ import annotations

from pathlib import Path

from drafter.atomic import write_text
from evals.compare.comparison import Comparison
from evals.compare.sides import side_views
from evals.junit import junit_xml
from evals.markdown import comparison_markdown, summary_markdown
from evals.report.page import comparison_html, report_html
from evals.run.folder import Run
from evals.summary import Summary


def write_reports(run: Run, summary: Summary) -> list[Path]:
    """summary.json, summary.md, report.html and junit.xml in the folder of the run."""
    texts = {
        "summary.json": summary.model_dump_json(indent=2) + "\n",
        "summary.md": summary_markdown(summary),
        "report.html": report_html(run, summary),
        "junit.xml": junit_xml(run, summary),
    }
    return _write(run.folder.path, texts)


def write_comparison(comparison: Comparison, out: Path) -> list[Path]:
    """compare.md and compare.html in `out`."""
    sides = side_views(comparison)
    out.mkdir(parents=True, exist_ok=True)
    return _write(
        out,
        {
            "compare.md": comparison_markdown(comparison, sides),
            "compare.html": comparison_html(comparison, sides),
        },
    )


def _write(folder: Path, texts: dict[str, str]) -> list[Path]:
    paths = []
    for name, text in texts.items():
        paths.append(folder / name)
        write_text(folder / name, text)
    return paths
