"""The cache: hit only on the very same request, good answers only, many writers, nothing lost when it is broken."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from drafter.cli.app import main
from drafter.errors import InputError
from drafter.llm.answers import Spent
from drafter.llm.cache import Cache, Kept, Request, cache_file
from drafter.prompting import Message
from tests.drafter.llm.asking import ASSESS, BAD_ID, GOOD, MESSAGES, SCHEMA
from tests.drafter.llm.scripted import Scripted, completion, failure

OTHER = '{"evidence": ["s2"]}'
KEPT = Kept(GOOD, Spent(2, 20, 10, 1.5))


def ask(client, messages=MESSAGES, schema=SCHEMA, **options):
    return client.ask(messages, schema, ASSESS, **options)


def test_the_same_request_is_answered_without_a_call(server, connect):
    server.add(completion(GOOD))
    first = ask(connect(cache=True))
    again = ask(connect(cache=True))
    assert (again.parsed, again.text, again.cached) == (first.parsed, first.text, True)
    assert again.usage == first.usage
    assert len(server.received) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"messages": (MESSAGES[0], Message("user", MESSAGES[1].content + " "))},
        {"messages": (Message("user", MESSAGES[0].content), MESSAGES[1])},
        {"messages": MESSAGES[1:]},
        {"schema": {**SCHEMA, "title": "Other"}},
        {"parameters": {"temperature": 0.1}},
        {"parameters": {"max_tokens": 901}},
        {"parameters": {"seed": 1}},
        {"repeat": 1},
    ],
)
def test_a_request_that_differs_in_any_part_is_asked(server, connect, changed):
    client = connect(cache=True)
    server.add(completion(GOOD), completion(OTHER))
    ask(client)
    assert ask(client, **changed).parsed == {"evidence": ["s2"]}


@pytest.mark.parametrize("changed", [{"model": "another"}, {"base_url": "other"}, {"temperature": 1.0}])
def test_so_is_one_for_another_model_place_or_temperature(server, connect, changed):
    server.add(completion(GOOD), completion(OTHER))
    ask(connect(cache=True))
    given = {"base_url": server.url.replace("127.0.0.1", "localhost")} if "base_url" in changed else changed
    assert ask(connect(cache=True, **given)).parsed == {"evidence": ["s2"]}


def test_the_key_of_the_endpoint_and_the_waiting_time_do_not_count(server, connect):
    server.add(completion(GOOD))
    ask(connect(cache=True))
    assert ask(connect(cache=True, api_key=None, timeout=7, concurrency=1)).cached


BAD = {
    "error": [failure(400)],
    "refusal": [completion(None, refusal="no")],
    "truncated": [completion(GOOD[:9], "length")] * 2,
    "truncated but whole": [completion(GOOD, "length")] * 2,
    "filtered": [completion(GOOD, "content_filter")],
    "invalid": [completion("no")] * 2,
    "unknown id": [completion(BAD_ID)] * 2,
    "dropped": [Scripted(drop=True)] * 2,
}


@pytest.mark.parametrize("script", BAD.values(), ids=BAD.keys())
def test_what_is_no_good_answer_is_never_kept(server, connect, script):
    server.add(*script)
    client = connect(cache=True)
    assert ask(client).problem is not None
    assert client._cache.stats().answers == 0
    server.add(completion(GOOD))
    assert ask(connect(cache=True)).parsed


def test_a_rejected_answer_is_not_kept_and_a_kept_one_can_be_rejected(server, connect):
    server.add(completion(GOOD), completion(GOOD), completion(GOOD), completion(OTHER))
    client = connect(cache=True)
    assert ask(client, check=lambda _: "no").problem.kind == "rejected"
    assert client._cache.stats().answers == 0
    assert ask(client).parsed
    assert ask(client, check=lambda value: "no" if "s1" in value["evidence"] else None).parsed == {"evidence": ["s2"]}


def test_an_answer_found_at_the_second_try_is_kept_with_what_both_took(server, connect):
    server.add(completion("no"), completion(GOOD))
    ask(connect(cache=True))
    again = ask(connect(cache=True))
    assert again.cached
    assert again.usage[:3] == (2, 20, 10)
    assert len(server.received) == 2


def test_cached_answers_serve_while_the_endpoint_is_down(server, connect):
    server.add(completion(GOOD))
    ask(connect(cache=True))
    client = connect(cache=True)
    server.add(failure(401))
    assert ask(client, repeat=1).problem.kind == "auth"
    assert ask(client).parsed


def test_the_order_of_names_in_a_schema_is_part_of_the_request_only_where_the_model_sees_it():
    one = Request("e", "m", MESSAGES, {"a": 1, "b": 2}, {"x": 1, "y": 2})
    assert one.key == one._replace(schema={"b": 2, "a": 1}, parameters={"y": 2, "x": 1}).key


def test_many_threads_write_and_read(tmp_path):
    cache = Cache(tmp_path / "c" / "a.sqlite3")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: cache.put(f"k{n % 50}", "m", KEPT), range(400)))
        assert all(pool.map(lambda n: cache.get(f"k{n}") == KEPT, range(50)))
    assert cache.problem is None
    assert cache.stats().answers == 50


def test_two_processes_write_the_same_file_at_once(tmp_path):
    file = tmp_path / "c" / "a.sqlite3"
    program = (
        "import sys; from pathlib import Path\n"
        "from drafter.llm.cache import Cache, Kept; from drafter.llm.answers import Spent\n"
        "cache = Cache(Path(sys.argv[1]))\n"
        "for n in range(150): cache.put(f'{sys.argv[2]}-{n}', 'm', Kept('x' * 500, Spent(1, 2, 3, 4.0)))\n"
        "sys.exit(cache.problem)\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", program, str(file), name]) for name in ("a", "b", "c")]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    assert Cache(file).stats().answers == 450


def test_a_damaged_cache_costs_time_and_nothing_else(server, connect, tmp_path):
    file = cache_file(tmp_path)
    file.parent.mkdir(parents=True)
    file.write_bytes(b"this is no database" * 100)
    server.add(completion(GOOD))
    client = connect(cache=True)
    assert ask(client).parsed
    assert "drafter cache prune --all" in client._cache.problem
    with pytest.raises(InputError, match="prune --all"):
        Cache(file).stats()
    Cache(file).clear()
    assert Cache(file).stats().answers == 0


def test_a_row_that_cannot_be_read_is_a_miss(tmp_path):
    cache = Cache(tmp_path / "a.sqlite3")
    cache.put("k", "m", KEPT)
    with sqlite3.connect(cache.file) as other:
        other.execute("UPDATE answers SET spent = 'nonsense'")
    other.close()
    assert cache.get("k") is None


def test_a_folder_that_cannot_be_made_is_no_loss(tmp_path):
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache" / "a.sqlite3")
    cache.put("k", "m", KEPT)
    assert cache.get("k") is None
    assert cache.problem


def test_only_the_user_can_read_it(tmp_path):
    cache = Cache(tmp_path / "c" / "a.sqlite3")
    cache.put("k", "m", KEPT)
    assert {file.stat().st_mode & 0o077 for file in (tmp_path / "c").iterdir()} == {0}


# The commands


@pytest.fixture
def filled(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path))
    cache = Cache(cache_file(tmp_path))
    for name, age in (("old", 10.0), ("older", 20.0), ("new", 0.0)):
        cache.put(name, "m-old" if age else "m-new", KEPT)
        with sqlite3.connect(cache.file) as other:
            other.execute("UPDATE answers SET created = created - ? WHERE key = ?", (age * 86_400, name))
        other.close()
    return cache


def test_stats_tell_how_much_is_kept_of_which_model(filled, capsys):
    assert main(["cache", "stats"]) == 0
    out = capsys.readouterr().out
    assert f"{filled.file}: 3 answers, " in out
    assert "m-new: 1 answer\n" in out
    assert "m-old: 2 answers\n" in out


def test_stats_of_no_cache_make_none(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path))
    assert main(["cache", "stats"]) == 0
    assert "0 answers" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_prune_removes_what_is_older(filled, capsys):
    assert main(["cache", "prune", "--older-than", "15"]) == 0
    assert capsys.readouterr().out == "removed 1 answer, page texts of 0 files, 0 indexed cases\n"
    assert filled.get("older") is None
    assert filled.get("old") == filled.get("new") == KEPT


def test_prune_all_removes_the_files(filled):
    assert main(["cache", "prune", "--all"]) == 0
    assert list(filled.file.parent.iterdir()) == []


@pytest.mark.parametrize("options", [[], ["--all", "--older-than", "3"], ["--older-than", "-1"]])
def test_prune_wants_to_be_told_what(filled, options, capsys):
    assert main(["cache", "prune", *options]) == 2
    assert filled.get("new") == KEPT
