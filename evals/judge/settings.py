"""What a suite's YAML asks of the judge.

```yaml
judge:
  model: gpt-4.1-mini
  prompt_sha256: 5d1c…       # `drafter eval judge` prints it
  labels: labels.yaml        # beside the suite file
  floors: {grounded: 0.9}
```
"""

from __future__ import annotations

from pydantic import Field

from drafter.case import Frozen
from evals.judge.rubric import Aspect


class JudgeSettings(Frozen):
    """The pinned judge and what it has to show before it may gate."""

    model: str
    prompt_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    labels: str | None = None
    """File of labels that people gave, a path beside the suite file."""
    agreement: float = Field(0.6, ge=-1, le=1)
    """The lower bound of the agreement with people (AC1, 95%) has to be above this."""
    self_agreement: float = Field(0.8, ge=-1, le=1)
    """The lower bound of its agreement with itself over repeats has to be above this."""
    graded: float = Field(0.95, ge=0, le=1)
    """The least share of the texts it is asked about that it has to grade: what it refuses it might have failed."""
    cases: int = Field(20, ge=2)
    """Least number of labelled cases: a bootstrap over a few cases that all agree has no width."""
    floors: dict[Aspect, float] = Field(default_factory=dict)
    """Least mean grade of a question, from 0 to 1."""
