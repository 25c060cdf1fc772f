# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Hand therapy and removal of a plate, in a folder of separate files: 18, 20 and 24 visits, and films that the reviewer did not have."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.wrist_therapy_papers import (
    APPLICATION,
    EMAIL,
    EMERGENCY,
    FILMS,
    JOB,
    OPERATION,
    PATIENT,
    REPORT,
    REQUEST,
    UR,
)
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Missing, Part, Visits

_PORTAL = Clinic("Wrenfield Hand Institute", ("5 Sailmaker Row, Port Wrenfield",), dates="%m/%d/%Y")  # fmt: skip
_NIMBLE = Clinic("NIMBLE HANDS THERAPY", ("Certified Hand Therapists", "tel 555-555-0135"), size=9.5, margin=50, letterhead="centre", heading="band", signature="initials", foot="re-page",
                 dates="~%m/~%d/%y", grid=0.6, colour="#2f5d50")  # fmt: skip

VISIT = Doc("visit-0823", "Hand surgery encounter of August 23", "progress_note", _PORTAL, """
Encounter Date: 08/23/2022

| Patient | {name} (43yo, F) ID# {mrn} |
| DOB | {dob} |
| Appt. Date/Time | 08/23/2022 08:45AM |
| Provider | SUNNIVA ESKILDSEN, MD |
| Insurance | Cormorant Indemnity (WC) |

# Chief Complaint
Follow up L wrist, 7 months s/p ORIF

# HPI
{He} is doing more at the bakehouse but the thumb side of the wrist [[#catch done painful-hardware hardware-removal| snaps and burns since about May when she pinches and pulls]]. [[#spica planned - brace| Will try a thumb spica for a month and NSAID first]] before we talk about the plate. [[#hep done home-exercise -| Does her putty and dowel twice a day, brought the log.]] Last OT was late July, waiting on auth. [[#copied history - occupational-therapy| Has not started OT.]]

# ROS
[[denied infection-tumor-suspected hardware-removal| No fevers, chills, drainage or redness.]]

# Physical Exam
Constitutional: well appearing. //
L wrist: scar well healed, no warmth. ROM ext 46, flex 38. FPL fires, [[#rub done painful-hardware hardware-removal| grating felt over distal edge of plate with thumb flexion]]. Grip 29 lb (R 57). Sensation intact, 2 pt 5.

# Assessment / Plan
1. Fracture of distal radius, healed - XR today, see report //
2. Symptomatic implant - [[#ct history - ct| CT was done at Harbor Gate 8/16]], disc would not open, will ask for report. //
3. Fear of tendon rupture discussed. RTO 2 wks

Return to Office
SUNNIVA ESKILDSEN, MD for 15 min. follow-up at MAIN on 09/06/2022 at 09:00 AM

Encounter Sign-Off: Encounter signed-off by Sunniva Eskildsen, MD, 08/24/2022.
""", date(2022, 8, 23), "Sunniva Eskildsen, MD", "treating_physician")  # fmt: skip

EVALUATION = Doc("ot-eval", "Hand therapy initial evaluation", "therapy_log", _NIMBLE, """
# Evaluation 2/8/22
| Client {name} | DOB {dob} | Ref: Eskildsen | Dx: s/p ORIF L DR 1/21/22 |
Hand dominance L. Occupation: {job}. Arrived in volar splint, fingers puffy.

|= 2 1 1 1
| | L | R | goal |
| wrist ext / flex | 12 / 15 | 72 / 75 | 60 / 60 |
| sup / pron | 20 / 55 | 85 / 80 | 75 / 75 |
| tip to palm IF-SF | 3 cm | 0 | 0 |
| QuickDASH | 77 | | <20 |

# Goals
[[#goals done treatment-goals occupational-therapy| LTG 1: scoop 3 lb stiff dough x 20 with L. LTG 2: lift 50 lb sack bench height. LTG 3: pipe 30 min without rest.]]
# Plan
[[planned - occupational-therapy| 3 x wk x 4, then 2 x wk x 6: edema, A/AROM, scar, later strength.]]
~ Isaura Quenby, OTR/L, CHT |
""", date(2022, 2, 8), "Isaura Quenby, OTR/L, CHT", "therapist")  # fmt: skip

PROGRESS = Doc("ot-progress", "Hand therapy progress report", "therapy_log", _NIMBLE, """
# Progress report, 10th visit, 4/7/22
{lastfirst}  [[#ten done prior-sessions occupational-therapy| seen 10, missed 1 (snowed in)]]

Fingers touch palm. Ext/flex 30/26. Off splint for light use. QuickDASH 54. [[done functional-improvement occupational-therapy| Now buttons, cuts soft food and drives.]] Not yet: whisk, lid, pot.

Continue as authorized.
~ Isaura Quenby, OTR/L, CHT |
""", date(2022, 4, 7), "Isaura Quenby, OTR/L, CHT", "therapist")  # fmt: skip

