# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Further encounters of the chart in `chart_print`: most of them decide nothing, as in any print of a chart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scripts.cases.files.chart_print_papers import CHART
from scripts.cases.model import Doc

NUTRITION = Doc("dietitian", "End of a dietitian's note", "progress_note", CHART, """
Progress Notes (continued)

He agrees to swap soda for water at lunch and to keep a three day food record. Weight goal 205 lb by summer. Handouts given: Plate Method, Reading a Label. Has not used a meal program before.
Barriers: back pain limits walking to 10 minutes at present, does chair exercise on the days he cannot.

Time spent: 40 minutes, all of it counseling. RTC 8 wks.

Electronically signed by Perrin Loomis, RD at 2/22/2019  3:31 PM
""", date(2019, 2, 22), "Perrin Loomis, RD", "other")  # fmt: skip

SUMMARY = Doc("avs-0214", "After visit summary", "other", replace(CHART, size=11, heading="band"), """
AFTER VISIT SUMMARY

{name}     MRN: {mrn}     2/14/2019 10:20 AM     SBRH Occupational Medicine

# Today's Visit
You saw Rosalind Achebe-Tate, MD on Thursday February 14, 2019. The following issue was addressed: herniation of lumbar intervertebral disc with radiculopathy.

# What's Next
|= 2 5
| MAR 14 | Return visit with Rosalind Achebe-Tate, MD, 10:20 AM, arrive 15 minutes early |
| Pending | Referral to Pain Management (needs approval by your claim) |
| Pending | Referral to Physical Therapy (needs approval by your claim) |

# Your Medication List
ibuprofen 600 mg; gabapentin 300 mg; lisinopril 10 mg

# Preventive Care
Colorectal cancer screening: overdue. Influenza vaccine: done 10/2/2018. Tetanus: due 2021.

We have {phone} as your number. If it is not right, tell the front desk. Sign up for the portal at portal.example.org.
""", date(2019, 2, 14), None, "administrator")  # fmt: skip

LABS = Doc("labs-1212", "Laboratory results", "other", replace(CHART, font="Courier", size=8.5, grid=0.3), """
Results

HEMOGLOBIN A1C     Status: Final result     Collected: 12/12/18 0704     Resulting: 12/12/18 1120

|= 3 1 1 2
| Component | Value | Flag | Ref Range |
| Hgb A1c | 6.1 % | H | 4.0 - 5.6 |
| Est avg glucose | 128 | | mg/dL |

BASIC METABOLIC PANEL     Status: Final result

|= 3 1 1 2
| Sodium | 140 | | 136 - 145 |
| Potassium | 4.2 | | 3.5 - 5.1 |
| Creatinine | 0.98 | | 0.70 - 1.30 |
| eGFR | >60 | | >60 |

Lab: SBRH Core Laboratory
""", date(2018, 12, 12), None, "other")  # fmt: skip

CONSULT = Doc("pain-0926", "Pain medicine consultation", "consultation", CHART, """
Consults

Idris Vantongeren, MD at 9/26/2018  1:15 PM     Service: Pain Medicine     Author Type: Physician //
Consult Orders: Ambulatory referral to Pain Management [398120044] ordered by Rosalind Achebe-Tate, MD at 09/05/18 0942

# Reason for Consult
L leg pain, ? injection

# History of Present Illness
52 y.o. warehouse lead, four months of pain from the L buttock to the heel. 8/10. [[#before done failed-conservative-care epidural-steroid| Ibuprofen, a week of prednisone, cyclobenzaprine and four sessions with Colm have moved it from 8 to 7.]] Tramadol 50 BID to sleep. [[denied prior-injection-relief epidural-steroid| No
injections to date.]]

# Review of Systems
Constitutional: neg. HENT: neg. Eyes: neg. Respiratory: neg. Cardiovascular: neg. GI: heartburn w/ ibuprofen at times. GU: neg. Skin: neg. Neurological: as above. Psychiatric: sleeps poorly.

# Physical Exam
Vitals reviewed. Antalgic. SLR L pos 35, crossed SLR neg. [[done radiculopathy-on-exam epidural-steroid| L Achilles 1+, R 2+; little toe duller to pin than on the R.]] Plantar flexion 5-/5.

# Data Reviewed
MRI 7/2/18 images seen: extrusion at L5-S1 on S1, L.

# Recommendations
1. [[#first-plan planned - epidural-steroid| L S1 TFESI under fluoro]], one, then see. 2. Go on with PT after. 3. Taper tramadol.

Thank you for the consult. Idris Vantongeren, MD, 9/26/2018
""", date(2018, 9, 26), "Idris Vantongeren, MD", "consultant")  # fmt: skip
