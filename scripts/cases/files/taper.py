# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Oxycodone on its way down and a day programme: forms filled on a typewriter, a laboratory, a pharmacy and a court evaluation."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.taper_evaluations import PATIENT, PROGRAM, QME, SURGEON
from scripts.cases.forms import STATE_TYPED, imr_application, pr2, rfa
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Missing, Part, Visits

_TYPED = Clinic("", (), font="Courier", size=8.8, margin=40, letterhead="none", heading="caps", signature="scribble", foot="none", check="x",
                dates="~%m.~%d.%y", grid=0.7)  # fmt: skip
_LAB = Clinic("TIDEWATER ANALYTICAL LABORATORY", ("CLIA 00D0000000     Director: Q. Obafemi, PhD",), font="Courier", size=9, margin=48, letterhead="left",
              heading="boxed", signature="none", foot="page-of", dates="%d-%b-%y", grid=0)  # fmt: skip
_REVIEW = Clinic("LUDLOW MANAGED CARE", ("Physician Advisor Unit", "PO Box 5500, Ludlow, CA 90000"), size=10, margin=58, letterhead="band", heading="numbered",
                 signature="none", foot="confidential", dates="%m/%d/%Y", grid=0.5, colour="#5a2d5c")  # fmt: skip

_DOCTOR = "Ottavia Krantz, DO; Krantz Pain & Rehabilitation; 410 Lantern St, Port Amity, CA 90000; (555) 555-0144; (555) 555-0145; PM&R; 1000000077"
_ADJUSTER = "Kermit Vasey; Ludlow Managed Care; PO Box 5500, Ludlow, CA 90000; (555) 555-0148"

DECEMBER = Doc("pr2-december", "PR-2 of December 2016", "progress_note", _TYPED, pr2(
    "Periodic Report", _ADJUSTER,
    "R ARM BURNS, 8/10 W/O MEDS, 5/10 WITH. [[done opioid-benefit opioid| WITH MEDS SHE CAN STAND AT THE STOVE AND DRESS HER UPPER HALF, W/O SHE STAYS IN THE RECLINER.]] NO BM X 3 D AT TIMES, "
    "[[done side-effects-reviewed opioid| SENNA HELPS. NOT SLEEPY.]] LMP N/A.",
    "WT 81.2 KG. R HAND COOL, SHINY. GRIP R 5 L 55. TEARFUL.", "1. CRUSH INJ R UE S/P ORIF. 2. CRPS I R UE 337.21. 3. S/P R RCR.",
    "[[#dose-oct history taper-plan opioid| OXYCODONE WAS 150/MO IN JUNE, 135 IN SEPT]], NOW 120. RTC 1 MO. [[#screen-ordered planned - urine-drug-test| UDS TODAY.]] [[#cures done cures-checked opioid| CURES RUN 12.6.16 - ONE MD ONE PHARM.]]",
    "MODIFIED DUTY, L HAND ONLY. (NOT AVAIL.)", "OTTAVIA KRANTZ DO | LIC 20A0000", "12.6.16"),
    date(2016, 12, 6), "Ottavia Krantz, DO", "treating_physician")  # fmt: skip

JANUARY = Doc("pr2-january", "PR-2 of January 2017", "progress_note", _TYPED, pr2(
    "Periodic Report;Change in treatment plan", _ADJUSTER,
    "SAME ARM. FELL IN SHOWER 12.26.16, ER, L WRIST SPRAIN ONLY. WAS GIVEN LORAZEPAM THERE FOR MRI. [[#refill done aberrancy-monitored opioid| PILLS COUNTED AT DESK TODAY: 34, SHOULD BE 34.]]",
    "WT 81.0. AFFECT FLAT. R SHLDR FLEX 90. ALLODYNIA TO THE ELBOW.", "1. CRUSH INJ R UE. 2. CRPS I R UE. 3. DEPRESSION NOS.",
    "[[#lab-talk done drug-screen-done urine-drug-test| 12.6 SCREEN OK. 1.10 CUP + BENZO, FITS THE ER DOSE?? SENT OUT TO CONFIRM.]] CONT OXYCODONE 10 #120. REFER HARBORLIGHT FOR EVAL. "
    "[[#agreement done opioid-agreement opioid| CONTRACT RE-SIGNED, COPY TO PT.]]",
    "SAME.", "OTTAVIA KRANTZ DO | LIC 20A0000", "1.10.17"),
    date(2017, 1, 10), "Ottavia Krantz, DO", "treating_physician")  # fmt: skip

