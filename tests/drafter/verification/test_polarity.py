"""The verifier's own reading of denial and modality, apart from the engine's."""

from __future__ import annotations

import pytest

from drafter.verification.polarity import is_negated, is_unreal


def place(text: str, mention: str) -> tuple[str, int, int]:
    start = text.index(mention)
    return text, start, start + len(mention)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Plan: one-month trial of TENS at home.", "one-month trial"),
        ("Massage was recommended.", "Massage"),
        ("An MRI was requested to rule out a tear.", "a tear"),
    ],
)
def test_what_is_planned_requested_or_supposed_is_unreal(text, mention):
    assert is_unreal(*place(text, mention))


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Diagnosis: lumbar strain.", "lumbar strain"),
        ("The plan was discussed; he completed a one-month trial.", "one-month trial"),
        ("A one-month trial of TENS gave relief.", "one-month trial"),
    ],
)
def test_what_is_stated_is_real(text, mention):
    assert not is_unreal(*place(text, mention))


@pytest.mark.parametrize(
    ("text", "mention", "negated"),
    [
        ("There was no weakness.", "weakness", True),
        ("Weakness was not found.", "Weakness", True),
        ("No fever, but weakness of the leg.", "weakness", False),
    ],
)
def test_denial(text, mention, negated):
    assert is_negated(*place(text, mention)) is negated
