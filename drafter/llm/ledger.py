"""What a run asked for and what it cost: by step, item and case. An unknown price makes a cost null, never zero."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from math import fsum
from typing import NamedTuple, TypeVar

from drafter.draft import Usage
from drafter.llm.answers import Spent
from drafter.llm.faults import Kind

K = TypeVar("K")

_MILLION = 1_000_000


class Place(NamedTuple):
    """What a question is asked for."""

    step: str
    item: int | None = None
    case: str | None = None


class Prices(NamedTuple):
    """US dollars for a million tokens; None when unknown."""

    input: float | None = None
    output: float | None = None

    def cost(self, input_tokens: int | None, output_tokens: int | None) -> float | None:
        if None in (self.input, self.output, input_tokens, output_tokens):
            return None
        return ((input_tokens or 0) * (self.input or 0) + (output_tokens or 0) * (self.output or 0)) / _MILLION


class Entry(NamedTuple):
    """One question: what its answer took, and whether this run asked for it or found it in the cache."""

    place: Place
    spent: Spent
    cached: bool = False
    problem: Kind | None = None


class Totals(NamedTuple):
    """A sum of entries. Cached answers are counted apart and cost nothing."""

    calls: int
    cached: int
    input_tokens: int
    output_tokens: int
    seconds: float
    cost_usd: float | None
    problems: int


class Ledger:
    """Entries of one run; safe to use from several threads."""

    def __init__(self, prices: Prices = Prices(), max_cost: float | None = None) -> None:  # noqa: B008 - immutable
        self.prices = prices
        self._max_cost = max_cost
        self._reserved = 0.0
        self._spent = 0.0
        self._entries: list[Entry] = []
        self._lock = threading.Lock()

    def admit(self, input_tokens: int, output_tokens: int) -> float | None:
        """Set aside what a call may cost at most, in US dollars; None when that is more than is left."""
        if self._max_cost is None:
            return 0.0
        estimate = self.prices.cost(input_tokens, output_tokens) or 0.0
        with self._lock:
            if self._spent + self._reserved + estimate > self._max_cost:
                return None
            self._reserved += estimate
            return estimate

    def settle(self, admitted: float, spent: Spent) -> None:
        """Replace what was set aside by what the call took; a call that was not counted takes all of it."""
        cost = self.prices.cost(spent.input_tokens, spent.output_tokens)
        with self._lock:
            self._reserved -= admitted
            self._spent += admitted if cost is None else cost

    def record(self, entry: Entry) -> None:
        with self._lock:
            self._entries.append(entry)

    @property
    def entries(self) -> tuple[Entry, ...]:
        with self._lock:
            return tuple(self._entries)

    def usage(self, case: str | None = None) -> Usage:
        """What the answers behind a draft took when they were asked for, cached or not.

        So a draft from the cache is the same as the draft that filled it; `totals` says what this run did.
        """
        entries = [entry for entry in self.entries if case is None or entry.place.case == case]
        steps = sorted({entry.place.step for entry in entries})
        return Usage(
            calls=sum(entry.spent.calls for entry in entries),
            input_tokens=_tokens(entry.spent.input_tokens for entry in entries),
            output_tokens=_tokens(entry.spent.output_tokens for entry in entries),
            cost_usd=self._cost(entries),
            seconds={step: _seconds(entry for entry in entries if entry.place.step == step) for step in steps},
        )

    def totals(self) -> Totals:
        """What this run asked for."""
        return self._totals(self.entries)

    def by_step(self) -> dict[str, Totals]:
        return self._by(lambda place: place.step)

    def by_item(self) -> dict[tuple[str | None, int | None], Totals]:
        """Keyed by case number and item number."""
        return self._by(lambda place: (place.case, place.item))

    def _by(self, key: Callable[[Place], K]) -> dict[K, Totals]:
        groups: dict[K, list[Entry]] = {}
        for entry in self.entries:
            groups.setdefault(key(entry.place), []).append(entry)
        return {name: self._totals(entries) for name, entries in groups.items()}

    def _totals(self, entries: Iterable[Entry]) -> Totals:
        entries = list(entries)
        asked = [entry for entry in entries if not entry.cached]
        return Totals(
            calls=sum(entry.spent.calls for entry in asked),
            cached=len(entries) - len(asked),
            input_tokens=_tokens(entry.spent.input_tokens for entry in asked),
            output_tokens=_tokens(entry.spent.output_tokens for entry in asked),
            seconds=_seconds(asked),
            cost_usd=self._cost(asked),
            problems=sum(entry.problem is not None for entry in entries),
        )

    def _cost(self, entries: Iterable[Entry]) -> float | None:
        """None as soon as one call has no known cost; 0 when nothing was asked."""
        costs = [
            self.prices.cost(entry.spent.input_tokens, entry.spent.output_tokens)
            for entry in entries
            if entry.spent.calls
        ]
        known = [cost for cost in costs if cost is not None]
        return round(fsum(known), 6) if len(known) == len(costs) else None


def describe(totals: Totals) -> str:
    """One line for the end of a run."""
    asked = f"{totals.calls} model {'call' if totals.calls == 1 else 'calls'}"
    cached = (
        f", {totals.cached} {'answer' if totals.cached == 1 else 'answers'} from the cache" if totals.cached else ""
    )
    tokens = f", {totals.input_tokens} tokens in, {totals.output_tokens} out" if totals.calls else ""
    cost = "cost unknown" if totals.cost_usd is None else f"{totals.cost_usd:.4f} USD"
    return f"{asked}{cached}{tokens}, {cost}"


def _tokens(counts: Iterable[int | None]) -> int:
    return sum(count or 0 for count in counts)


def _seconds(entries: Iterable[Entry]) -> float:
    """The same in whatever order the threads came back."""
    return round(fsum(entry.spent.seconds for entry in entries), 3)
