"""The ledger: sums by step, item and run; unknown is null; a budget is never exceeded."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import InputError
from drafter.llm.answers import Spent
from drafter.llm.client import open_client
from drafter.llm.ledger import Entry, Ledger, Place, Prices, Totals, describe
from drafter.llm.tokens import estimate_tokens
from drafter.settings import Settings
from tests.drafter.llm.asking import ASSESS, GOOD, MESSAGES, SCHEMA, WRITE
from tests.drafter.llm.scripted import completion, failure

PRICES = Prices(1.0, 10.0)


def filled(prices: Prices = PRICES) -> Ledger:
    ledger = Ledger(prices)
    ledger.record(Entry(Place("assess", 1, "A"), Spent(1, 1000, 100, 2.0)))
    ledger.record(Entry(Place("write", 1, "A"), Spent(2, 3000, 300, 4.0)))
    ledger.record(Entry(Place("assess", 2, "A"), Spent(1, 500, 50, 1.0), cached=True))
    ledger.record(Entry(Place("assess", 1, "B"), Spent(1, 0, 0, 0.5), problem="auth"))
    return ledger


def test_totals_count_what_this_run_asked_and_cached_answers_apart():
    totals = filled().totals()
    assert totals == Totals(4, 1, 4000, 400, 6.5, pytest.approx(0.008), 1)


def test_totals_by_step_and_by_item():
    ledger = filled()
    assert {step: (totals.calls, totals.cached) for step, totals in ledger.by_step().items()} == {
        "assess": (2, 1),
        "write": (2, 0),
    }
    assert ledger.by_item()["A", 1].input_tokens == 4000
    assert ledger.by_item()["A", 2] == Totals(0, 1, 0, 0, 0, 0.0, 0)


def test_the_usage_of_a_draft_is_the_same_from_the_cache():
    usage = filled().usage("A")
    assert (usage.calls, usage.input_tokens, usage.output_tokens) == (4, 4500, 450)
    assert usage.cost_usd == pytest.approx(0.009)
    assert usage.seconds == {"assess": 3.0, "write": 4.0}
    from_cache = Ledger(PRICES)
    for entry in filled().entries:
        from_cache.record(entry._replace(cached=True))
    assert from_cache.usage("A") == usage
    assert from_cache.totals().cost_usd == 0.0


@given(st.permutations([0.1, 0.2, 0.3, 0.0005, 1e-9, 7.0]))
def test_the_order_in_which_answers_came_back_does_not_show(seconds):
    ledger = Ledger(PRICES)
    for value in seconds:
        ledger.record(Entry(ASSESS, Spent(1, int(value * 1000), 7, value)))
    assert ledger.usage().seconds == {"assess": 7.601}
    assert ledger.usage().cost_usd == 0.00802


@pytest.mark.parametrize("prices", [Prices(), Prices(1.0, None), Prices(None, 1.0)])
def test_an_unknown_price_is_null_and_never_zero(prices):
    ledger = filled(prices)
    assert ledger.usage("A").cost_usd is None
    assert ledger.totals().cost_usd is None
    assert Ledger(prices).totals().cost_usd == 0.0, "nothing was asked, so nothing was paid"


def test_a_price_of_zero_is_a_price():
    assert filled(Prices(0.0, 0.0)).totals().cost_usd == 0.0


def test_one_uncounted_call_makes_the_cost_unknown():
    ledger = filled()
    ledger.record(Entry(Place("write", 2, "A"), Spent(1, None, None, 1.0)))
    assert ledger.usage("A").cost_usd is None
    assert ledger.usage("B").cost_usd == 0.0


def test_a_line_for_the_end_of_a_run():
    assert describe(filled().totals()) == (
        "4 model calls, 1 answer from the cache, 4000 tokens in, 400 out, 0.0080 USD"
    )
    assert describe(Ledger().totals()) == "0 model calls, 0.0000 USD"
    assert describe(filled(Prices()).totals()).endswith("cost unknown")


# The budget

COST = PRICES.cost(estimate_tokens(MESSAGES, SCHEMA), 900)


def ask(client, place=ASSESS, **options):
    return client.ask(MESSAGES, SCHEMA, place, **options)


def test_the_call_that_could_exceed_the_budget_is_not_made(server, connect):
    server.add(*[completion(GOOD)] * 9)
    paid = PRICES.cost(10, 5)
    client = connect(price_input=1.0, price_output=10.0, max_cost=COST + 1.5 * paid)
    answers = [ask(client, repeat=number) for number in range(5)]
    assert [answer.problem and answer.problem.kind for answer in answers] == [None, None, "budget", "budget", "budget"]
    assert len(server.received) == 2
    assert client.ledger.totals().cost_usd == pytest.approx(2 * paid)
    assert "max_cost" in answers[2].problem.message


def test_a_retry_is_under_the_budget_too(server, connect):
    server.add(completion("no"), completion(GOOD))
    client = connect(price_input=1.0, price_output=10.0, max_cost=COST)
    assert ask(client).problem.kind == "budget"
    assert len(server.received) == 1


def test_a_budget_of_nothing_makes_no_call(server, connect):
    assert ask(connect(price_input=1.0, price_output=1.0, max_cost=0.0)).problem.kind == "budget"
    assert server.received == []


def test_cached_answers_cost_nothing_of_the_budget(server, connect):
    server.add(completion(GOOD))
    ask(connect(cache=True))
    client = connect(cache=True, price_input=1.0, price_output=1.0, max_cost=0.0)
    assert ask(client).parsed
    assert client.ledger.totals()[:2] == (0, 1)


def test_a_call_that_was_not_counted_takes_all_that_was_set_aside(server, connect):
    server.add(completion(GOOD, usage=False), completion(GOOD))
    client = connect(price_input=1.0, price_output=10.0, max_cost=1.5 * COST)
    assert ask(client).parsed
    assert ask(client, WRITE).problem.kind == "budget"


def test_a_call_that_was_refused_takes_nothing(server, connect):
    server.add(failure(400), completion(GOOD))
    client = connect(price_input=1.0, price_output=10.0, max_cost=COST)
    assert ask(client).problem.kind == "bad_request"
    assert ask(client).parsed


def test_calls_at_the_same_time_share_the_budget(server, connect):
    server.add(*[completion(GOOD)._replace(delay=0.1)] * 8)
    client = connect(price_input=1.0, price_output=10.0, max_cost=2.5 * COST, concurrency=8)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: ask(client, repeat=number), range(8)))
    assert len(server.received) == 2


def test_a_budget_needs_prices(tmp_path):
    with pytest.raises(InputError, match="DRAFTER_PRICE_INPUT"):
        open_client(Settings(home=tmp_path, base_url="http://127.0.0.1:9/v1", max_cost=1.0, price_input=1.0))


@given(
    budget=st.floats(0, 5),
    calls=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**5), st.floats(0, 1)), max_size=20),
)
def test_whatever_is_admitted_and_settled_stays_under_the_budget(budget, calls):
    """A call uses at most the share of the estimate that it was admitted with."""
    ledger, spent = Ledger(PRICES, budget), 0.0
    for tokens_in, tokens_out, share in calls:
        admitted = ledger.admit(tokens_in, tokens_out)
        if admitted is None:
            continue
        used = Spent(1, int(tokens_in * share), int(tokens_out * share))
        ledger.settle(admitted, used)
        spent += PRICES.cost(*used[1:3])
        assert spent <= budget + 1e-9
