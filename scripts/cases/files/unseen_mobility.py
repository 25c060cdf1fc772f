# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""A home health aide, a scooter and rides after a broken femur: services at home, with papers of many hands."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.files.unseen_mobility_papers import (
    DISCHARGE,
    DISCHARGE_AGAIN,
    HUSBAND,
    LATER,
    MANAGER,
    OPERATION,
    PLAN,
    QUOTE,
    TICKET,
    VISITS,
)
from scripts.cases.forms import imr_application, pr2
from scripts.cases.model import Absence, CaseFile, Doc, File, Item, Look, Missing, Part, Patient, Visits

PATIENT = Patient(
    first="Lourdes", last="Abellanoza", dob=date(1956, 2, 11), doi=date(2017, 6, 2), ssn="900-82-4406", claim="FH-17-0291", mrn="482266", phone="(555) 555-0200",
    address="37 Quince Hollow Road", city="Cordelia, CA 90000", email="", employer="Cordelia Valley Medical Center", sex="F", job="laundry attendant",
    also=(("relative", "August Abellanoza"), ("relative", "August")),
)  # fmt: skip

_FORM = Clinic("Division of Workers' Compensation, State of California", ("Form DWC IMR-1",), size=9.5, margin=42, letterhead="right", heading="numbered", signature="scribble", foot="none",
               check="box", dates="~%m/~%d/%y")  # fmt: skip
_PR2 = Clinic("CORDELIA OCCUPATIONAL & FAMILY MEDICINE", ("Thessaly Abercromby, M.D.",), font="Times", size=10, margin=46, letterhead="centre", heading="plain", signature="perjury", foot="page-of",
              check="x", dates="%m/%d/%Y", grid=0.4)  # fmt: skip
_UR = Clinic("FRATERNAL HOSPITALS SELF INSURANCE", ("Medical Management Unit",), font="Helvetica", size=10.5, margin=70, letterhead="typed", heading="underline", signature="stamp",
             foot="dash", dates="%B ~%d, %Y", grid=0)  # fmt: skip
_ADJUSTER = "Winnie Osterhaus; Fraternal Hospitals Self Insurance; PO Box 500, Delta Landing, CA 90000; (555) 555-0205"

REPORT = Doc("pr2", "Progress report (PR-2) of 04/16/2018", "progress_note", _PR2, pr2(
    "Change in treatment plan; Request for authorization; Change in patient's condition", _ADJUSTER,
    "Home from rehab 5 days. R thigh pain 6/10, L shoulder 5/10. Husband helps little. [[#fall-hx done unsafe-at-home -| Afraid in the bathroom, slid off the commode Saturday.]] Sleeps in a recliner. Taking hydrocodone 5 mg 1-2/day, iron, enoxaparin.",
    "In a borrowed wheelchair, pushed. R thigh incision dry, staples out. TTWB R with platform walker, [[#steps done limited-mobility home-health| 8 steps then must sit]]. L shoulder flex 75 abd 60, weak; [[done - scooter| grip R 20, L 8 kg; can't push wheels with L arm]]. Calf soft.",
    "1. s/p ORIF R femur periprosthetic fx 3/14/18 (S72.401D). 2. L rotator cuff tear, full thickness (M75.122). 3. Anemia.",
    "1. [[requested - home-health| Home health aide 4 hr/day, 5 days/wk, x 6 wks: bathing, dressing, meals]]. HH RN + PT already started. 2. [[requested - scooter| Scooter, purchase]], for distances; must keep walking indoors. 3. [[requested - shower-chair| Shower chair w/ back]]. 4. [[requested - transportation| Transportation "
    "to MD visits, 12 round trips]]. [[#wean planned - home-health| Expect to drop aide to 2 hr when weight bearing is allowed.]] 5. [[#mri-shoulder history - mri| MRI L shoulder was 10/3/17]], [[denied surgery-planned -| no shoulder surgery until leg heals]].",
    "[x] Remain off work until 06/01/2018", "Thessaly Abercromby, MD | Family and Occupational Medicine", "04/16/2018",
), date(2018, 4, 16), "Thessaly Abercromby, MD", "treating_physician")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", Clinic("", (), font="Courier", size=9.5, margin=48, letterhead="none", heading="caps", signature="scribble", foot="none", check="x", grid=0.3), """
T: DWC FORM RFA

