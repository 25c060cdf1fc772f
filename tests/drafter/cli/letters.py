"""A synthetic determination letter in the layout of the seed, and what a command leaves behind."""

from __future__ import annotations

from pathlib import Path

from drafter.draft import Draft

NUMBER = "CM99-0000002"
_HEADER = """\
<b>Case Number:</b>\t{number}
<b>Date Assigned:</b>\t03/05/2014\t<b>Date of Injury:</b>\t02/11/2012
<b>Decision Date:</b>\t03/25/2014\t<b>UR Denial Date:</b>\t02/20/2014
<b>Priority:</b>\tStandard\t<b>Application Received:</b>\t02/24/2014

### HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer. The expert reviewer is Board Certified in
Internal Medicine and is licensed to practice in Nevada.

### CLINICAL CASE SUMMARY

The expert reviewer developed the following clinical case summary based on a review of the case file:

The patient injured the lower back on 02/11/2012 while lifting a crate. Treatment has included eight visits of massage
therapy and ibuprofen. On 02/03/2014 the treating physician noted low back pain of 6/10 without radiation. Examination
showed tenderness of the lumbar paraspinal muscles and normal strength. The patient performs a home exercise program
three times a week. Pain and function were unchanged after the massage visits.

### IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:

"""
_ITEM = """\
**{request}: Upheld**

**Claims Administrator guideline:** The Claims Administrator did not cite any medical evidence for its decision.

**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Treatment Guidelines Massage therapy Page(s): 60.

**Decision rationale:** A synthetic reason that no draft may repeat. The request is not medically necessary.

"""


def letter(number: str = NUMBER, *requests: str) -> str:
    """Text of a letter with an item for each request."""
    items = "".join(_ITEM.format(request=r) for r in requests or ("4 Massage Therapy Sessions, Lumbar Spine",))
    return _HEADER.format(number=number) + items


def read(path: Path) -> Draft:
    return Draft.model_validate_json(path.read_text(encoding="utf-8"))


def shown(folder: Path) -> list[str]:
    """Files that a user sees."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
