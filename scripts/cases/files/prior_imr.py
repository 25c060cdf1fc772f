# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Tramadol that an earlier determination of the same worker found necessary, on the same facts."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.forms import STATE, imr_application, rfa
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Missing, Part, Patient

PATIENT = Patient(
    first="Odalys", last="Ferreira", dob=date(1958, 1, 30), doi=date(2009, 3, 19), ssn="900-70-3312",
    claim="SJ-09-4471", mrn="OF1958", phone="(555) 555-0161", address="12 Chapel Rise",
    city="San Jacobo, CA 90000", email="", employer="San Jacobo County", sex="F", job="eligibility worker",
)  # fmt: skip

_NOTES = Clinic("San Jacobo Physical Medicine", ("Desmond Achterberg, M.D., Q.M.E.", "Board Certified, Physical Medicine & Rehabilitation"),
                font="Times", size=10.5, margin=70, letterhead="centre", heading="runin", signature="perjury", foot="re-page",
                dates="%B ~%d, %Y")  # fmt: skip
_IMR = Clinic("INDEPENDENT MEDICAL REVIEW FINAL DETERMINATION LETTER", (), font="Times", size=10.5, margin=60, letterhead="centre",
              heading="caps", signature="none", foot="page-of", dates="%m/%d/%Y")  # fmt: skip
_UR = Clinic("County of San Jacobo / Brightwater UR", ("Utilization Review Unit", "Fax 555-555-0169"), font="Courier", size=9.5,
             margin=54, letterhead="typed", heading="caps", signature="typed", foot="page-of", dates="%m/%d/%y", grid=0)  # fmt: skip
_RX = Clinic("Chapel Rise Pharmacy - patient profile", (), size=8.5, margin=40, letterhead="left", signature="none",
             foot="none", dates="%m/%d/%y", grid=0.2)  # fmt: skip

_DOCTOR = "Desmond Achterberg, MD; San Jacobo Physical Medicine; 3 Almshouse Lane, San Jacobo, CA 90000; 555-555-0164; 555-555-0165; PM&R; 1000000055"
_ADJUSTER = "Petra Lindqvist; County of San Jacobo; 70 Court Street, San Jacobo, CA 90000; 555-555-0168"

PRIOR = Doc("prior-imr", "Earlier independent medical review determination", "prior_imr", _IMR, """
| Case Number: CM99-0000077 | Date Assigned: 09/28/2015 |
| Date of Injury: 03/19/2009 | Decision Date: 11/04/2015 |
| UR Denial Date: 09/03/2015 | Application Received: 09/11/2015 |
| Employee: {name} | Claim: {claim} |

# How the IMR Final Determination was made
The complete case file was sent to an expert reviewer who is board certified in pain medicine and licensed in California.
# Clinical case summary
The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical
records:

The worker is a 57-year-old woman with neck and bilateral wrist pain after years of keyboard work. She takes
tramadol ER 150 mg once a day, after which pain falls from 7 to 3. She works full time. Urine screens of February and August
2015 were as expected.
# IMR issues, decisions and rationales
The Final Determination was based on decisions for the disputed items/services set forth below:

## 1. Tramadol ER 150 mg #30: Overturned

The Claims Administrator based its decision on the MTUS Chronic Pain Treatment Guidelines, Opioids.

The Expert Reviewer based his/her decision on the MTUS Chronic Pain Treatment Guidelines Opioids, criteria for use Page(s):
76-80.

The Expert Reviewer's decision rationale: [[#prior-yes history opioid-benefit tramadol| The worker has remained at full time work on this drug and its effect, adverse
effects and use are documented at each visit.]] [[#prior-outcome| Therefore, the requested treatment is medically necessary.]]
""", date(2015, 11, 4), None, "reviewer")  # fmt: skip

