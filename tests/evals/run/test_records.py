"""Results are appended line by line; a line that a kill cut short is no result."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import InputError
from evals.run.records import Key, ResultsLog, line_of, read_records
from tests.evals.builders import scored
from tests.evals.runs import record

ONE, TWO = record("a", scored("a", outcome__right=True)), record("b", scored("b", outcome__right=False))


def test_records_come_back_as_they_were(tmp_path):
    path = tmp_path / "results.jsonl"
    with ResultsLog(path) as log:
        log.append(ONE)
        log.append(TWO)
    assert read_records(path) == {Key("a", 1): ONE, Key("b", 1): TWO}
    assert read_records(tmp_path / "absent") == {}


@given(cut=st.integers(1, len(line_of(TWO)) - 1))
@settings(max_examples=60)
def test_a_torn_last_line_is_ignored_and_cut_off_wherever_it_tore(cut, tmp_path_factory):
    path = tmp_path_factory.mktemp("torn") / "results.jsonl"
    path.write_bytes(line_of(ONE) + line_of(TWO)[:cut])
    assert set(read_records(path)) == {Key("a", 1)}
    with ResultsLog(path) as log:
        log.append(TWO)
    assert path.read_bytes() == line_of(ONE) + line_of(TWO)


def test_a_retry_replaces_the_error_before_it(tmp_path):
    path = tmp_path / "results.jsonl"
    with ResultsLog(path) as log:
        log.append(record("a", error="it failed"))
        log.append(ONE)
    assert read_records(path) == {Key("a", 1): ONE}


def test_a_damaged_line_in_the_middle_is_named(tmp_path):
    path = tmp_path / "results.jsonl"
    path.write_bytes(b"{}\n" + line_of(ONE))
    with pytest.raises(InputError, match="line 1 is no result"):
        read_records(path)


def test_nothing_is_appended_to_a_closed_log(tmp_path):
    with pytest.raises(RuntimeError):
        ResultsLog(tmp_path / "results.jsonl").append(ONE)
