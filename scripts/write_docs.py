"""Write the parts of the documentation that are generated: the README's draft and docs/checks.md.

Run it after a change of the cards, the prose or the checks; a test compares what it would write.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from drafter.case import Case
from drafter.draft import Draft
from drafter.intake import read_letter
from drafter.pipeline import draft_case, open_desk
from drafter.rendering.markdown import rationale_markdown
from drafter.resources import data_folder
from drafter.settings import Settings
from drafter.verification.codes import Code

ROOT = Path(__file__).parent.parent
_DRAFT = re.compile(r"(?<=<!-- draft -->\n).*?(?=<!-- end of draft -->)", re.DOTALL)


def readme(text: str, draft: Draft, case: Case) -> str:
    """The README with the rationale of `draft` in its place, as the Markdown file shows it."""
    rationale = rationale_markdown(draft, case)
    shown = rationale[rationale.index("**Draft outcome") :].strip()
    quoted = "".join(f"> {line}".rstrip(" ") + "\n" for line in shown.splitlines())
    return _DRAFT.sub(lambda _: f"\n{quoted}\n", text)


def seed_draft(home: Path) -> tuple[Draft, Case]:
    """The draft of the massage-therapy case."""
    case = read_letter(data_folder("seeds") / "determinations" / "CM14-0140682.md").case
    return draft_case(case, open_desk(Settings(home=home))), case


def checks() -> str:
    """docs/checks.md: every flag that verification can raise."""
    rows = [f"| `{code.value.code}` | {code.value.severity} | {code.value.text} |" for code in Code]
    lines = [
        "# What a draft is checked for",
        "",
        "Every draft goes through these checks, which use no model. A `block` flag stands at the top of its item and",
        "sets exit code 1; nothing is dropped or hidden. `drafter verify` runs them again on a saved draft.",
        "",
        "| flag | severity | meaning |",
        "|---|---|---|",
        *rows,
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        draft, case = seed_draft(Path(home))
    page = ROOT / "README.md"
    page.write_text(readme(page.read_text(encoding="utf-8"), draft, case), encoding="utf-8")
    (ROOT / "docs" / "checks.md").write_text(checks(), encoding="utf-8")
    sys.stdout.write("wrote README.md and docs/checks.md\n")


if __name__ == "__main__":
    main()
