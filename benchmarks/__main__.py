"""Print every benchmark: `python -m benchmarks [FOLDER OF LETTERS]`.

The folder (default: `$DRAFTER_DETERMINATIONS/pdf`) holds determination letters for the figures that need many cases;
without it only the seed is measured.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from benchmarks.guideline_choice import print_guideline_choice
from benchmarks.prompt_size import print_prompt_sizes
from benchmarks.repairs import print_repairs
from benchmarks.speed import print_cold_starts, print_warm_rates


def main() -> None:
    folder = letters_folder()
    print_cold_starts()
    if folder is None:
        print("no folder of letters given: warm rates, guideline choice and prompt sizes are left out")
        return
    letters = sorted(path for path in folder.iterdir() if path.suffix.lower() in {".pdf", ".md", ".txt"})
    if not letters:
        sys.exit(f"error: {folder}: holds no letter (.pdf, .md, .txt); name the folder that does")
    print_warm_rates(letters)
    print_guideline_choice(letters)
    print_prompt_sizes(letters)
    print_repairs(letters)


def letters_folder() -> Path | None:
    if len(sys.argv) > 1:
        return Path(sys.argv[1])
    root = os.environ.get("DRAFTER_DETERMINATIONS")
    return Path(root) / "pdf" if root else None


main()