CHECK ONE: [x] NEW REQUEST   [ ] RESUBMISSION     [ ] EXPEDITED

# Employee
NAME: {LASTFIRST}     DOB: {dob}     DOI: {doi} //
CLAIM NO: {claim}     EMPLOYER: {employer}
# Provider
THESSALY ABERCROMBY MD, CORDELIA OCCUPATIONAL & FAMILY MEDICINE, 5 MILL STREET, CORDELIA CA 90000 //
PH (555) 555-0202   FX (555) 555-0203   NPI 1000000149
# Claims administrator
FRATERNAL HOSPITALS SELF INSURANCE, ATTN WINNIE OSTERHAUS
# Requested treatment
| DX | ICD | SERVICE | HCPCS | FREQ/DURATION |
| FEMUR FX R | S72.401D | [[requested - home-health| HOME HEALTH AIDE]] | S9122 | 4 HRS/DAY, 5 DAYS/WK X 6 WKS |
| SAME | SAME | [[requested - scooter| MOTORIZED SCOOTER, PURCHASE]] | K0800 | 1 |
| SAME | SAME | SHOWER CHAIR WITH BACK | E0240 | 1 |
| SAME | SAME | [[requested - transportation| TRANSPORTATION TO MEDICAL VISITS]] | T2003 | 12 ROUND TRIPS |

SIGNED 04/19/2018
~ Thessaly Abercromby, MD |
""", date(2018, 4, 19), "Thessaly Abercromby, MD", "treating_physician")  # fmt: skip

UR = Doc("ur", "Utilization review decision letter", "ur_decision", _UR, """
May 2, 2018

Thessaly Abercromby, M.D.

Regarding {name}, born {dob}, claim {claim}, injured {doi}

Dear Dr. Abercromby:

On April 25, 2018 this unit received your request for authorization dated April 19, 2018. Our physician advisor, Montgomery Lisle, M.D., has completed the review. The shower chair is approved. We are not able to approve everything else that you asked for, for the
reasons given below.