MARCH = Doc("pr2-march", "PR-2 of March 2017", "progress_note", _TYPED, pr2(
    "Change in treatment plan;Request for authorization", _ADJUSTER,
    "HARBORLIGHT SAW HER 2.22.17, WILL TAKE HER. [[#willing done motivation -| WANTS OFF ALL OF IT BY FALL.]] SLEEP 4 HRS. CRIES. PAIN 6 WITH MEDS.",
    "R GRIP 6. SHLDR FLEX 88, ABD 80. HAND COOL. NO SEDATION, PUPILS 3 MM.", "1. CRUSH INJ R UE. 2. [[done neuropathic-or-crps -| CRPS I R UE.]] 3. MAJOR DEPRESSION PER QME.",
    "1. [[#dose-march requested - opioid| OXYCODONE 10 MG 1 PO Q 8 H #90]] (DOWN FROM 120 LAST MO). 2. [[requested - antidepressant| RE-START DULOXETINE 60 MG QD #30]], HELPED PAIN + MOOD IN 2015. 3. [[requested - functional-restoration| HARBORLIGHT "
    "PROGRAM 10 DAYS.]] 4. [[#lorazepam done drug-screen-done urine-drug-test| CONFIRMATION BACK - LORAZEPAM ONLY, GONE ON RETEST.]]",
    "SAME.", "OTTAVIA KRANTZ DO | LIC 20A0000", "3.7.17"),
    date(2017, 3, 7), "Ottavia Krantz, DO", "treating_physician")  # fmt: skip


def _laboratory(key: str, day: date, number: str, rows: str, comment: str) -> Doc:
    text = f"""
: Patient | {{LASTFIRST}}
: DOB | {{dob}}     Sex {{sex}}
: Accession | {number}
: Collected | @date({day.isoformat()})
: Ordered by | KRANTZ O
# TOXICOLOGY, URINE, LC-MS/MS
|= 3 2 2 2
| ANALYTE | RESULT ng/mL | CUTOFF | PRESCRIBED |
{rows}
CREATININE 88 mg/dL   pH 6.1   OXIDANT NEG
# COMMENT
{comment}
"""
    return Doc(key, "Urine drug screen, laboratory report", "other", _LAB, text, day, None, "other")


SCREENS = (
    _laboratory("lab-december", date(2016, 12, 6), "T16-44810", "| OXYCODONE | 1840 | 50 | Y |\n| NOROXYCODONE | 2210 | 50 | Y |\n| BENZODIAZEPINES | ND | 25 | N |\n| THC | ND | 15 | N |",
                "[[#clean done drug-screen-done urine-drug-test| DETECTED DRUGS AGREE WITH THE LIST SUPPLIED.]]"),
    _laboratory("lab-february", date(2017, 2, 7), "T17-05126", "| OXYCODONE | 1515 | 50 | Y |\n| NOROXYCODONE | 1930 | 50 | Y |\n| LORAZEPAM GLUC | ND | 25 | N |\n| COCAINE MET | ND | 50 | N |",
                "[[done drug-screen-done urine-drug-test| NOTHING FOUND THAT WAS NOT LISTED.]]"),
)  # fmt: skip

