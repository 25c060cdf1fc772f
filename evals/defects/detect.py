"""Whether a planted defect is seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from drafter.case import Case
from drafter.criteria.library import Library
from drafter.draft import Draft, Flag
from drafter.verification import verify
from evals.defects.base import Defect, Planted, Sound
from evals.run.repeats import repeats_of
from evals.samples import Sample
from evals.scorers.base import Unscored, Values
from evals.scorers.registry import score_draft

SAME_OUTCOME = "repeats.same_outcome"


class Seen(NamedTuple):
    """What the checks say about a draft: flags by item, `None` for the draft as a whole."""

    flags: dict[int | None, tuple[Flag, ...]]

    def kinds(self, item: int | None) -> Counter[tuple[str, str]]:
        """Code and message of the flags at a place and of the draft as a whole; of every place where it is None.

        Places within an item are left out: a sentence that is put in moves those behind it.
        """
        places = self.flags if item is None else [place for place in self.flags if place in (item, None)]
        return Counter((flag.code, flag.message) for place in places for flag in self.flags[place])

    def blocked(self, item: int) -> bool:
        return any(flag.severity == "block" for flag in self.flags.get(item, ()))


def look(draft: Draft, case: Case, library: Library) -> Seen:
    """Verify the draft anew; flags stored in it are not believed."""
    checked = verify(_bare(draft), case, library)
    flags: dict[int | None, tuple[Flag, ...]] = {None: checked.flags}
    for item in checked.items:
        flags[item.number] = (*flags.get(item.number, ()), *item.flags)
    return Seen(flags)


def caught(defect: Defect, planted: Planted, sound: Sound, before: Seen) -> frozenset[str]:
    """Codes and columns by which the defect is seen; empty when it goes unseen."""
    after = look(planted.draft, planted.case, sound.library)
    known = before.kinds(planted.item)
    if planted.control:
        known = known | look(planted.control, planted.case, sound.library).kinds(planted.item)
    new = after.kinds(planted.item) - known
    codes = frozenset(code for code, _ in new) & {code.code for code in defect.expected | defect.also}
    return codes | _fallen(defect, planted, sound) | _unstable(planted, sound)


def control_alarms(planted: Planted, sound: Sound, before: Seen) -> frozenset[str]:
    """Blocking codes on the control that the sound draft does not carry: objections to a true sentence."""
    if planted.control is None or planted.item is None:
        return frozenset()
    now = look(planted.control, planted.case, sound.library).flags.get(planted.item, ())
    known = before.kinds(planted.item)
    return frozenset(flag.code for flag in now if flag.severity == "block" and (flag.code, flag.message) not in known)


def _unstable(planted: Planted, sound: Sound) -> frozenset[str]:
    """Whether the summary of repeats, as `drafter eval run --repeat` prints it, tells two draftings apart."""
    if planted.rerun is None:
        return frozenset()
    repeats = [
        score.model_copy(update={"repeat": number})
        for number, draft in enumerate((planted.draft, planted.rerun), start=1)
        for score in score_draft(sound.sample, draft, sound.library)
    ]
    found = repeats_of(repeats, 2)
    stable = found is None or found.same_outcome in (None, 1.0)
    return frozenset() if stable else frozenset({SAME_OUTCOME})


def _fallen(defect: Defect, planted: Planted, sound: Sound) -> frozenset[str]:
    """Columns of the scorers that fell."""
    if not defect.columns:
        return frozenset()
    was, now = (_values(sound.sample, planted.case, draft, sound.library, planted.item, defect.columns)
                for draft in (sound.draft, planted.draft))  # fmt: skip
    return frozenset(name for name in defect.columns if _number(now, name) < _number(was, name))


def _values(
    sample: Sample, case: Case, draft: Draft, library: Library, item: int | None, columns: Iterable[str]
) -> Values:
    seen = sample.model_copy(update={"case": case})
    for score in score_draft(seen, draft, library):
        if score.item == item:
            return {name: score.values[name] for name in columns}
    return {}


def _number(values: Values, name: str) -> float:
    value = values.get(name, 0.0)
    return 0.0 if isinstance(value, Unscored | str) else float(value)


def _bare(draft: Draft) -> Draft:
    items = tuple(item.model_copy(update={"flags": ()}) for item in draft.items)
    return draft.model_copy(update={"items": items, "flags": ()})
