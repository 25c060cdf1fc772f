# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Pain medication and a drug test in one faxed file: what an organisation is sent more often than anything else."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.unseen_pain_papers import (
    AME,
    APRIL,
    AUGUST,
    CURES,
    EXPLANATION,
    PR2,
    SEPTEMBER,
    STRANGER,
    TEST,
    TEST_AGAIN,
    TEST_MARCH,
)
from scripts.cases.forms import imr_application, rfa
from scripts.cases.model import Absence, CaseFile, Discrepancy, Doc, File, Item, Look, Missing, Part, Patient

PATIENT = Patient(
    first="Delbert", last="Kinsolving", dob=date(1959, 5, 27), doi=date(2006, 11, 14), ssn="900-08-3391", claim="CI-06-220417", mrn="38854", phone="555-555-0180",
    address="610 Borax Avenue", city="Salton Wells, CA 90000", email="", employer="Chuckwalla Lumber & Truss", sex="M", job="yard loader",
)  # fmt: skip

_STATE = Clinic("STATE OF CALIFORNIA, DEPT. OF INDUSTRIAL RELATIONS", (), font="Times", size=9, margin=38, letterhead="typed", heading="band",
                signature="scribble", foot="none", check="box", dates="%m/%d/%Y", grid=0.6)  # fmt: skip
_UR = Clinic("Clearwater Medical Review Associates", ("on behalf of Colfax Indemnity Company",), font="Times", size=11, margin=66, letterhead="right", heading="caps",
             signature="electronic", foot="confidential", dates="%m/%d/%Y")  # fmt: skip
_FAX = Clinic(
    "COLFAX INDEMNITY COMPANY",
    ("FACSIMILE TRANSMITTAL SHEET",),
    font="Courier",
    size=12,
    margin=60,
    letterhead="left",
    heading="plain",
    signature="none",
    foot="none",
)
_DOCTOR = "Oriel T. Vandermeer, MD; Vandermeer Pain Consultants; 55 Date Palm Dr, Salton Wells, CA 90000; 555-555-0181; 555-555-0182; Pain Management; 1000000120"
_ADJUSTER = "Thomasina Breck; Colfax Indemnity Company; PO Box 4040, Riverbend, CA 90000; 555-555-0185"

COVER = Doc("cover", "Fax cover sheet", "correspondence", _FAX, """
TO: IMR UNIT          FROM: T. BRECK

DATE: 11/20/2014

RE: {NAME} / {claim} / CM99-0000146

MEDICAL RECORDS PER NOARFI. PLEASE NOTE THE 08/13/14 VISIT CAME TO US WITHOUT PAGE 1.

> This transmission is intended only for the addressee. If received in error please shred and call 555-555-0185.
""", date(2014, 11, 20), "Thomasina Breck", "administrator")  # fmt: skip

NOTICE = Doc("notice", "Notice of assignment and request for information", "correspondence", Clinic("Independent Medical Review - Sacramento", ("NOTICE OF ASSIGNMENT AND REQUEST FOR INFORMATION",),
             font="Times", size=11.5, margin=72, letterhead="left", heading="caps", signature="none", foot="none"), """
11/07/2014

Dear Thomasina Breck:

An application for IMR concerning {name} has been found eligible.

: IMR Case Number | CM99-0000146
: Employee | {name}
: Date of Injury | 11/14/2006
: UR Denial Date | 10/02/2014
: Application Received | 10/24/2014
: Date Assigned | 11/07/2014
: Priority | STANDARD

Medical records must be received within 15 calendar days of the mailing of this notice.
""", date(2014, 11, 7), None, "administrator")  # fmt: skip

