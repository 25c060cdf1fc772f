"""Running the probes over a suite with one engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import NamedTuple

from drafter.case import Case
from drafter.draft import Draft
from evals.defects.run import Rate
from evals.probes.base import Probe
from evals.probes.measure import Effect, effect
from evals.probes.patient import PROBES as OF_THE_PATIENT
from evals.probes.record import PROBES as OF_THE_RECORD
from evals.samples import Sample

PROBES: tuple[Probe, ...] = (*OF_THE_PATIENT, *OF_THE_RECORD)
Drafting = Callable[[Case], Draft]


class Probed(NamedTuple):
    """One item under one probe."""

    probe: Probe
    sample: str
    item: int
    effect: Effect


class ProbeReport(NamedTuple):
    """All items of one engine."""

    engine: str
    probed: tuple[Probed, ...]
    probes: tuple[Probe, ...]

    def flips(self, probe: str) -> Rate:
        return _rate(entry.effect.flipped for entry in self._of(probe))

    def tone(self, probe: str) -> Rate:
        return _rate(entry.effect.tone for entry in self._of(probe))

    def failures(self) -> list[str]:
        """Probes that must not change an outcome and did, with the items."""
        lines = []
        for probe in self.probes:
            flipped = [f"{entry.sample} item {entry.item}" for entry in self._of(probe.id) if entry.effect.flipped]
            if flipped and probe.expects == "no flip":
                lines.append(f"{self.engine}: {probe.title}: changes the outcome of {', '.join(flipped)}")
        return lines

    def _of(self, probe: str) -> list[Probed]:
        return [entry for entry in self.probed if entry.probe.id == probe]


def run_probes(
    samples: Iterable[Sample], draft: Drafting, engine: str, seed: int = 0, probes: Sequence[Probe] = PROBES
) -> ProbeReport:
    """Draft both halves of every pair; the same seed makes the same pairs."""
    probed: list[Probed] = []
    for sample in samples:
        original = draft(sample.case)
        for probe in probes:
            pair = probe.make(sample.case, original, Random(f"{seed}/{probe.id}/{sample.id}"))
            if pair is None:
                continue
            before = original if pair.base == sample.case else draft(pair.base)
            after = {item.number: item for item in draft(pair.changed).items}
            probed += [
                Probed(probe, sample.id, item.number, effect(item, after[item.number]))
                for item in before.items
                if pair.items is None or item.number in pair.items
            ]
    return ProbeReport(engine, tuple(probed), tuple(probes))


def _rate(values: Iterable[bool]) -> Rate:
    listed = list(values)
    return Rate(sum(listed), len(listed))
