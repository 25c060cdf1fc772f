# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""More chiropractic and acupuncture after a flare-up, with visit cards to count: therapy disputes as they are sent."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.unseen_neck_papers import CARD, EVALUATION, JULY, LEDGER, MAY, MRI, NEEDLES, NERVES, THERAPY
from scripts.cases.forms import imr_application
from scripts.cases.model import (
    Absence,
    CaseFile,
    Discrepancy,
    Doc,
    File,
    Item,
    Look,
    Missing,
    Part,
    Patient,
    Scrawl,
    Visits,
)

PATIENT = Patient(
    first="Imogen", last="Castelblanco", dob=date(1983, 1, 19), doi=date(2014, 8, 21), ssn="900-29-7115", claim="PSJ14-60733", mrn="LSC-3071", phone="555.555.0210",
    address="16 Wharf Lantern Way #4", city="Larkmoor, CA 90000", email="imo.castel@example.net", employer="Larkmoor Unified School District", sex="F", job="instructional aide", also=(("dob", "Jan 19 1983"),),
)  # fmt: skip

_STATE = Clinic("DIR - DIVISION OF WORKERS' COMPENSATION", ("Independent medical review",), font="Times", size=9.5, margin=54, letterhead="centre", heading="caps", signature="scribble",
                foot="none", check="brackets", dates="%m/%d/%Y", grid=0.2)  # fmt: skip
_RFA = Clinic(
    "",
    (),
    size=9,
    margin=40,
    letterhead="none",
    heading="band",
    signature="scribble",
    foot="none",
    check="box",
    dates="%m-%d-%Y",
    grid=0.9,
)
_UR = Clinic("Northmark UR Partners", ("PO Box 3003, Eastbridge, CA 90000", "t 555.555.0217   f 555.555.0218"), font="Times", size=10.5, margin=62, letterhead="right", heading="plain",
             signature="electronic", foot="re-page", dates="%B ~%d, %Y", grid=0.4)  # fmt: skip
_ADJUSTER = (
    "Fabian Drummond-Ekwueme; Peninsula Schools JPA; 400 Harbor Civic Plaza, Delta Landing, CA 90000; 555.555.0215"
)

QUESTION = Doc("more-information", "Request for additional information", "correspondence", _UR, """
July 20, 2017

Aurel McTiernan, D.C., by fax 555.555.0212

Re: {name}, {claim}, injured {doi}

To decide on your request for authorization received July 18, 2017 our reviewer needs: (1) number of chiropractic visits done to date and dates; (2) the acupuncture notes; (3) what the job needs are for which a capacity evaluation is asked. Please answer by
July 24, 2017. A decision will be made with what is at hand if nothing comes.

~ Ludmila Ostroff, Intake |
""", date(2017, 7, 20), "Ludmila Ostroff", "administrator")  # fmt: skip

UR = Doc("ur", "Utilization review decision", "ur_decision", _UR, """
July 25, 2017

Aurel McTiernan, D.C. //
1455 Hatchery Road, Larkmoor, CA 90000

Injured worker: {name} //
Claim: {claim}     Date of injury: {doi} //
Request dated July 13, 2017, received July 18, 2017

Decision in short

|= 4.5 2 2.2
| Requested | Decision | Approved |
| [[#ur-dc denied - chiropractic| Chiropractic treatment, cervical and thoracic spine, 12 visits]] | Denied | 0 |
| [[#ur-acu denied - acupuncture| Acupuncture, cervical spine, 8 visits]] | Modified | 4 visits |
| [[denied - fce| Functional capacity evaluation]] | Denied | 0 |

Why

Chiropractic: the worker has had an unknown number of visits since 2016. [[#ur-nogain denied functional-improvement chiropractic| No lasting functional improvement is shown]], and care of the elective or maintenance kind is not medically necessary. No answer was received to our question of July 20.

Acupuncture: a first course gave relief of headaches. Four further treatments are approved to see whether function improves; the other four are not approved.

Functional capacity evaluation: [[#ur-nortw denied rtw-attempts-failed fce| there is no record of a failed attempt to go back to work]] or of conflicting medical reports on work capacity.

Sources

Medical Treatment Utilization Schedule: Chronic Pain Medical Treatment Guidelines (July 28, 2016), manual therapy and manipulation; Acupuncture Medical Treatment Guidelines, 8 CCR 9792.24.1. ODG Fitness for Duty, functional capacity evaluation.

Read: request for authorization; report of July 11, 2017.
%% rights 3
===
Physician reviewer: Casilda Venn-Marlowe, D.C., licensed in California, DC00000, active practice in Eastbridge.
%% rights 3
~ Casilda Venn-Marlowe, D.C. | July 25, 2017
""", date(2017, 7, 25), "Casilda Venn-Marlowe, DC", "reviewer")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", _RFA, """
T: State of California DWC - REQUEST FOR AUTHORIZATION (DWC FORM RFA)
[x] New Request   [ ] Resubmission   [ ] Expedited Review   [ ] Prior oral request

