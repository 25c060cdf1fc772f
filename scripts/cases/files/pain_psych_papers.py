# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Papers of the pain and psychology case: two reviews, two requests, laboratory, registry, pharmacy, and another patient's screen."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.forms import STATE, imr_application, rfa
from scripts.cases.model import Doc, Patient

PATIENT = Patient(
    first="Leander", last="Moxham", dob=date(1966, 2, 17), doi=date(2011, 9, 13), ssn="900-08-5517", claim="GTD-11-3390", mrn="LM66-021",
    phone="(555) 555-0141", address="3157 Coaling Dock Street", city="Gullane Bay, CA 90000", email="", employer="Gullane Transit District",
    sex="M", job="bus mechanic", also=(("relative", "Odile"),),
)  # fmt: skip
STRANGER = Patient(
    first="Thora", last="Blenkinsop", dob=date(1983, 5, 1), doi=date(2015, 3, 3), ssn="900-77-4412", claim="GTD-15-0914", mrn="TB83-050",
    phone="(555) 555-0142", address="9 Ropewalk", city="Gullane Bay, CA 90000", email="", employer="Bay Ferry Canteen", sex="F", job="cashier",
)  # fmt: skip

_SEXTANT = Clinic("SEXTANT CLINICAL REVIEW", ("On behalf of Gullane Transit District, self-insured",), font="Helvetica", size=10, margin=60, letterhead="band", heading="plain",
                  signature="none", foot="page-of", dates="%m/%d/%Y", colour="#403a60", grid=0.6)  # fmt: skip
_MARROW = Clinic("Marrow Behavioral Review, Inc.", ("4th floor, 20 Customs Square", "t. 555 555 0143   f. 555 555 0144"), font="Times", size=11.5, margin=80, letterhead="right",
                 heading="runin", signature="scribble", foot="dash", dates="%B ~%d, %Y")  # fmt: skip
_LAB = Clinic("CASPIAN TOXICOLOGY", ("CLIA on file   Director: P. Nakagawa-Frye, PhD",), font="Courier", size=9, margin=44, letterhead="left", heading="band", signature="none", foot="page-of",
              dates="%m/%d/%Y", grid=0.3)  # fmt: skip
_ADJUSTER = "Hesper Dunmore; Gullane Transit District Claims; 1 Carbarn Way, Gullane Bay, CA 90000; (555) 555-0145"
_PAIN = "Bronwen Takahashi, MD; Bay Pain & Function; 60 Capstan Rd, Gullane Bay, CA 90000; 555-555-0146; 555-555-0147; PM&R / Pain; 1000000225"
_PSYCH = "Emeric Saltonstall, PhD; Saltonstall Psychology Group; 14 Observatory Hill, Gullane Bay, CA 90000; 555-555-0148; 555-555-0149; Psychology; 1000000233"

COVERS = tuple(
    Doc(ident, f"Fax cover, transmission {number} of 2", "correspondence", Clinic(
        "FAX", (), font="Courier", size=12, margin=70, letterhead="typed", heading="plain", signature="none", foot="none", dates="%m/%d/%y"), f"""
TO: IMR RECORDS INTAKE //
FROM: GTD CLAIMS / H DUNMORE //
DATE: 06/0{day}/17     TRANSMISSION {number} OF 2 //
RE: {{LASTFIRST}}   {{claim}}

{note}

CONFIDENTIAL. IF YOU ARE NOT THE ADDRESSEE CALL (555) 555-0145.
""", date(2017, 6, day), "Hesper Dunmore", "administrator")
    for ident, number, day, note in (
        ("cover-1", "1", 6, "FEEDER JAMMED TWICE, SOME SHEETS WENT IN BACKWARD. SORRY."),
        ("cover-2", "2", 7, "REST OF FILE. LAST SHEET OF DR SALTONSTALL'S REPORT IS IN HERE."),
    )
)  # fmt: skip

REQUEST_MEDS = Doc("rfa-meds", "Request for authorization, medication", "rfa", STATE, rfa(
    _PAIN, _ADJUSTER, ["Chronic pain syndrome | G89.4 | [[#rfa-norco requested - opioid| Hydrocodone/APAP 10/325]] | | 1 q6h prn #120, RF 0",
                       "Insomnia due to pain | G47.01 | [[#rfa-zolpidem requested - sedative| Zolpidem 10 mg]] | | 1 qhs prn #30, RF 0",
                       "Radiculopathy, lumbar | M54.16 | Gabapentin 800 mg | | 1 tid #90, RF 0"], "05/01/2017", new=False,
), date(2017, 5, 1), "Bronwen Takahashi, MD", "treating_physician")  # fmt: skip

