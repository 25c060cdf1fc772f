"""Planting every defect in every sound draft, and counting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import sqrt
from random import Random
from typing import NamedTuple

from drafter.draft import Draft
from evals.defects.base import Defect, Planted, Sound
from evals.defects.detect import Seen, caught, control_alarms, look
from evals.defects.registry import DEFECTS

GOAL_OVERALL, GOAL_MODE, GOAL_ALARMS = 0.95, 0.80, 0.05
_Z = 1.959963984540054
"""Of a two-sided 95% interval."""


class Rate(NamedTuple):
    """A share with its Wilson 95% interval; `value` is None when there is nothing to take a share of."""

    hits: int
    total: int

    @property
    def value(self) -> float | None:
        return self.hits / self.total if self.total else None

    def interval(self) -> tuple[float, float] | None:
        """Wilson, J Am Stat Assoc 1927;22:209-212: stays inside 0..1 and is not empty at either end."""
        if not self.total:
            return None
        n, share = self.total, self.hits / self.total
        centre = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
        return max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half))


class Trial(NamedTuple):
    """One defect planted in one draft."""

    defect: Defect
    sample: str
    item: int | None
    variant: str
    seen_by: frozenset[str]
    """Codes and columns that caught it; empty when it went unseen."""
    control_alarms: frozenset[str]
    has_control: bool

    @property
    def named(self) -> bool:
        """Whether one of the flags names the defect, and not only a gap in what is cited."""
        return bool(self.seen_by - {code.code for code in self.defect.also})


class Report(NamedTuple):
    """All trials, and what the checks say about the sound drafts themselves."""

    trials: tuple[Trial, ...]
    defects: tuple[Defect, ...]
    sound_items: Rate
    """Sound items with a blocking flag, of all sound items."""
    samples: int

    def overall(self) -> Rate:
        return _rate(self.trials)

    def of_defect(self, name: str) -> Rate:
        return _rate(trial for trial in self.trials if trial.defect.id == name)

    def named(self, defect: str | None = None) -> Rate:
        """Caught by a flag or score that names what is wrong."""
        trials = [trial for trial in self.trials if defect in (None, trial.defect.id)]
        return Rate(sum(trial.named for trial in trials), len(trials))

    def of_mode(self, mode: int) -> Rate:
        return _rate(trial for trial in self.trials if trial.defect.mode == mode)

    def modes(self) -> list[int]:
        return sorted({defect.mode for defect in self.defects})

    def controls(self) -> Rate:
        """Controls with a blocking flag that the sound draft does not carry."""
        with_control = [trial for trial in self.trials if trial.has_control]
        return Rate(sum(bool(trial.control_alarms) for trial in with_control), len(with_control))

    def shortfalls(self) -> list[str]:
        """What is below its goal, one line each; empty when all goals are met."""
        lines = []
        overall, alarms = self.overall().value, self.sound_items.value
        if overall is None or overall < GOAL_OVERALL:
            lines.append(f"overall: {_percent(overall)} caught, the goal is {GOAL_OVERALL:.0%}")
        for mode in self.modes():
            value = self.of_mode(mode).value
            if value is not None and value < GOAL_MODE:
                lines.append(f"failure mode {mode}: {_percent(value)} caught, the goal is {GOAL_MODE:.0%}")
        if alarms is None or alarms >= GOAL_ALARMS:
            lines.append(f"false alarms: {_percent(alarms)} of sound items, the goal is under {GOAL_ALARMS:.0%}")
        return lines


def run_defects(
    sounds: Iterable[Sound],
    seed: int = 0,
    defects: Sequence[Defect] = DEFECTS,
    progress: Callable[[int], None] | None = None,
) -> Report:
    """Plant every defect once in every draft that has a place for it; the same seed plants the same."""
    trials: list[Trial] = []
    blocked = items = samples = 0
    for samples, sound in enumerate(sounds, start=1):
        before = look(sound.draft, sound.case, sound.library)
        items += len(sound.draft.items)
        blocked += sum(before.blocked(item.number) for item in sound.draft.items)
        trials += _trials(sound, before, seed, defects)
        if progress:
            progress(samples)
    return Report(tuple(trials), tuple(defects), Rate(blocked, items), samples)


def plant(defect: Defect, sound: Sound, seed: int) -> Planted | None:
    """Plant by a generator of its own, so that no defect depends on which others are planted; never a valid no-op."""
    planted = defect.plant(sound, Random(f"{seed}/{defect.id}/{sound.sample.id}"))
    unchanged = planted is not None and (planted.draft, planted.case) == (sound.draft, sound.case)
    if planted is None or (unchanged and planted.rerun in (None, sound.draft)):
        return None
    Draft.model_validate(planted.draft.model_dump())
    return planted


def _trials(sound: Sound, before: Seen, seed: int, defects: Sequence[Defect]) -> Iterator[Trial]:
    for defect in defects:
        planted = plant(defect, sound, seed)
        if planted:
            yield Trial(
                defect,
                sound.sample.id,
                planted.item,
                planted.variant,
                caught(defect, planted, sound, before),
                control_alarms(planted, sound, before),
                planted.control is not None,
            )


def _rate(trials: Iterable[Trial]) -> Rate:
    listed = list(trials)
    return Rate(sum(bool(trial.seen_by) for trial in listed), len(listed))


def _percent(value: float | None) -> str:
    return "nothing" if value is None else f"{value:.1%}"