DECEMBER = Doc("note-1201", "Progress report of December 1, 2015", "progress_note", _NOTES, """
December 1, 2015

RE: {NAME} //
D/I: {doi} //
Claim: {claim}

Primary treating physician's progress report

# Subjective
{title} {last} has neck and wrist pain, 3/10 with tramadol and 7/10 before the daily dose. [[#work done returned-to-work -| She works full time at her usual job]] with
a headset and a split keyboard. She denies drowsiness. Her home number has changed to {phone}.
# Objective
Neck rotation 60 degrees to each side. Phalen positive on both sides. Grip 22/20/22 right, 20/20/18 left.
# Diagnoses
Cervical strain, 847.0. Bilateral carpal tunnel syndrome, 354.0.
# Monitoring
[[#screen done drug-screen-done urine-drug-test| Urine screen of November 3 showed tramadol and nothing else.]] [[done cures-checked tramadol| CURES of November 30: this office only.]] [[done opioid-agreement tramadol| The agreement is on file.]]
[[done side-effects-reviewed tramadol| No nausea, no constipation.]]
# Discussion
[[#imr-mention history - tramadol| The drug was found medically necessary by independent medical review on November 4, 2015.]] Nothing has changed since.
# Treatment plan
[[#note-strength requested - tramadol| Tramadol ER 150 mg, one daily, #30]], with one refill. [[history - emg| She had nerve conduction studies by Dr. Yates in 2010]], which
[[#yates history electrodiagnostic-confirmation ncs| showed moderate carpal tunnel syndrome on both sides]]. [[denied surgery-planned -| She does not want surgery.]]
# Work status
Full duty.
~ Desmond Achterberg, M.D. | License A00000
""", date(2015, 12, 1), "Desmond Achterberg, MD", "treating_physician")  # fmt: skip

SEPTEMBER = Doc("note-0818", "Progress report of August 18, 2015", "progress_note", _NOTES, """
August 18, 2015

RE: {NAME} //
D/I: {doi}

# Subjective
Neck and wrists 3 to 4/10. Working full time. Sleeps seven hours.
# Objective
Phalen positive both sides. Grip 22/22/20 right, 20/18/18 left.
# Treatment plan
[[requested - tramadol| Renew tramadol ER 150 mg #30.]] Night splints. [[history home-exercise -| She continues her neck exercises each morning.]]
# Work status
Full duty.
~ Desmond Achterberg, M.D. | License A00000
""", date(2015, 8, 18), "Desmond Achterberg, MD", "treating_physician")  # fmt: skip

PHARMACY = Doc("pharmacy", "Pharmacy profile", "other", _RX, """
{LASTFIRST}  {dob}  {address}, {city}
|= 1 3 0.7 1 2
| Date | Drug | Qty | Days | Prescriber |
| 12/02/15 | TRAMADOL HCL ER 150MG CAP | 30 | 30 | ACHTERBERG |
| 11/04/15 | TRAMADOL HCL ER 150MG CAP | 30 | 30 | ACHTERBERG |
| 10/05/15 | TRAMADOL HCL ER 150MG CAP | 30 | 30 | ACHTERBERG |
| 09/04/15 | TRAMADOL HCL ER 150MG CAP | 30 | 30 | ACHTERBERG |
| 08/06/15 | TRAMADOL HCL ER 150MG CAP | 30 | 30 | ACHTERBERG |
""", date(2015, 12, 9), None, "administrator")  # fmt: skip