GRID = Doc("ot-grid", "Hand therapy flow sheet, visits 15 to 20", "therapy_log", _NIMBLE, """
{lastfirst}     L DRF     24 auth (exp 7/31/22)

|= 3 1 1 1 1 1 1
| | 6/30 | 7/7 | 7/12 | 7/19 | 7/26 | 7/28 |
| Tx no. | 15 | 16 | 17 | 18 | 19 | 20 |
| fluido 15' | x | x | x | x | x | x |
| putty | Y | Y | R | R | R | G |
| dowel twist | 2# | 2# | 3# | 3# | 4# | 4# |
| JAS splint at home, min | 0 | 0 | 20 | 30 | 30 | 30 |
| Jamar L | 20 | 22 | 24 | 26 | 28 | 29 |
| init | iq | iq | iq | rt | iq | iq |
===
# Recheck 7/28
|= 3 1 1 1
| | 2/8 | 4/7 | 7/28 |
| ext / flex | 12/15 | 30/26 | 45/38 |
| QuickDASH | 77 | 54 | 32 |
| [[#row|pipe, minutes]] | 0 | 0 | 12 |

[[#gains done functional-improvement occupational-therapy| Went from 4 h to 6 h shifts, pipes 12 min, carries a 10 lb bowl two-handed; could do none of it in April.]] [[#still done objective-deficits occupational-therapy| Still short 27 deg of ext and half the grip of the R.]] [[#needs done home-exercise-barrier occupational-therapy| Sack lift is not safe to train alone: drops the L corner w/o warning when thumb snaps.]]

Asked for 12 more from Dr. E. Thumb clicking noted since visit 14, MD aware.
~ Isaura Quenby, OTR/L, CHT |
""", date(2022, 7, 28), "Isaura Quenby, OTR/L, CHT", "therapist")  # fmt: skip

APPEAL = Doc("appeal", "Surgeon's appeal to the reviewer", "correspondence", Clinic(
    "Wrenfield Hand Institute - Correspondence", ("S. Eskildsen, MD",), font="Times", size=11, letterhead="left", signature="typed", foot="none", dates="%B ~%d, %Y"), """
September 20, 2022

Pelham-Vance Utilization Partners

Re: {name}

Dear Doctor: You had only the first page of my PR-2 and films five months old. [[#late-rub done painful-hardware hardware-removal| Today the thumb tip is down to 4 of 5 and the grating can be heard.]] A torn flexor will cost her a graft and half a year. She has had 20 treatments and not 24.

Please have someone who operates on hands look at this.

~ Sunniva Eskildsen, M.D. |
""", date(2022, 9, 20), "Sunniva Eskildsen, MD", "treating_physician", after_ur=True)  # fmt: skip

CASE = CaseFile(
    name="wrist-therapy",
    about="Hand therapy and removal of a plate, left wrist, as separate files; three counts of visits, and a screw that had backed out on the newer film.",
    patient=PATIENT,
    header=CaseHeader(case_number="", date_of_injury=date(2022, 1, 14), ur_denial_date=date(2022, 9, 14),
                      request_date=date(2022, 9, 6)),
    files=(
        File("2022-01-14 ER.pdf", (Part(EMERGENCY, Look(scan="grey", skew=0.5, dpi=110)),)),
        File("op report transcription.txt", (Part(OPERATION),)),
        File("films.pdf", tuple(Part(film) for film in FILMS)),
        File("Nimble Hands.pdf", (Part(GRID, Look(scan="fax", skew=-0.8, pages=(1,))), Part(PROGRESS), Part(EVALUATION))),
        File("eskildsen 8-23 encounter.html", (Part(VISIT),)),
        File("PR2 9-6-22.pdf", (Part(REPORT),)),
        File("RFA.png", (Part(REQUEST, Look(scan="fax", skew=0.8, fax="09/06/2022 4:48PM  WRENFIELD HAND INST                  {p} of {n}")),)),
        File("bakehouse letter.docx", (Part(JOB),)),
        File("UR denial letter.docx", (Part(UR),)),
        File("appeal.docx", (Part(APPEAL),)),
        File("osei email.txt", (Part(EMAIL),)),
        File("form IMR.pdf", (Part(APPLICATION),)),
    ),
    items=(
        Item(1, "OT / hand therapy, left wrist, 2x/wk x 6 wks (12)",
             {"treatment": "occupational-therapy", "visits": 12, "per_week": 2, "weeks": 6, "sites": [{"part": "wrist", "side": "left"}], "ur_action": "denied"}),
        Item(2, "Hardware removal, left distal radius", {"treatment": "hardware-removal", "sites": [{"part": "wrist", "side": "left"}], "ur_action": "denied"}),
    ),
    traps=("visits-counted-over-notes", "count-stated-wrong-by-ur", "copied-forward", "planned-then-done", "side-differs", "post-ur-report", "missing-record",
           "denial-wrong-on-facts", "several-formats", "stale-imaging"),
    visits=(Visits("occupational-therapy", 20, ("twenty", "gains")),),
    missing=(Missing("CT of the wrist from Harbor Gate", date(2022, 8, 16), "ct"), Missing("Nerve conduction study by Dr. Tadesse", date(2022, 8, 29), "ncs")),
    discrepancies=(Discrepancy(None, "visits done", ("twenty", "pr2-count")), Discrepancy(None, "visits done", ("twenty", "ur-24")),
                   Discrepancy(None, "side", ("ed-right", "ed-film")), Discrepancy(None, "painful hardware", ("lip", "ur-hw"))),
    absences=(
        Absence("No home exercise is mentioned.", "home-exercise", "hep"),
        Absence("No measurable gain from therapy is supplied.", "functional-improvement", "gains"),
        Absence("No sign of painful or broken hardware is recorded.", "painful-hardware", "lip"),
        Absence("No goals of the therapy are documented.", "treatment-goals", "goals"),
        Absence("No infection is documented.", "infection-tumor-suspected"),
        Absence("No regular duty without limits is documented.", "full-duty"),
    ),
    providers=("Sunniva Eskildsen", "S. Eskildsen", "Eskildsen", "Orlando Vass", "Lothar Brisbane", "Clementine Abbas", "Marguerite Osei", "M. Osei", "Osei, Marguerite", "Marguerite",
               "Isaura Quenby", "Tadesse", "Wendeline Achterhof"),
)  # fmt: skip