PHARMACY = Doc("pharmacy", "Pharmacy claim history", "other", Clinic("GANTRY DRUG #4", (), dates="%Y/%m/%d"), """
GANTRY DRUG #4 PORT AMITY     RX HISTORY EXPORT     RUN 2017/03/20

{LASTFIRST}  {dob}

| FILLED | DRUG | QTY | DS | PRESCRIBER | PAYER |
| 2017/02/08 | OXYCODONE HCL 10MG TAB | 120 | 30 | KRANTZ | LUDLOW WC |
| 2017/01/10 | OXYCODONE HCL 10MG TAB | 120 | 30 | KRANTZ | LUDLOW WC |
| 2016/12/11 | OXYCODONE HCL 10MG TAB | 120 | 30 | KRANTZ | LUDLOW WC |
| 2016/11/11 | OXYCODONE HCL 10MG TAB | 120 | 30 | KRANTZ | LUDLOW WC |
| 2016/10/13 | OXYCODONE HCL 10MG TAB | 135 | 30 | KRANTZ | LUDLOW WC |
| 2016/09/14 | OXYCODONE HCL 10MG TAB | 135 | 30 | KRANTZ | LUDLOW WC |
| 2015/06/02 | [[#dulox history - antidepressant| DULOXETINE DR 60MG CAP]] | 30 | 30 | KRANTZ | LUDLOW WC |
| 2015/05/01 | DULOXETINE DR 60MG CAP | 30 | 30 | KRANTZ | LUDLOW WC |

END OF LIST
""", date(2017, 3, 20), None, "administrator", furniture=False)  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", STATE_TYPED, rfa(
    _DOCTOR, _ADJUSTER, ["CRPS I R UE | G90.511 | [[#rfa-oxy requested - opioid| oxycodone 10 mg]] | | [[#rfa-120| #120]]", "MDD | F32.1 | [[requested - antidepressant| duloxetine 60 mg]] | | #30",
                         "CRPS I R UE | G90.511 | [[requested - functional-restoration| functional restoration program, Harborlight]] | 97799 | 10 days"], "3/9/2017",
), date(2017, 3, 9), "Ottavia Krantz, DO", "treating_physician")  # fmt: skip

UR = Doc("ur", "Utilization review, modified determination", "ur_decision", _REVIEW, """
03/17/2017

Re: {name}, claim {claim}, injured {doi} //
Requesting provider: Ottavia Krantz, DO //
RFA signed 03/09/2017, received by fax 03/10/2017

# Determination
|= 4 2 4
| Service | Outcome | Detail |
| [[#ur-oxy denied - opioid| Oxycodone 10 mg #120]] | MODIFIED | Approved: 10 mg #60 for taper, no refill. Not approved: #60. |
| [[denied - antidepressant| Duloxetine 60 mg #30]] | DENIED | |
| [[denied - functional-restoration| Functional restoration program, 10 days]] | DENIED | |

# Facts considered
Female of 47, five years from a crush injury. The December, January and March PR-2s, the panel QME in psychology and the Harborlight evaluation were seen.

# Reasons
Oxycodone: [[#ur-screens denied drug-screen-done opioid| no toxicology result is included]], and [[denied opioid-benefit opioid| functional benefit is not shown]]. Half the tablets are approved so that weaning may proceed. Duloxetine: earlier use and its effect are not described. Program:
[[#ur-motive denied motivation functional-restoration| the claimant's motivation to change is not addressed]], and negative predictors are many.

# Guidelines
8 CCR 9792.24.2 and 9792.24.4 (2016).
===
# Reviewer
Isolde Farquhar, MD, Pain Medicine, licensed in California, was the physician who made this determination on 03/17/2017 and is available Tuesdays 9 to 1 at (555) 555-0149.
%% rights 4
""", date(2017, 3, 17), "Isolde Farquhar, MD", "reviewer")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE_TYPED, imr_application(
    _ADJUSTER, "Ottavia Krantz, DO; Krantz Pain & Rehabilitation; 410 Lantern St, Port Amity, CA 90000; (555) 555-0144", "G90.511, F32.1",
    ["oxycodone 10 mg #120 (60 cut)", "duloxetine 60 mg #30", "Harborlight functional restoration program, 10 days"], "03/17/2017", "4/3/2017",
    attorney="Augusta Thorne, Esq.", kind="modified",
), date(2017, 4, 3), "Perpetua Lindgaard", "patient")  # fmt: skip

LETTER = Doc("attorney", "Attorney's letter to the claims administrator", "correspondence", Clinic(
    "Thorne & Partner", ("Attorneys for injured workers",), font="Times", size=12, margin=84, letterhead="right", signature="scribble", foot="none", dates="%B ~%d, %Y"), """
April 5, 2017

BY MAIL, WITH PROOF OF SERVICE

Dear Mr. Vasey:

My client {name} is being brought down from narcotics by her doctor at a pace that she can stand. Your reviewer cuts the supply in half overnight and refuses, in the same letter, the one thing that the
panel doctor asked for. [[#weaned history - opioid| From the cut she was sick for six days and was seen at Amity General on March 29.]] I enclose her application. Please send the entire file, the March 29 record included.

Sincerely,

~ Augusta Thorne |
""", date(2017, 4, 5), "Augusta Thorne", "other", after_ur=True)  # fmt: skip

_FAXED = Look(
    scan="fax", skew=0.7, fax="03/10/2017 08:12 KRANTZ PAIN REHAB                 ->LUDLOW UR       P.{p:02d}/{n:02d}"
)

