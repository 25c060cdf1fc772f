"""The questions that the judge answers, and the form of its answers."""

from __future__ import annotations

from typing import Any, Literal, get_args

Aspect = Literal["grounded", "answers", "plain"]
Grade = Literal["holds", "partly", "fails"]

ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
"""Names of the questions; a criterion is a test of a guideline section."""
GRADES: tuple[Grade, ...] = get_args(Grade)
"""The best first."""
QUESTIONS: dict[Aspect, str] = {
    "grounded": "does the rationale rest on the facts it cites",
    "answers": "does it answer the request as it was made",
    "plain": "can a patient follow it",
}
VALUES: dict[Grade, float] = {"holds": 1.0, "partly": 0.5, "fails": 0.0}
"""What a grade counts in a mean, 0 to 1, higher is better."""


def answer_schema() -> dict[str, Any]:
    """A reason and then a grade for each question: a grade that is given first is only defended afterwards."""
    graded = {
        "type": "object",
        "properties": {"reason": {"type": "string"}, "grade": {"type": "string", "enum": list(GRADES)}},
        "required": ["reason", "grade"],
        "additionalProperties": False,
    }
    return {
        "title": "Judgement",
        "type": "object",
        "properties": {name: {"$ref": "#/$defs/graded"} for name in ASPECTS},
        "required": list(ASPECTS),
        "additionalProperties": False,
        "$defs": {"graded": graded},
    }


def worst(grades: list[Grade]) -> Grade:
    """The grade given most often; of two given equally often the worse."""
    return max(GRADES, key=lambda grade: (grades.count(grade), GRADES.index(grade)))
