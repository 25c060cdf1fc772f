"""Prompts are checked before any call: what they declare is what they use, and values are data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import DataError, InputError
from drafter.prompting import open_shelf, parse_prompt

SOURCE = """---
name: greet
version: "1.0"
description: Greets.
variables: [name]
output: Greeting
---
## system
Be brief.

## user
Hello {{ name }}.
"""


def test_a_prompt_renders_its_parts():
    messages = parse_prompt(SOURCE, "greet.md").render({"name": "Ada"})
    assert [(m.role, m.content) for m in messages] == [("system", "Be brief."), ("user", "Hello Ada.")]


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (SOURCE.replace("---\nname", "name"), "no front matter"),
        (SOURCE.replace("variables: [name]", "variables: [name, age]"), "age is declared but not used"),
        (SOURCE.replace("{{ name }}", "{{ name }} {{ age }}"), "age is used but not declared"),
        (SOURCE.replace("## user", "## reader"), "no `## user` part"),
        (SOURCE.replace("{{ name }}", "{{ name"), "greet.md"),
        (SOURCE.replace('version: "1.0"', "colour: red"), "front matter"),
        (SOURCE.replace("variables: [name]", "variables: [name"), "front matter"),
    ],
)
def test_a_broken_prompt_is_one_line(broken, says):
    with pytest.raises(DataError, match=says) as caught:
        parse_prompt(broken, "greet.md")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("values", "says"), [({}, "name is missing"), ({"name": 1, "age": 2}, "age is unknown")])
def test_wrong_values_are_refused_before_rendering(values, says):
    with pytest.raises(InputError, match=says):
        parse_prompt(SOURCE, "greet.md").render(values)


@given(st.text())
def test_a_value_is_never_a_template(value):
    (_, user) = parse_prompt(SOURCE, "greet.md").render({"name": value})
    assert value.strip() in user.content


def test_every_shipped_prompt_is_sound():
    assert {"assess", "write", "repair"} <= {prompt.name for prompt in open_shelf()}


def test_a_user_folder_replaces_a_prompt_and_its_hash(tmp_path):
    shipped = open_shelf()["assess"]
    (tmp_path / "assess.md").write_text(shipped.source.replace("You only point.", "Only point."))
    shelf = open_shelf(tmp_path)
    assert shelf["assess"].sha256 != shipped.sha256
    assert shelf["write"].sha256 == open_shelf()["write"].sha256


def test_a_stranger_in_the_user_folder_is_named(tmp_path):
    (tmp_path / "greet.md").write_text(SOURCE)
    with pytest.raises(InputError, match=r"greet\.md replaces no prompt"):
        open_shelf(tmp_path)


def test_an_unknown_prompt_names_those_there_are():
    with pytest.raises(InputError, match=r"assess, .*repair, rerank, write"):
        open_shelf()["essay"]