UR = Doc("ur", "Utilization review determination", "ur_decision", _UR, """
10/02/2014

Oriel T. Vandermeer MD //
via fax 555-555-0182

Patient: {name}     DOB: {dob} //
Claim number: {claim} //
Date of injury: {doi} //
Date RFA received: 09/25/2014

# MODIFICATION AND DENIAL
Dear Doctor: this letter concerns your requests on the RFA dated 09/22/2014. It is the decision of the physician reviewer named on the last page.

REQUEST 1: Percocet 10/325mg #120. //
DECISION: MODIFIED. [[#ur-90 denied - opioid| 90 tablets are approved so that weaning can start; the remaining 30 tablets are denied.]]

REQUEST 2: [[#ur-flex denied - muscle-relaxant| Cyclobenzaprine 7.5mg #90.]] //
DECISION: DENIED.

REQUEST 3: [[denied - topical-nsaid| Diclofenac 1.5% topical solution 150ml.]] //
DECISION: DENIED.

REQUEST 4: [[denied - urine-drug-test| Urine drug test with confirmation, date of service 09/17/2014 (retrospective).]] //
DECISION: DENIED.
%% rights 3
===
# CLINICAL INFORMATION
55 year old male injured 11/14/2006. Per the report of 09/17/14 he has neck and shoulder pain of 8/10 reduced to 5/10 by medication, and has not returned to work.

# RATIONALE
1. [[#ur-no-function denied functional-improvement opioid| There is no evidence of functional gain with Percocet.]] Guidelines advise weaning when there is no overall improvement. 2. Muscle relaxants are for short courses; this claimant has used it for years. 3. Topical
NSAIDs are not advised for the shoulder. [[#ur-noprior denied oral-not-tolerated topical-nsaid| No intolerance of oral NSAIDs is noted.]] 4. Drug testing is advised where there is a risk of misuse; [[#ur-norisk denied risk-screening urine-drug-test| no risk stratification was submitted]].

# GUIDELINES
CA MTUS Chronic Pain Medical Treatment Guidelines (2009): opioids p. 76-80, weaning p. 124; muscle relaxants p. 63-66; topical analgesics p. 111-113; drug testing p. 43.
===
# REVIEWER
Ferdinand Applewhite, MD, licensed in California (A00031), board certified in Physical Medicine and Rehabilitation. Available for peer to peer Monday and Thursday 9:00 AM to 11:00 AM Pacific.
%% rights 4
~ Ferdinand Applewhite, MD | 10/02/2014
""", date(2014, 10, 2), "Ferdinand Applewhite, MD", "reviewer")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", _STATE, rfa(
    _DOCTOR, _ADJUSTER,
    ["Postlaminectomy synd, cerv | 722.81 | [[#rfa-120 requested - opioid| Percocet 10/325 mg]] | - | #120, 0 refills",
     "same | 722.81 | [[#rfa-flex requested - muscle-relaxant| Cyclobenzaprine 7.5 mg]] | - | 1 BID prn #60",
     "RC tendinitis R | 726.10 | [[requested - topical-nsaid| Diclofenac sodium 1.5% topical soln]] | - | 150 mL x 1",
     "Opiate use | V58.69 | [[requested - urine-drug-test| Urine drug test w/ confirmation, DOS 9/17/14 (retro)]] | 80102 | x 1"], "09/22/2014",
), date(2014, 9, 22), "Oriel T. Vandermeer, MD", "treating_physician")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", _STATE, imr_application(
    _ADJUSTER, "Oriel T. Vandermeer, MD; Vandermeer Pain Consultants; 55 Date Palm Dr, Salton Wells, CA 90000; 555-555-0181", "722.81; 726.10",
    ["Percocet 10/325 mg #120", "Cyclobenzaprine 7.5 mg #60", "Diclofenac 1.5% solution 150 ml", "Urine drug test 9/17/14"], "10/02/2014", "10/20/2014", attorney="Dunlevy & Shaw",
), date(2014, 10, 20), "Delbert Kinsolving", "patient")  # fmt: skip

_SENT = "11/20/2014 THU 14:{p:02d}  FAX 555 555 0186  COLFAX IND WC              {f:03d}/020"