REQUEST_CBT = Doc("rfa-cbt", "Request for authorization, psychology", "rfa", STATE, rfa(
    _PSYCH, _ADJUSTER, ["Pain disorder with related psychological factors | F45.42 | [[#rfa-cbt requested - cbt| Cognitive behavioral therapy, individual]] | 90834 | 10 sessions, weekly"], "05/03/2017",
), date(2017, 5, 3), "Emeric Saltonstall, PhD", "treating_physician")  # fmt: skip

UR_MEDS = Doc("ur-meds", "Utilization review determination on medication", "ur_decision", _SEXTANT, """
05/09/2017

To: Bronwen Takahashi, MD //
Re: {name}   Claim {claim}   DOI {doi} //
RFA received 05/02/2017

NOTICE OF DETERMINATION - PARTIAL APPROVAL

|= 4 2 4
| Requested | Decision | Comment |
| [[#ur-norco denied - opioid| Hydrocodone-acetaminophen 10-325 mg, #120]] | MODIFY | certified: #90. Not certified: #30 |
| [[#ur-zolpidem denied - sedative| Zolpidem 10 mg, #30]] | NON-CERTIFY | |
| Gabapentin 800 mg, #90 | CERTIFY | through 08/09/2017 |

Summary of records //
PR-2 of 04/27/2017 (2 pages). No laboratory, pharmacy or psychological record accompanied the request.
===
Discussion //
Opioid. Thirty tablets are withheld so that the dose is lowered. [[#ur-screen denied drug-screen-done opioid| A recent toxicology result is not among the papers]], [[#ur-pact denied opioid-agreement opioid| nor a signed pain contract]], and [[#ur-benefit denied opioid-benefit opioid| there is no statement of what the patient can do on the drug that he could not do off it]]. A taper from 120 to 90 over one month is safe.

Zolpidem. This class is for two to six weeks. [[#ur-hygiene denied sleep-evaluated sedative| Sleep hygiene and the cause of the poor sleep are not discussed.]] [[#ur-years done long-term-use sedative| He has been on it for years.]]

Gabapentin is a first choice in nerve pain and is certified.

Guideline //
MTUS Chronic Pain Medical Treatment Guidelines (2016); ODG Formulary, insomnia treatment.
%% rights 4
===
Reviewing physician //
Absalom Whitcliffe, DO, Anesthesiology and Pain Medicine, CA 20A. Decision made 05/09/2017. Available M-F 1 to 5 pm, (555) 555-0150.
%% rights 2
""", date(2017, 5, 9), "Absalom Whitcliffe, DO", "reviewer")  # fmt: skip

UR_CBT = Doc("ur-cbt", "Utilization review determination on psychotherapy", "ur_decision", _MARROW, """
May 11, 2017

Emeric Saltonstall, PhD

Concerning: {name}, {claim}, injured {doi}

Dear Dr. Saltonstall:

On May 4, 2017 we received your request for ten sessions of cognitive behavioral therapy. After speaking with your office I am able to approve it in part.

# Approved
[[#ur-cbt-four|Four (4) sessions of cognitive behavioral therapy]], to be used by August 11, 2017.
# Not approved
[[#ur-cbt denied - cbt| Six (6) sessions of cognitive behavioral therapy.]]
# Why
Up to ten visits are recommended when the first three or four show gain. [[#ur-three denied prior-sessions cbt| Three sessions have been held as far as I can tell]] and [[#ur-cbt-gain denied functional-improvement cbt| scores before and after were not sent]]. A further four will let you show where he stands.
# Source
MTUS, behavioral interventions; ODG psychotherapy guideline.

You may appeal; so may he. The form is enclosed.

~ Rosalba Quintrell, Psy.D. |
""", date(2017, 5, 11), "Rosalba Quintrell, PsyD", "reviewer")  # fmt: skip

