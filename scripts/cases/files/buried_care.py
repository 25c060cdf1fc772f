# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Hyaluronate for a knee: that conservative care failed stands in one line of a long consultation."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.forms import STATE, STATE_TYPED, imr_application, pr2, rfa
from scripts.cases.model import Absence, CaseFile, Doc, File, Item, Look, Missing, Part, Patient, Scrawl, Visits

PATIENT = Patient(
    first="Evaristo", last="Montclare", dob=date(1962, 7, 21), doi=date(2012, 6, 4), ssn="900-18-6640",
    claim="GX-2012-77105", mrn="0098812", phone="555-555-0119", address="2216 Cutter Lane, Apt 5",
    city="Mill Junction, CA 90000", email="evaristo.m@example.org", employer="Ashgrove Unified Roofing", sex="M",
    job="roofer", also=(("name", "E. Montclare"), ("relative", "Pilar")),
)  # fmt: skip

_ORTHO = Clinic("Mill Junction Orthopaedics & Sports Medicine, Inc.", ("4 Foundry Walk", "Mill Junction, California 90000",
                "T 555-555-0120 / F 555-555-0121"), font="Times", size=11, margin=72, letterhead="right", heading="caps",
                signature="dictated", foot="dash", dates="%B ~%d, %Y")  # fmt: skip
_CLINIC = Clinic("WORKWELL OCCUPATIONAL MEDICAL CENTER", ("Mill Junction", "Phone 555-555-0130"), size=9, letterhead="centre",
                 heading="boxed", signature="perjury", foot="page-of", check="box", dates="%m-%d-%Y", margin=40)  # fmt: skip
_XRAY = Clinic("FOUNDRY WALK DIAGNOSTIC IMAGING", ("radiology report",), font="Courier", size=10, letterhead="centre",
               heading="plain", signature="stamp", foot="none", dates="%m/%d/%Y", grid=0)  # fmt: skip
_UR = Clinic("PALISADE REVIEW SERVICES, A Utilization Review Organization", ("Notice of Determination",), font="Times",
             size=10.5, letterhead="band", heading="numbered", signature="typed", foot="page-of", dates="%m/%d/%Y",
             colour="#333333", grid=0.3)  # fmt: skip

_DOCTOR = "Leonie Arkwright, MD; Mill Junction Orthopaedics & Sports Medicine; 4 Foundry Walk, Mill Junction, CA 90000; 555-555-0120; 555-555-0121; Orthopedic Surgery; 1000000022"
_ADJUSTER = "T. Vanstone; Grand Export Indemnity; P.O. Box 18, Mill Junction, CA 90000; 555-555-0155"

CONSULT = Doc("consult", "Orthopedic consultation", "consultation", _ORTHO, """
September 17, 2013

Workwell Occupational Medical Center //
Attention: Dr. Quarles

Re: {name} //
Date of injury: {doi} //
Our number: {mrn}

Dear Dr. Quarles:

Thank you for asking me to see this pleasant 51-year-old roofer, whom I examined in consultation on September 17, 2013.

# History
On {doi} Mr. Montclare came down a ladder with a bundle of shingles on his shoulder, missed the bottom rung and twisted
the right knee. It swelled that evening. Films on the following day showed no fracture. He was off for two weeks and has
been on modified work since, apart from a short attempt at full duty in January of this year that he could not sustain.

The knee aches along the inner side after an hour on his feet, more on slopes and stairs. It is stiff for ten minutes in
the morning. It does not lock, and it has not given way. He puts the pain at 6 out of 10 on a working day and 3 on a day off.
He has gained eleven pounds since the injury, which he blames on not walking with his wife Pilar in the evenings.

He has a past history of hypertension, for which he takes lisinopril, and of an appendectomy at the age of nineteen. He
does not smoke. He drinks a beer on weekends. His father had both knees replaced in his seventies. He grew up on a farm
and has worked as a roofer for twenty-six years, the last nine of them for {employer}, where he is regarded as a lead man.
Before June of 2012 he had no trouble with the knee and had never lost a day of work over it; he played soccer until he was
forty and recalls a sprain of the left ankle at about thirty. [[#buried history failed-conservative-care viscosupplementation| He has been through twelve weeks of quadriceps work with a
therapist, two cortisone shots, the second of which did nothing, and naproxen until his stomach rebelled]], and he uses a
sleeve at work. He would like to keep working until sixty-two and is worried about his mortgage.

# Review of systems
Negative for fever, weight loss, chest pain, breathlessness and rash. No morning stiffness of the hands. No other joint is
affected. He sleeps six hours.
%% systems 3

===
# Examination
He stands 5 feet 9 inches and weighs 204 pounds. Blood pressure 138/84. He walks with a short stance phase on the right.

The right knee is in four degrees of varus. There is [[done effusion -| a small effusion]]. Motion is from 3 to 118 degrees, and of the
left knee from 0 to 135. There is [[done osteoarthritis-knee -| crepitus of the medial and patellofemoral compartments and bony enlargement of the medial joint line]].
Collateral and cruciate ligaments are sound. McMurray's test is painful and does not click. Quadriceps circumference is 1.5 cm
less than on the left. The hips are normal. Pulses are good.

# Studies
Standing films of August 12, 2013 were viewed: [[done osteoarthritis-knee -| medial joint space 2 mm on the right, with marginal osteophytes]].
An MRI from the month after the injury, which I have only by report, is said to show a degenerative tear of the medial meniscus.

# Impression
Osteoarthritis of the right knee, medial and patellofemoral, symptomatic since an industrial twisting injury, in a man too
young and too active for an arthroplasty.

# Recommendation
I have talked with Mr. Montclare about the choices. [[denied surgery-considered knee-replacement| I would not replace this knee at present]], and an arthroscopy would not help
a knee with this much wear. [[requested - viscosupplementation| I recommend a series of three injections of hyaluronate into the right knee]], a week
apart. If they hold him for six months or more, they can be repeated. He should go on with his straight leg raising and
with the bicycle.

I shall be happy to follow him along with you.

~ Leonie Arkwright, MD | Orthopaedic Surgery
""", date(2013, 9, 17), "Leonie Arkwright, MD", "consultant")  # fmt: skip

