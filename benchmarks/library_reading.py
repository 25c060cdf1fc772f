"""How fast are guideline documents read? `python -m benchmarks.library_reading FOLDER`.

Adds the documents below FOLDER to a fresh data folder, then once more with nothing changed. The index is not built.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

from drafter.corpus.adding import add_documents, files_below
from drafter.corpus.reading import Wish

_KIB_PER_MB = 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    files, problems = files_below([parser.parse_args().documents], "guideline")
    for problem in problems:
        print(f"error: {problem}")
    size = sum(path.stat().st_size for path in files) / 1e6
    with tempfile.TemporaryDirectory() as home:
        for name in ("new", "unchanged"):
            begun = time.process_time()
            added = list(add_documents(Path(home), files, Wish("guideline")))
            spent = time.process_time() - begun
            passages = sum(entry.entry.passages for entry in added if entry.entry)
            failed = sum(entry.state == "failed" for entry in added)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MB
            print(
                f"{name}: {len(added)} documents ({failed} failed), {size:.0f} MB, {passages} passages, "
                f"{spent:.1f} s of processor time, at most {memory:.0f} MB of memory",
                flush=True,
            )


if __name__ == "__main__":
    main()
