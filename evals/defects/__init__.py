"""The eval of the eval: defects planted in sound drafts, and how many of them the checks find.

```
sound draft ──plant──▶ Planted: defective draft, control ──verify anew──▶ Detection ──▶ rates by failure mode
```

A defect is caught when the defective draft carries a flag of an expected kind that neither the sound draft nor the
control has. The control is the same edit without the error: an added sentence that tells the fact as it is. So a check
that objects to the form of the edit catches nothing.
"""