CASE = CaseFile(
    name="taper",
    about="Oxycodone cut in half by the reviewer although a taper was under way; screens that two writers did not find are in the laboratory's reports.",
    patient=PATIENT,
    header=CaseHeader(case_number="", date_of_injury=date(2012, 2, 6), ur_denial_date=date(2017, 3, 17), request_date=date(2017, 3, 9)),
    files=(
        File("1 pr2s.pdf", (Part(MARCH), Part(DECEMBER, Look(scan="fax", skew=-0.8)), Part(JANUARY))),
        File("2 Soyinka-Hale.pdf", (Part(QME),), bates="LMC {n:05d}"),
        File("3 tidewater.pdf", tuple(Part(screen) for screen in SCREENS)),
        File("4 rx export.txt", (Part(PHARMACY),)),
        File("5 harborlight.docx", (Part(PROGRAM),)),
        File("6 rfa ur letter.pdf", (Part(LETTER), Part(REQUEST, _FAXED), Part(UR))),
        File("7 castaway copy.pdf", (Part(SURGEON),), bates="KPR {n:03d}"),
        File("application.png", (Part(APPLICATION, Look(scan="fax", skew=-0.4)),)),
    ),
    items=(
        Item(1, "Oxycodone 10 mg #120",
             {"treatment": "opioid", "drug": "oxycodone", "drugs": ["oxycodone"], "strength": "10 mg", "quantity": 120, "ur_action": "modified",
              "remainder": {"original_count": 120, "authorized_count": 60, "remaining_count": 60}}),
        Item(2, "Duloxetine 60 mg #30",
             {"treatment": "antidepressant", "drug": "duloxetine", "drugs": ["duloxetine"], "strength": "60 mg", "quantity": 30, "ur_action": "denied"}),
        Item(3, "Functional restoration program, 10 days", {"treatment": "functional-restoration", "days": 10, "ur_action": "denied"}),
    ),
    traps=("ur-modified-remainder", "quantity-differs", "monitoring-documented", "records-listed-in-report", "typed-in-capitals", "post-ur-report",
           "missing-record", "denial-wrong-on-facts", "reviewer-on-another-page", "badly-recognised-text"),
    visits=(Visits("psychotherapy", 6, ("six",)),),
    missing=(Missing("Internal medicine QME report by Dr. Fergus Mbeki", date(2015, 9, 9), "im"),
             Missing("Amity General record of March 29", date(2017, 3, 29), "weaned"),
             Missing("Emergency report of Amity General", date(2012, 2, 6), "er-2012"),
             Missing("Operative report, debridement and graft", date(2012, 3, 14), "graft"),
             Missing("Operative report, rotator cuff repair", date(2013, 6, 25), "cuff"),
             Missing("AME report in orthopedics", date(2014, 5, 2), "ame"),
             Missing("Psychotherapy discharge summary by Minka Adeyemi", date(2016, 8, 30), "discharge"),
             Missing("Confirmation of the screen of January 10", date(2017, 1, 10), "lorazepam")),
    discrepancies=(Discrepancy(1, "quantity", ("dose-march", "rfa-120")), Discrepancy(None, "drug screening", ("clean", "ur-screens"))),
    absences=(
        Absence("No urine drug screen is documented.", "drug-screen-done", "clean"),
        Absence("Motivation to change is not documented.", "motivation", "wants"),
        Absence("Nothing shows that further surgery was ruled out.", "not-surgical-candidate", "no-knife"),
        Absence("No baseline functional evaluation is documented.", "baseline-evaluation", "baseline"),
        Absence("No check of the CURES database is documented.", "cures-checked", "cures"),
        Absence("No history of gastrointestinal bleeding is documented.", "gi-risk"),
        Absence("No formal screening for risk of opioid misuse is documented.", "risk-screening"),
    ),
    providers=("Ottavia Krantz", "Krantz", "Benedikt Soyinka-Hale", "Soyinka-Hale", "Lucasta Penrose", "Penrose", "Tobias Wren", "Wren", "Minka Adeyemi", "M. Adeyemi", "Adeyemi",
               "R. Castaway", "Castaway", "Fergus Mbeki", "Q. Obafemi", "Isolde Farquhar", "Kermit Vasey", "Vasey", "Augusta Thorne"),
)  # fmt: skip
