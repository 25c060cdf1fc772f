"""Write the synthetic case files of `seeds/cases`: the files an organisation would be sent, and the truth about them.

Run it as `python -m scripts.write_cases [--out DIR] [NAME…]` after a change of `scripts/cases`.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import Any

import yaml

from scripts.cases.build import build
from scripts.cases.files import CASES
from scripts.cases.model import CaseFile
from scripts.cases.truth import scanned_text, truth

ROOT = Path(__file__).parent.parent / "seeds" / "cases"


class _Dumper(yaml.SafeDumper):
    """Short mappings and lists on one line, texts of several lines as blocks."""


def _text(dumper: _Dumper, value: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _text)


def to_yaml(value: dict[str, Any]) -> str:
    """YAML with a line for each fact, page or identifier."""
    lines = []
    for key, part in value.items():
        if isinstance(part, list) and part:
            rows = (
                yaml.dump(row, Dumper=_Dumper, default_flow_style=True, width=1e9, sort_keys=False, allow_unicode=True)
                for row in part
            )
            lines.append(f"{key}:\n" + "".join("  - " + row.removesuffix("...\n").rstrip("\n") + "\n" for row in rows))
        else:
            lines.append(yaml.dump({key: part}, Dumper=_Dumper, width=110, sort_keys=False, allow_unicode=True))
    return "".join(lines)


def write(case: CaseFile, root: Path) -> None:
    """Writes `root/NAME`: `file/`, `truth.yaml` and, where pages are images, `scanned.yaml` with their text."""
    folder = root / case.name
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "file").mkdir(parents=True)
    made = list(build(case))
    for file in made:
        (folder / "file" / file.name).write_bytes(file.data)
    (folder / "truth.yaml").write_text(to_yaml(truth(case, made)), "utf-8")
    if texts := scanned_text(made):
        (folder / "scanned.yaml").write_text(to_yaml(dict(texts)), "utf-8")


def main() -> None:
    """Writes all cases, or the named ones."""
    parser = argparse.ArgumentParser(description="Write the synthetic case files and their truth.")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--out", type=Path, default=ROOT)
    chosen = parser.parse_args()
    for case in CASES:
        if not chosen.names or case.name in chosen.names:
            write(case, chosen.out)


if __name__ == "__main__":
    main()