PROGRESS = Doc("pr2-0926", "Progress report (PR-2) of 09-26-2013", "progress_note", _CLINIC, pr2(
    "Periodic; Need for referral", _ADJUSTER,
    "R knee pain 6/10 with standing. Saw Dr. Arkwright 09-17-2013, consult reviewed.",
    "Small effusion. Medial joint line tender. ROM 5-115.",
    "715.16 osteoarthrosis knee, 836.0 tear medial meniscus",
    "Await knee injections per ortho. [[planned - mri| Consider repeat MRI]] if no better. Continue home exercise.",
    "[x] Return to modified work on 09-26-2013 with the following limitations: no ladders, no kneeling",
    "Simeon Quarles, MD | Occupational Medicine", "09-26-2013",
), date(2013, 9, 26), "Simeon Quarles, MD", "treating_physician")  # fmt: skip

EARLY = Doc("pr2-0214", "Progress report (PR-2) of 02-14-2013", "progress_note", _CLINIC, pr2(
    "Periodic", _ADJUSTER,
    "Right knee aches after work. Tried full duty in January and could not.",
    "No effusion today. ROM 0-125. McMurray pain only.",
    "836.0",
    "[[planned - physical-therapy| Physical therapy 2 x 6 ordered.]] [[done nsaid-use nsaid| Naproxen 500 bid dispensed #60.]]",
    "[x] Return to modified work on 02-14-2013 with the following limitations: limited climbing",
    "Simeon Quarles, MD | Occupational Medicine", "02-14-2013",
), date(2013, 2, 14), "Simeon Quarles, MD", "treating_physician")  # fmt: skip

FILMS = Doc("films", "Radiographs of both knees", "imaging", _XRAY, """
NAME: {LASTFIRST}    SEX: {sex}    DOB: {dob} //
ORDERING: QUARLES      DATE OF SERVICE: 08/12/2013

BILATERAL STANDING KNEES, 3 VIEWS

COMPARISON: NONE. [[#mri-2012 history - mri| THE MRI OF 07/09/2012 FROM HILLVIEW MRI IS NOT AVAILABLE HERE.]]

RIGHT: MEDIAL JOINT SPACE 2 MM. MARGINAL OSTEOPHYTES OF THE MEDIAL FEMUR AND TIBIA AND OF THE PATELLA. NO FRACTURE.

LEFT: JOINT SPACES PRESERVED.

OPINION: [[done osteoarthritis-knee -| MODERATE OSTEOARTHRITIS OF THE RIGHT KNEE, MEDIAL AND PATELLOFEMORAL.]]

~ Basil Thornaby, MD | Diagnostic Radiology
""", date(2013, 8, 12), "Basil Thornaby, MD", "radiologist")  # fmt: skip