# Home health aide, 4 hours a day, 5 days a week, for 6 weeks
[[denied - home-health| Not approved. The worker has a spouse in the household.]] Help with bathing, dressing and meals by an aide is not medical treatment when it is the only care needed, and [[#ur-hb denied homebound home-health| we find nothing to show that she is confined to her home: the nurse case manager
reports that she attended church.]]
# Motorized scooter, purchase
[[denied - scooter| Not approved. She has a walker with which she is making progress.]] Power mobility is not advised where there is any mobility with a cane or another device. [[#ur-arm denied - scooter| There is no statement on the strength of the arms.]]
# Transportation, 12 round trips
[[#ur-six denied - transportation| Six round trips are approved. Six are not approved]], as outpatient visits twice a month are expected.
# What was read
Form RFA; your report of April 16, 2018; case management report of April 20, 2018.
# What was relied upon
Medical Treatment Utilization Schedule: Initial Approaches to Treatment (June 30, 2017), home health care; Knee and Hip Disorders, power mobility not addressed, therefore ODG, power mobility devices; transportation.
%% rights 4
~ Montgomery Lisle, M.D. | Family Medicine, California G00000
""", date(2018, 5, 2), "Montgomery Lisle, MD", "reviewer")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", _FORM, imr_application(
    _ADJUSTER, "Thessaly Abercromby, MD; Cordelia Occupational & Family Medicine; 5 Mill Street, Cordelia, CA 90000; (555) 555-0202", "S72.401D",
    ["Home health aide 4 hrs/day 5 days/wk 6 wks", "Motorized scooter purchase", "Transportation, the 6 round trips not approved (12 requested)"], "5/2/18", "5/9/18", kind="regular",
), date(2018, 5, 9), "Lourdes Abellanoza", "patient")  # fmt: skip

SERVICE = Doc("service", "Proof of service", "correspondence", Clinic("PROOF OF SERVICE", (), font="Times", size=12, margin=80, letterhead="centre", heading="plain", signature="scribble", foot="none",
              dates="%B ~%d, %Y"), """
I am over the age of eighteen and not a party to this matter. On May 25, 2018 I served the medical records of {name}, claim {claim}, in IMR case CM99-0000163 (date of injury June 2, 2017; application received May 14, 2018; assigned May 21, 2018; standard review) upon the
independent review organization by placing true copies in a sealed envelope with postage prepaid in the mail at Delta Landing, California.

I declare under penalty of perjury that the foregoing is true.
~ Winnie Osterhaus |
""", date(2018, 5, 25), "Winnie Osterhaus", "administrator")  # fmt: skip

_GREY = Look(scan="grey", skew=-0.5)

CASE = CaseFile(
    name="unseen-mobility",
    about="Aide, scooter and rides after a femur fracture; the denial leans on one line of the case manager's report.",
    patient=PATIENT,
    header=CaseHeader(case_number="CM99-0000163", date_assigned=date(2018, 5, 21), date_of_injury=date(2017, 6, 2), ur_denial_date=date(2018, 5, 2),
                      request_date=date(2018, 4, 19), priority="standard", application_received=date(2018, 5, 14)),
    files=(
        File("Abellanoza - IMR packet.pdf", (
            Part(SERVICE), Part(APPLICATION, Look(scan="fax", skew=0.9)), Part(UR), Part(REQUEST, Look(scan="fax", skew=-0.6, fax="APR-25-2018  08:12    CORDELIA OCC MED     555 555 0203     P.{p:02d}")),
            Part(MANAGER), Part(REPORT), Part(DISCHARGE), Part(QUOTE), Part(TICKET), Part(PLAN, _GREY), Part(VISITS), Part(OPERATION),
            Part(DISCHARGE_AGAIN, Look(scan="fax", skew=0.5)),
        )),
        File("from employee.pdf", (Part(HUSBAND, Look(scan="fax", skew=1.4)), Part(LATER))),
    ),
    items=(
        Item(1, "Home health aide, 4 hours/day, 5 days/week, 6 weeks", {"treatment": "home-health", "weeks": 6, "ur_action": "denied"}),
        Item(2, "Motorized scooter, purchase", {"treatment": "scooter", "ur_action": "denied"}),
        Item(3, "Transportation to medical visits, 12 round trips",
             {"treatment": "transportation", "ur_action": "modified", "remainder": {"original_count": 12, "authorized_count": 6, "remaining_count": 6}}),
    ),
    traps=("homebound-denied", "ur-modified-remainder", "approved-item-beside", "duplicates", "other-patient-page", "post-ur-report", "missing-record", "lay-letter"),
    others=(TICKET.patient,) if TICKET.patient else (),
    visits=(Visits("physical-therapy", 4, ("pt-four",)),),
    missing=(Missing("OT home safety evaluation, Meadowlark Therapy", date(2018, 4, 18), "ot-eval"),
             Missing("MRI of the left shoulder", date(2017, 10, 3), "mri-shoulder")),
    absences=(
        Absence("Nothing shows that the worker is homebound.", "homebound", "hb"),
        Absence("No unsafe situation at home is documented.", "unsafe-at-home", "slip"),
        Absence("No inability to travel is documented.", "travel-inability", "ncm-ride"),
        Absence("No loss of independent function is documented.", "lost-independent-function", "bath"),
        Absence("No return to work is documented.", "returned-to-work"),
        Absence("No obesity is documented.", "obesity"),
    ),
    held_out=True,
    providers=("Thessaly Abercromby", "T. Abercromby", "Abercromby", "Ismay Tregenna", "Tregenna", "B. Osei-Martin", "Lucius Fairweather", "Odette Marchmain", "Fitzroy Banerji",
               "Chip Nakagawa-Ruiz", "Gwendolyn Pruitt", "Montgomery Lisle", "Winnie Osterhaus"),
)  # fmt: skip