UR = Doc("ur", "Utilization review decision", "ur_decision", _UR, """
12/14/15

TO: DESMOND ACHTERBERG MD   FAX 555-555-0165 //
RE: {LASTFIRST}   CLAIM {claim}   DOI {doi} //
RFA DATED 12/03/15, RECEIVED 12/07/15

REQUEST: [[#ur-drug denied - tramadol| TRAMADOL ER 100 MG #30 WITH 1 REFILL]]

DETERMINATION: DENIED

RATIONALE: THE CLAIMANT HAS USED THE DRUG FOR OVER A YEAR. OPIOIDS ARE NOT RECOMMENDED FOR LONG TERM USE IN NECK STRAIN OR
CARPAL TUNNEL SYNDROME. WEANING WOULD BE EXPECTED. MTUS CHRONIC PAIN GUIDELINES PAGE 80.

A PHYSICIAN COMPETENT TO EVALUATE THE CLINICAL ISSUES MADE THIS DECISION.

~ Ignatius Bole, MD | Occupational Medicine
""", date(2015, 12, 14), "Ignatius Bole, MD", "reviewer")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", STATE, rfa(
    _DOCTOR, _ADJUSTER, ["Cervical strain | 847.0 | [[#rfa-drug requested - tramadol| Tramadol ER 150 mg]] | - | #30, 1 refill",
                         "CTS bilateral | 354.0 | [[requested - brace| Wrist splint, night, bilateral]] | L3908 | 1 pair"], "12/03/2015",
), date(2015, 12, 3), "Desmond Achterberg, MD", "treating_physician")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE, imr_application(
    _ADJUSTER, "Desmond Achterberg, MD; San Jacobo Physical Medicine; 3 Almshouse Lane, San Jacobo, CA 90000; 555-555-0164",
    "847.0, 354.0", ["Tramadol ER 150 mg #30 with 1 refill"], "12/14/2015", "12/28/2015",
), date(2015, 12, 28), "Odalys Ferreira", "patient")  # fmt: skip

NOTICE = Doc("notice", "Letter of assignment", "correspondence", Clinic(
    "Independent Review Organization", ("Notice of Assignment and Request for Information (NOARFI)",), size=10, letterhead="right", signature="none",
), """
Dear Ms. Lindqvist:

| IMR case | CM99-0000105 |
| Worker | {name} |
| Injury | 03/19/2009 |
| Decision disputed | 12/14/2015 |
| Application received | 01/04/2016 |
| Assigned | 01/15/2016 |
| Review type | Standard |

Kindly submit the records within fifteen days.
""", date(2016, 1, 15), None, "administrator")  # fmt: skip

CASE = CaseFile(
    name="prior-imr",
    about="Tramadol denied six weeks after another review found it necessary on the same facts.",
    patient=PATIENT,
    header=CaseHeader(case_number="CM99-0000105", date_assigned=date(2016, 1, 15), date_of_injury=date(2009, 3, 19),
                      ur_denial_date=date(2015, 12, 14), request_date=date(2015, 12, 3), priority="Standard",
                      application_received=date(2016, 1, 4)),
    files=(
        File("ferreira part 1.pdf", (Part(NOTICE), Part(APPLICATION, Look(scan="fax", skew=-1.7)), Part(UR))),
        File("ferreira part 2.pdf", (Part(SEPTEMBER), Part(PRIOR, Look(scan="grey", skew=0.7)), Part(DECEMBER))),
        File("ferreira part 10.pdf", (Part(REQUEST, Look(scan="fax", skew=0.4)), Part(PHARMACY))),
    ),
    items=(Item(1, "Tramadol ER 150 mg #30 with 1 refill",
                {"treatment": "tramadol", "drug": "tramadol", "strength": "150 mg", "quantity": 30, "refills": 1, "ur_action": "denied"}),),
    traps=("prior-imr-opposite", "strength-differs", "natural-order-of-file-names"),
    missing=(Missing("Nerve conduction studies by Dr. Yates, 2010", None, "yates"),),
    discrepancies=(Discrepancy(1, "strength", ("rfa-drug", "ur-drug")),),
    absences=(
        Absence("No urine drug screen is documented.", "drug-screen-done", "screen"),
        Absence("No return to work is documented.", "returned-to-work", "work"),
        Absence("No taper plan is documented.", "taper-plan"),
    ),
    providers=("Desmond Achterberg", "Achterberg", "Ignatius Bole", "Petra Lindqvist", "Lindqvist", "Yates"),
)  # fmt: skip
