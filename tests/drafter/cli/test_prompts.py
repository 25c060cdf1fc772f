"""`drafter prompts`, and `drafter draft` with a model, from the command line."""

from __future__ import annotations

import json

import pytest

from drafter.prompting import open_shelf
from tests.drafter.cli.letters import NUMBER
from tests.drafter.engines.llm.model import ModelServer, good
from tests.drafter.llm.scripted import failure


@pytest.fixture
def own(tmp_path):
    """A folder with one changed prompt."""
    folder = tmp_path / "mine"
    folder.mkdir()
    source = open_shelf()["write"].source.replace('version: "1.0"', 'version: "1.1"')
    (folder / "write.md").write_text(source.replace("Do not praise or blame anyone.", "Be kind."))
    return folder


@pytest.fixture
def server():
    running = ModelServer(good)
    yield running
    running.close()


def test_list_names_every_prompt_with_its_version(run, own):
    code, out, _ = run("prompts", "list", "--prompts", str(own))
    assert code == 0
    assert all(prompt.name in out for prompt in open_shelf())
    assert "1.1" in out


def test_show_prints_the_file(run, own):
    assert run("prompts", "show", "write")[1] == open_shelf()["write"].source
    assert "Be kind." in run("prompts", "show", "write", "--prompts", str(own))[1]


@pytest.mark.parametrize("name", ["assess", "write", "repair"])
def test_render_prints_the_messages_of_an_item(run, name):
    code, out, err = run("prompts", "render", name, "--case", "letter.md")
    assert (code, err) == (0, "")
    assert out.startswith("## system\n")
    assert "4 Massage Therapy Sessions, Lumbar Spine" in out
    assert "synthetic reason" not in out
    assert out.splitlines()[-1].startswith(f"{name} {open_shelf()[name].front.version}, sha256 ")


def test_what_is_rendered_is_what_is_sent(run, server):
    rendered = {name: run("prompts", "render", name, "--case", "letter.md")[1] for name in ("assess", "write")}
    run("draft", "letter.md", "--base-url", server.url)
    for asked, name in zip(server.asked, ("assess", "write"), strict=True):
        assert asked.text.partition("\n")[2] in rendered[name].replace("## user\n\n", "").replace(
            "\n\nRequest", "\nRequest"
        )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("show", "essay"), "prompt essay: there is none"),
        (("render", "write", "--case", "letter.md", "--item", "7"), "--item 7: letter.md has no such item"),
        (("render", "compile_criteria", "--case", "letter.md"), "is not asked about a case"),
        (("render", "write", "--case", "missing.md"), "missing.md"),
        (("diff", "write", "missing.md"), "missing.md"),
        (("list", "--prompts", "nowhere"), "is not a folder of prompts"),
    ],
)
def test_what_cannot_be_done_is_one_line(run, arguments, says):
    code, out, err = run("prompts", *arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1


def test_diff_shows_versions_and_lines(run, own):
    code, out, _ = run("prompts", "diff", "write", "shipped", "--prompts", str(own))
    assert code == 0
    head = out.splitlines()[:2]
    assert head[0].startswith("write: write 1.1, sha256 ")
    assert head[1].startswith("shipped: write 1.0, sha256 ")
    assert "-" in out
    assert "Be kind." in out
    by_file = run("prompts", "diff", "write", str(own / "write.md"))[1]
    assert any(line.startswith("+") and "Be kind." in line for line in by_file.splitlines())


def test_a_model_drafts_and_the_last_lines_say_what_it_took(run, server, tmp_path):
    code, out, err = run("draft", "letter.md", "--base-url", server.url, "--model", "scripted")
    assert (code, err) == (0, "")
    assert "drafted with engine llm (model scripted)\n" in out
    last = out.splitlines()[-1]
    assert last == f"model scripted at {server.url}: 2 model calls, 20 tokens in, 10 out, cost unknown"
    draft = json.loads((tmp_path / "out" / f"{NUMBER}.draft.json").read_text())
    assert draft["engine"]["prompts"]["write"]["sha256"] == open_shelf()["write"].sha256


def test_a_second_run_comes_from_the_cache(run, server, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    run("draft", "letter.md", "--base-url", server.url, "--out", "a")
    asked = len(server.asked)
    _, out, _ = run("draft", "letter.md", "--base-url", server.url, "--out", "b")
    assert len(server.asked) == asked
    assert "0 model calls, 2 answers from the cache" in out
    for one in (tmp_path / "a").iterdir():
        assert one.read_bytes() == (tmp_path / "b" / one.name).read_bytes(), one.name


def test_own_prompts_are_used(run, server, own):
    run("draft", "letter.md", "--base-url", server.url, "--prompts", str(own))
    assert "Be kind." in server.prompts


@pytest.mark.parametrize("engine", ["auto", "llm"])
def test_an_endpoint_that_is_down_still_gives_a_draft(run, tmp_path, engine):
    code, out, err = run("draft", "letter.md", "--engine", engine, "--base-url", "http://127.0.0.1:9/v1")
    assert (code, err) == (0, "")
    assert "the offline engine did 2 steps instead" in out
    assert (tmp_path / "out" / f"{NUMBER}.draft.json").exists()


def test_a_server_that_fails_gives_no_traceback(run, server):
    server.rule = lambda asked: failure(400, "bad")
    code, out, err = run("draft", "letter.md", "--base-url", server.url)
    assert (code, err) == (0, "")
    assert "the offline engine did 2 steps instead" in out


def test_offline_asks_nobody(run, server):
    _, out, _ = run("draft", "letter.md", "--engine", "offline", "--base-url", server.url)
    assert server.received == []
    assert out.splitlines()[-1] == "drafted with engine offline (no language model)"


def test_what_may_be_spent_needs_prices(run, server, monkeypatch):
    code, _, err = run("draft", "letter.md", "--base-url", server.url, "--max-cost", "1")
    assert code == 2
    assert "needs the prices" in err
    monkeypatch.setenv("DRAFTER_PRICE_INPUT", "5")
    monkeypatch.setenv("DRAFTER_PRICE_OUTPUT", "5")
    code, out, _ = run("draft", "letter.md", "--base-url", server.url, "--max-cost", "0")
    assert code == 0
    assert out.splitlines()[-1].endswith("0 model calls, 0.0000 USD")


def test_llm_without_a_model_says_how_to_name_one(run):
    code, _, err = run("draft", "letter.md", "--engine", "llm")
    assert code == 2
    assert "give --base-url" in err