SCREEN = Doc("uds-0330", "Urine drug test report", "other", _LAB, """
PATIENT {LASTFIRST}     DOB {dob}     ID {mrn} //
COLL 03/30/2017 10:40     RPT 04/03/2017     CLIENT: BAY PAIN & FUNCTION

# LC-MS/MS CONFIRMATION
|= 4 2 2 3
| ANALYTE | RESULT NG/ML | CUTOFF | VERSUS MEDS GIVEN |
| HYDROCODONE | [[#found-norco done drug-screen-done opioid| 1480, TAKEN AS PRESCRIBED]] | 50 | EXPECTED |
| NORHYDROCODONE | 2210 | 50 | EXPECTED |
| ZOLPIDEM CARBOXYLIC ACID | 96 | 10 | EXPECTED |
| GABAPENTIN | >10000 | 1000 | EXPECTED |
| BUTALBITAL | [[#butalbital done aberrant-behaviour opioid| 310, not on the list of prescribed drugs]] | 100 | ** UNEXPECTED ** |
| COCAINE / AMPHETAMINES / 6-MAM | ND | | |
CREATININE 112 MG/DL, PH 6.1: SPECIMEN VALID
""", date(2017, 4, 3), None, "other")  # fmt: skip

STRAY = Doc("stray", "Urine drug test report of another patient", "other", _LAB, """
PATIENT {LASTFIRST}     DOB {dob}     ID {mrn} //
COLL 03/30/2017 11:15     RPT 04/03/2017     CLIENT: BAY PAIN & FUNCTION

# LC-MS/MS CONFIRMATION
|= 4 2 2 3
| ANALYTE | RESULT NG/ML | CUTOFF | VERSUS MEDS GIVEN |
| TRAMADOL | ND | 100 | ** UNEXPECTED ** |
| OXYCODONE | 640 | 50 | ** UNEXPECTED ** |
CREATININE 88 MG/DL, PH 5.8: SPECIMEN VALID
""", date(2017, 4, 3), None, "other", patient=STRANGER)  # fmt: skip

PHARMACY = Doc("pharmacy", "Pharmacy fill history", "other", Clinic(
    "Coaling Dock Drug", ("patient history report",), font="Courier", size=8.5, margin=40, letterhead="typed", signature="none", foot="none", dates="%m/%d/%y", grid=0), """
{LASTFIRST}  {dob}  {phone}     FROM 10/01/16 TO 05/15/17

|= 2 5 1 1 3
| FILLED | DRUG | QTY | DS | PRESCRIBER |
| 10/28/16 | HYDROCODONE-APAP 10-325 | 180 | 30 | TAKAHASHI B |
| 11/25/16 | HYDROCODONE-APAP 10-325 | 180 | 30 | TAKAHASHI B |
| 01/02/17 | HYDROCODONE-APAP 10-325 | 150 | 30 | TAKAHASHI B |
| 02/02/17 | HYDROCODONE-APAP 10-325 | 150 | 30 | TAKAHASHI B |
| 03/30/17 | [[#less done taper-plan opioid| HYDROCODONE-APAP 10-325, 120 in place of 150]] | 120 | 30 | TAKAHASHI B |
| 04/28/17 | HYDROCODONE-APAP 10-325 | 120 | 30 | TAKAHASHI B |
| 04/28/17 | ZOLPIDEM 5 MG | 30 | 30 | TAKAHASHI B |
| 04/28/17 | GABAPENTIN 800 MG | 90 | 30 | TAKAHASHI B |
""", date(2017, 5, 15), None, "other", after_ur=True)  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE, imr_application(
    _ADJUSTER, "Bronwen Takahashi, MD; Bay Pain & Function; 60 Capstan Rd, Gullane Bay, CA 90000; 555-555-0146", "G89.4, G47.01, F45.42",
    ["Norco 10/325 #120 (30 not allowed)", "zolpidem 10 mg #30", "cognitive behavioral therapy, 6 of 10 sessions not allowed"], "05/09/2017 and 05/11/2017", "05/22/2017", kind="modified",
), date(2017, 5, 22), "Leander Moxham", "patient")  # fmt: skip

NOTICE = Doc("notice", "Notice of assignment and request for information", "correspondence", Clinic(
    "INDEPENDENT REVIEW DESK", ("Notice of assignment",), size=10.5, letterhead="left", heading="underline", signature="none", foot="none", dates="%m/%d/%Y", grid=0), """
NOTICE OF ASSIGNMENT AND REQUEST FOR INFORMATION

| IMR case | CM99-0000133 |
| Employee | {name} |
| Claim | {claim} |
| Injury | {doi} |
| UR decision | 05/11/2017 |
| Application received | 05/26/2017 |
| Assigned | 06/01/2017 |
| Priority | Standard |

The two decisions of 05/09/2017 and 05/11/2017 are reviewed together. Send all records of the past six months within 15 days.
""", date(2017, 6, 1), None, "administrator")  # fmt: skip