UR = Doc("ur", "Notice of determination", "ur_decision", _UR, """
: Employee | {name}
: Claim | {claim}
: DOI | {doi}
: RFA received | 10/02/2013
: Determination date | 10/08/2013
: Determination | [[#ur-denial denied - viscosupplementation| DENY: Synvisc injections, right knee, series of three]]
# Records reviewed
RFA; PR-2 of 09/26/2013; consultation of 09/17/2013 (4 pages).
# Discussion
The claimant is a 51 year old male with knee osteoarthritis. The records do not document that he failed conservative
treatment such as exercise, anti-inflammatory medication and intra-articular steroid. MTUS does not address the request;
ODG, Knee chapter, hyaluronic acid injections, was consulted.
# Recommendation
Non-certification of Synvisc x 3, right knee.
%% rights 6

~ Aldous Finch, MD | Orthopedic Surgery, physician advisor
The treating physician may discuss this decision with the reviewer at 555-555-0160 between 9 and 11 am.
""", date(2013, 10, 8), "Aldous Finch, MD", "reviewer")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE_TYPED, imr_application(
    _ADJUSTER, "Leonie Arkwright, MD; Mill Junction Orthopaedics & Sports Medicine; 4 Foundry Walk, Mill Junction, CA 90000; 555-555-0120",
    "715.16", ["Synvisc injections, right knee, series of three"], "10/08/2013", "10/29/2013", attorney="Law Office of Greta Sandoval-Pike",
), date(2013, 10, 29), "Evaristo Montclare", "patient")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", STATE, rfa(
    _DOCTOR, _ADJUSTER, ["Osteoarthrosis, right knee | 715.16 | [[requested - viscosupplementation| Synvisc injection, right knee]] | 20610, J7325 | series of 3, one weekly"],
    "09/30/2013", response="[ ] Approved [x] Denied or Modified (See separate decision letter) [ ] Delay",
), date(2013, 9, 30), "Leonie Arkwright, MD", "treating_physician")  # fmt: skip

ATTORNEY = Doc("attorney-letter", "Letter of the employee's attorney", "correspondence", Clinic(
    "LAW OFFICE OF GRETA SANDOVAL-PIKE", ("Representing injured workers", "61 Assembly Row, Mill Junction, CA 90000"),
    font="Times", size=12, margin=80, letterhead="centre", signature="scribble", foot="none", dates="%B ~%d, %Y",
), """
October 29, 2013

Via facsimile

Re: {name} v. {employer} //
Claim: {claim}

To the Independent Medical Reviewer:

Please note that the denial says nothing in the records shows failed treatment. I ask the reviewer to read the report of
Dr. Arkwright in full. My client's e-mail address, should you need it, is {email}, and his telephone {phone}.

Respectfully,

~ Greta Sandoval-Pike |
""", date(2013, 10, 29), "Greta Sandoval-Pike", "other")  # fmt: skip

CASE = CaseFile(
    name="buried-care",
    about="Hyaluronate for the right knee; one line of a consultation tells of therapy, cortisone and naproxen that failed.",
    patient=PATIENT,
    header=CaseHeader(
        case_number="", date_of_injury=date(2012, 6, 4), ur_denial_date=date(2013, 10, 8),
        request_date=date(2013, 9, 30), application_received=None,
    ),
    files=(
        File("IMR_app_and_denial.pdf", (Part(APPLICATION), Part(UR), Part(REQUEST, Look(scan="fax", skew=-0.8,
             fax="10/02/2013 WED 11:41 FAX 555 555 0121 MJ ORTHO                  @{p:03d}/{n:03d}")))),
        File("consult_arkwright.docx", (Part(CONSULT),)),
        File("workwell_chart.pdf", (Part(EARLY, Look(scan="fax", skew=0.3)), Part(PROGRESS, Look(scan="fax", skew=0.5)), Scrawl(7))),
        File("xr_knees.png", (Part(FILMS, Look(scan="fax", skew=0.6)),)),
        File("attorney.pdf", (Part(ATTORNEY),)),
    ),
    items=(Item(1, "Synvisc injections, right knee, series of three",
                {"treatment": "viscosupplementation", "quantity": 3, "sites": [{"part": "knee", "side": "right"}], "ur_action": "denied"}),),
    traps=("conservative-care-in-one-line", "handwriting", "docx-consult"),
    visits=(Visits("physical-therapy", None, ("buried",)),),
    missing=(Missing("MRI of the right knee from Hillview MRI", date(2012, 7, 9), "mri-2012"),),
    absences=(
        Absence("No documentation of failed conservative treatment.", "failed-conservative-care", "buried"),
        Absence("No steroid injection is documented.", "steroid-injection-failed", "buried"),
        Absence("No prior hyaluronate injection is documented.", None),
    ),
    providers=("Leonie Arkwright", "Arkwright", "Simeon Quarles", "Quarles", "Basil Thornaby", "Aldous Finch", "Greta Sandoval-Pike", "T. Vanstone"),
)  # fmt: skip
