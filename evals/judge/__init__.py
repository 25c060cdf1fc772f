"""The model judge: grades of rationales by a language model, which count only as far as people bear them out.

```
judge_run ──▶ judge.jsonl ──▶ assess_judge ──▶ JudgeReport: scores, self-agreement, agreement with people
   ▲                              ▲    └──────▶ Verdict, where the judge may gate
drafts, labels of people      pinned model and prompt, bounds (suite file)
```

Its scores are information until the suite pins its model and prompt, it agrees with itself, and the lower bound of its
agreement with stored labels of people is above the suite's setting.
"""