CASE = CaseFile(
    name="unseen-pain",
    about="Opioid reduced, relaxant, topical and a drug test denied; risk and function stand in other papers of one faxed file.",
    patient=PATIENT,
    header=CaseHeader(case_number="CM99-0000146", date_assigned=date(2014, 11, 7), date_of_injury=date(2006, 11, 14), ur_denial_date=date(2014, 10, 2),
                      request_date=date(2014, 9, 22), priority="STANDARD", application_received=date(2014, 10, 24)),
    files=(
        File("FAX_20141120_1402_5555550186.pdf", (
            Part(COVER, Look(fax=_SENT)), Part(NOTICE, Look(fax=_SENT)), Part(UR, Look(fax=_SENT)),
            Part(APPLICATION, Look(scan="fax", skew=0.8, fax=_SENT)), Part(REQUEST, Look(scan="fax", skew=-1.2, fax=_SENT)),
            Part(TEST, Look(fax=_SENT)), Part(AME, Look(fax=_SENT)), Part(SEPTEMBER, Look(fax=_SENT)), Part(AUGUST, Look(fax=_SENT), pages=(2,)),
            Part(STRANGER, Look(fax=_SENT)), Part(TEST_AGAIN, Look(fax=_SENT)), Part(APRIL, Look(fax=_SENT)), Part(TEST_MARCH, Look(scan="fax", skew=0.5, fax=_SENT)),
            Part(CURES, Look(fax=_SENT)), Part(PR2, Look(fax=_SENT)), Part(EXPLANATION, Look(fax=_SENT)),
        ), bates="KINSOLVING {n:04d}"),
    ),
    items=(
        Item(1, "Percocet 10/325 mg #120",
             {"treatment": "opioid", "drug": "oxycodone/acetaminophen", "strength": "10/325 mg", "quantity": 120, "ur_action": "modified",
              "remainder": {"original_count": 120, "authorized_count": 90, "remaining_count": 30}}),
        Item(2, "Cyclobenzaprine 7.5 mg #60", {"treatment": "muscle-relaxant", "drug": "cyclobenzaprine", "strength": "7.5 mg", "quantity": 60, "ur_action": "denied"}),
        Item(3, "Diclofenac 1.5% topical solution 150 ml", {"treatment": "topical-nsaid", "drug": "diclofenac", "strength": "1.5%", "ur_action": "denied"}),
        Item(4, "Urine drug test with confirmation, DOS 9/17/2014",
             {"treatment": "urine-drug-test", "retrospective": True, "service_date": date(2014, 9, 17), "ur_action": "denied"}),
    ),
    traps=("one-faxed-file", "ur-modified-remainder", "quantity-differs", "page-lost", "contradicting-notes", "duplicates", "other-patient-page", "missing-record"),
    others=(STRANGER.patient,) if STRANGER.patient else (),
    missing=(Missing("Supplemental AME report of Dr. Ellingham", date(2014, 6, 30), "stip"),
             Missing("MRI of the cervical spine, Inland Open MRI", date(2012, 5, 2), "mri12"),
             Missing("Electrodiagnostic study by Dr. J. Prudhomme", date(2012, 8, 16), "edx12"),
             Missing("Pain management note of Dr. Vandermeer", date(2014, 1, 22), "ov14"),
             Missing("Urine drug tests of June and December 2013", None, "udt13")),
    discrepancies=(Discrepancy(2, "quantity", ("rfa-flex", "ur-flex")),),
    absences=(
        Absence("No functional improvement with the opioid is documented.", "functional-improvement", "func"),
        Absence("No intolerance of oral NSAIDs is documented.", "oral-not-tolerated", "gi"),
        Absence("No aberrant behavior is documented.", "aberrant-behaviour", "lab-odd"),
        Absence("No review of CURES is documented.", "cures-checked", "cures-today"),
        Absence("No risk screening is documented.", "risk-screening", "soapp"),
        Absence("No return to work is documented.", "returned-to-work"),
        Absence("No progressive neurological deficit is documented.", "progressive-deficit"),
    ),
    held_out=True,
    providers=("Oriel T. Vandermeer", "O. Vandermeer", "Vandermeer O", "Vandermeer", "Caspian Ruggero", "Barnaby S. Ellingham", "Ellingham", "Ferdinand Applewhite", "Thomasina Breck",
               "T. Breck", "Phyllida Marchetti-Roe", "Tomasi", "J. Prudhomme"),
)  # fmt: skip