# EMPLOYEE
| {lastfirst} | DOI {doi} | DOB {dob} |
| Claim {claim} | Emp. {employer} | |
# REQUESTING PROVIDER
| Aurel McTiernan DC, Larkmoor Spinal Care | NPI 1000000157 | Chiropractic |
| 1455 Hatchery Road, Larkmoor CA 90000 | 555.555.0211 | fax 555.555.0212 |
# CLAIMS ADMINISTRATOR
| Peninsula Schools JPA | F. Drummond-Ekwueme | fax 555.555.0216 |
# REQUESTED TREATMENT
|= 2 1.2 3.6 1.3 2.2
| Dx | ICD-10 | Service | CPT | Freq |
| Cerv sprain | S13.4XXD | [[#rfa-dc requested - chiropractic| Chiropractic cervical + thoracic]] | 98941, 97140 | 2 x wk x 4 wks (8) |
| Cerv sprain, HA | G44.209 | [[requested - acupuncture| Acupuncture cervical]] | 97810-14 | 2 x wk x 4 wks (8) |
| Cerv sprain | S13.4XXD | [[requested - fce| Functional capacity eval]] | 97750 | 1 |
Sig. on file, 07-13-2017
~ Aurel McTiernan, D.C. |
""", date(2017, 7, 13), "Aurel McTiernan, DC", "treating_physician")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", _STATE, imr_application(
    _ADJUSTER, "Aurel McTiernan, DC; Larkmoor Spinal Care; 1455 Hatchery Road, Larkmoor, CA 90000; 555.555.0211", "S13.4XXD cervical sprain",
    ["Chiropractic cervical and thoracic, 8 visits", "Acupuncture cervical - 8 visits requested, 4 allowed", "Functional capacity evaluation"], "07/25/2017", "08/07/2017",
), date(2017, 8, 7), "Imogen Castelblanco", "patient")  # fmt: skip

INTAKE = Doc("intake", "Assignment of the review", "correspondence", Clinic("Assignment Memorandum, Independent Medical Review", (), size=10.5, margin=70, letterhead="left", heading="plain", signature="none",
             foot="none"), """
Date: August 23, 2017

: Case | CM99-0000178
: Worker | {name}
: DOI | 08/21/2014
: UR decision | 07/25/2017
: Application received | 08/15/2017
: Assigned | 08/23/2017
: Type | Standard

Sender of records: Peninsula Schools JPA. Pages received: 19.
""", date(2017, 8, 23), None, "administrator")  # fmt: skip

DUTIES = Doc("duties", "Description of employee's job duties", "other", Clinic("LARKMOOR UNIFIED SCHOOL DISTRICT", ("Human Resources - Description of Employee's Job Duties (RU-91)",), size=9.5, margin=50,
             letterhead="left", heading="plain", signature="scribble", foot="none", check="x", grid=0.5, dates="%m/%d/%Y"), """
| Employee {name} | Claim {claim} |
| Job title: Instructional aide, special day class | Hours: 7 per day |

Duties: helps pupils with lessons, meals and toileting; supervises yard.

|= 3 1.2 1.2 1.2 1.2
| Activity | Never | Occas. | Freq. | Const. |
| Sitting | | _X_ | | |
| Standing / walking | | | _X_ | |
| Bending neck | | | _X_ | |
| Lifting 11-25 lb | | | _X_ | |
| [[#lift done job-demands fce| Lifting 51-75 lb (pupil transfer, two persons)]] | | _X_ | | |
Signed 05/19/2017 by employee and by R. Abiodun, HR
~ R. Abiodun |
""", date(2017, 5, 19), "R. Abiodun", "administrator")  # fmt: skip

CASE = CaseFile(
    name="unseen-neck",
    about="Chiropractic, acupuncture and a capacity test for a neck that flared up; the visits have to be counted from cards and payments.",
    patient=PATIENT,
    header=CaseHeader(case_number="CM99-0000178", date_assigned=date(2017, 8, 23), date_of_injury=date(2014, 8, 21), ur_denial_date=date(2017, 7, 25),
                      request_date=date(2017, 7, 13), priority="Standard", application_received=date(2017, 8, 15)),
    files=(
        File("A - IMR forms.pdf", (Part(INTAKE), Part(APPLICATION, Look(scan="grey", skew=-0.7)), Part(REQUEST, Look(scan="fax", skew=0.8, fax="2017-07-18 11:20   LARKMOOR SPINAL   >> 5555550216    {p}/{n}")))),
        File("B - UR.pdf", (Part(QUESTION), Part(UR))),
        File("C - medical.pdf", (Part(JULY), Part(MAY), Part(CARD, Look(scan="grey", skew=0.9)), Scrawl(23), Part(NEEDLES), Part(LEDGER), Part(MRI), Part(NERVES), Part(THERAPY)), bates="PSJPA{n:05d}"),
        File("D - QME Rookwood.pdf", (Part(EVALUATION),)),
        File("E - RU91.png", (Part(DUTIES, Look(scan="grey", skew=0.5, dpi=110)),)),
    ),
    items=(
        Item(1, "Chiropractic treatment, cervical and thoracic spine, 2x/wk x 4 wks (8 visits)",
             {"treatment": "chiropractic", "visits": 8, "per_week": 2, "weeks": 4, "sites": [{"part": "neck"}, {"part": "upper-back"}], "ur_action": "denied"}),
        Item(2, "Acupuncture, cervical spine, 2x/wk x 4 wks (8 visits)",
             {"treatment": "acupuncture", "visits": 8, "per_week": 2, "weeks": 4, "sites": [{"part": "neck"}], "ur_action": "modified",
              "remainder": {"original_count": 8, "authorized_count": 4, "remaining_count": 4}}),
        Item(3, "Functional capacity evaluation", {"treatment": "fce", "ur_action": "denied"}),
    ),
    traps=("ur-modified-remainder", "visits-differ", "visits-on-cards-and-payments", "handwriting", "missing-record", "evaluator-against"),
    visits=(Visits("chiropractic", 22, ("dc22", "card-last", "ledger-12")), Visits("acupuncture", 5, ("acu-five",))),
    missing=(Missing("Pain consultation of Dr. R. Castellanos-Wray", date(2016, 11, 18), "pain-consult"),
             Missing("Doctor's first report of Dr. Pellworth", date(2014, 8, 21), "first-report"),
             Missing("Chiropractic notes of 2016", None, "dc-2016")),
    discrepancies=(Discrepancy(1, "visits", ("rfa-dc", "ur-dc")),),
    absences=(
        Absence("No functional improvement with chiropractic care is documented.", "functional-improvement", "gain"),
        Absence("No failed attempt to go back to work is documented.", "rtw-attempts-failed", "rtw"),
        Absence("No flare-up is documented.", "flare-up", "flare"),
        Absence("No reduction or intolerance of medication is documented.", "medication-limited", "med"),
        Absence("No planned surgery is documented.", "surgery-planned"),
        Absence("No opioid use is documented.", "opioid-use"),
    ),
    held_out=True,
    providers=("Aurel McTiernan", "McTiernan", "A. McTiernan", "Ysolde Tanaka-Byrne", "Tanaka-Byrne", "Gregor Whitlatch", "Xanthe Borealis", "Mordecai Ashgrove", "Delphine Rookwood",
               "Casilda Venn-Marlowe", "Ludmila Ostroff", "Fabian Drummond-Ekwueme", "F. Drummond-Ekwueme", "R. Castellanos-Wray", "Pellworth", "R. Abiodun"),
)  # fmt: skip
