# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""Hydrocodone with every kind of monitoring in the file, which the denial did not see."""

from __future__ import annotations

from datetime import date

from drafter.case import CaseHeader
from scripts.cases.clinic import Clinic
from scripts.cases.forms import STATE, imr_application, rfa
from scripts.cases.model import Absence, CaseFile, Doc, File, Item, Look, Part, Patient

PATIENT = Patient(
    first="Thaddeus", last="Wexcombe", dob=date(1966, 12, 2), doi=date(2008, 9, 15), ssn="900-63-0098",
    claim="55810-08-WX", mrn="PM 118204", phone="(555) 555-0133", address="701 Salt Mill Drive",
    city="Corran Beach, CA 90000", email="thad.wexcombe@example.net", employer="Corran Beach Transit Authority",
    sex="M", job="bus mechanic", also=(("name", "Thad"), ("name", "T. Wexcombe")),
)  # fmt: skip

_PAIN = Clinic("Coastal Interventional Pain Associates, APC", ("8800 Tern Avenue #210, Corran Beach CA 90000 | 555.555.0135",),
               size=9, margin=48, letterhead="left", heading="band", signature="electronic", foot="confidential",
               dates="%b ~%d, %Y", grid=0.25, colour="#104a62")  # fmt: skip
_LAB = Clinic("MERIDIAN TOXICOLOGY LABORATORY", ("CLIA 00D0000000", "Final report"), font="Courier", size=9, margin=50,
              letterhead="left", heading="plain", signature="stamp", foot="page-of", dates="%m/%d/%Y", grid=0)  # fmt: skip
_UR = Clinic("Corran Beach Transit Authority", ("Self-insured Workers' Compensation Program", "Utilization Review Department"),
             font="Helvetica", size=10.5, margin=60, letterhead="typed", heading="runin", signature="stamp", foot="dash",
             dates="~%m/~%d/%Y")  # fmt: skip
_PORTAL = Clinic("Coastal Pain patient portal - visit summary", ())

_DOCTOR = "Imelda Rosvall, MD; Coastal Interventional Pain Associates; 8800 Tern Avenue #210, Corran Beach, CA 90000; 555.555.0135; 555.555.0136; Pain Medicine; 1000000035"
_ADJUSTER = "Gil Penhallow; Corran Beach Transit Authority; 1 Depot Road, Corran Beach, CA 90000; 555-555-0140"

_HEAD = """
| Patient: {name} | DOB: {dob} | MRN: {mrn} |
| DOI: {doi} | Claim #: {claim} | Employer: {employer} |
"""

VISIT = Doc("visit-0311", "Pain management follow-up, Mar 11, 2015", "progress_note", _PAIN, _HEAD + """
T: Follow-up visit - Mar 11, 2015
# Interval history
{name} returns for refill and re-evaluation of low back and left leg pain after an L4-S1 fusion in 2010. Pain today
4/10 with medication, 8/10 without it. [[#pain-score done opioid-benefit opioid| With hydrocodone his pain falls from 8/10 to 4/10 within forty minutes and
stays there for five hours.]]
# Medications
|= 3 2 1.2 2
| Drug | Sig | Qty | Prescriber |
| [[#dose done - opioid| Norco 10/325 mg]] | 1 tab q8h prn | 90 | Rosvall |
| gabapentin 600 mg | 1 tid | 90 | Rosvall |
| docusate 250 mg | 1 bid | 60 | Rosvall |
# Function
[[#function done functional-improvement opioid| He works four hours a day on modified duty and has done so since October; before that he was off work.]] He walks
the dog a mile, does the laundry and drives. ODI 38 (was 56 in June 2014).
# Four A's
: Analgesia | 50% or better, as above
: Activities | see Function
: Adverse effects | [[done side-effects-reviewed opioid| mild constipation controlled by docusate; no sedation]]
: Aberrant behavior | [[#aberrancy done aberrancy-monitored opioid| none; no early refills, no lost prescriptions, one pharmacy]]
# Monitoring
- [[#agreement done opioid-agreement opioid| Opioid agreement signed 06/11/2014]], renewed today.
- [[#cures done cures-checked opioid| CURES report pulled 03/10/2015 and reviewed: single prescriber.]]
- ORT score 2 (low risk).
- Last urine screen 01/14/2015, see lab: [[#uds done drug-screen-done urine-drug-test| consistent with prescribed hydrocodone, nothing else found]].
# Review of systems
%% systems 5
# Examination
%% examination 3

Well healed lumbar scar. Flexion 40 degrees. Left SLR 60. Sensation decreased left lateral calf. Gait steady. Alert.
# Assessment and plan
1. Failed back surgery syndrome.
2. [[requested - opioid| Continue Norco 10/325 mg #90, no refills.]] MED 30 mg/day.
3. [[planned taper-plan opioid| At the June visit we will try 75 tablets, and 60 in September]], if function holds.
4. Continue gabapentin.
~ Imelda Rosvall, MD | Mar 11, 2015 4:52 PM
""", date(2015, 3, 11), "Imelda Rosvall, MD", "treating_physician")  # fmt: skip

OLDER = Doc("visit-0114", "Pain management follow-up, Jan 14, 2015", "progress_note", _PORTAL, """
# Visit summary for {name}
: Date of visit | 01/14/2015
: Provider | Imelda Rosvall, MD
: Record number | {mrn}
# What we talked about
You said the pain is 4 or 5 out of 10 on your medicine. [[done returned-to-work -| You are back at the bus yard half days.]] You gave a urine sample today.
# Your medicines
- Norco 10/325 one tablet every 8 hours if needed, 90 tablets
- Gabapentin 600 mg three times a day
# Next steps
Come back in eight weeks. Questions? Write to us from {email}.
""", date(2015, 1, 14), "Imelda Rosvall, MD", "treating_physician")  # fmt: skip

LAB = Doc("uds", "Urine drug test of 01/14/2015", "other", _LAB, """
PATIENT: {LASTFIRST}    DOB {dob}    ID {mrn} //
COLLECTED 01/14/2015 10:12   RECEIVED 01/15/2015   REPORTED 01/19/2015 //
ORDERING: ROSVALL, I.   SPECIMEN VALID: YES (CREATININE 112 MG/DL)
|= 3 2 2 2
| ANALYTE | RESULT | CUTOFF NG/ML | PRESCRIBED? |
| HYDROCODONE | POSITIVE 812 | 50 | YES |
| HYDROMORPHONE | POSITIVE 96 | 50 | METABOLITE |
| NORHYDROCODONE | POSITIVE 640 | 50 | METABOLITE |
| OXYCODONE | NOT DETECTED | 50 | NO |
| BENZODIAZEPINES | NOT DETECTED | 100 | NO |
| COCAINE METABOLITE | NOT DETECTED | 100 | NO |
| THC | NOT DETECTED | 20 | NO |
| METHAMPHETAMINE | NOT DETECTED | 100 | NO |
INTERPRETATION: [[#lab done drug-screen-done urine-drug-test| RESULTS ARE CONSISTENT WITH THE PRESCRIBED MEDICATION.]]
~ Corwin Abel, PhD | Laboratory Director
""", date(2015, 1, 19), "Corwin Abel, PhD", "other")  # fmt: skip

AGREEMENT = Doc("agreement", "Opioid treatment agreement", "other", Clinic(
    "CONTROLLED SUBSTANCE AGREEMENT", (), font="Times", size=11, letterhead="centre", signature="scribble", foot="none", check="box",
), """
I, {name}, understand that I am being given a controlled medicine for pain.

1. I will get it from Dr. Rosvall only and fill it at one pharmacy: Depot Road Pharmacy.
2. I will not ask for early refills or for lost medicine to be replaced.
3. I will give a urine sample whenever I am asked.
4. I will not sell or share it.
5. I know that the goal is to do more, not to be free of pain.

[x] I have read this. [x] My questions were answered.

Signed 06/11/2014
~ {name} |
""", date(2014, 6, 11), "Thaddeus Wexcombe", "patient")  # fmt: skip

CURES = Doc("cures", "CURES patient activity report", "other", Clinic(
    "CONTROLLED SUBSTANCE UTILIZATION REVIEW AND EVALUATION SYSTEM", ("Patient Activity Report",), font="Courier", size=8,
    margin=36, letterhead="typed", foot="page-of", signature="none", dates="%Y-%m-%d", grid=0.2,
), """
Run date 2015-03-10   Criteria: last name {last}, first name {first}, DOB {dob}
|= 1.4 3 0.8 2 2.2
| Filled | Drug | Qty | Prescriber | Pharmacy |
| 2015-02-12 | HYDROCODONE/APAP 10-325 TAB | 90 | ROSVALL I | DEPOT ROAD PHARMACY |
| 2015-01-14 | HYDROCODONE/APAP 10-325 TAB | 90 | ROSVALL I | DEPOT ROAD PHARMACY |
| 2014-12-15 | HYDROCODONE/APAP 10-325 TAB | 90 | ROSVALL I | DEPOT ROAD PHARMACY |
| 2014-11-14 | HYDROCODONE/APAP 10-325 TAB | 90 | ROSVALL I | DEPOT ROAD PHARMACY |
| 2014-10-15 | HYDROCODONE/APAP 10-325 TAB | 90 | ROSVALL I | DEPOT ROAD PHARMACY |
Prescribers: 1    Pharmacies: 1
""", date(2015, 3, 10), None, "administrator")  # fmt: skip

UR = Doc("ur", "Utilization review decision", "ur_decision", _UR, """
Date of decision: 3/24/2015

Imelda Rosvall, MD, by fax 555.555.0136

Re {title} {name}, claim {claim}, injured {doi}

# Request
[[#ur-item denied - opioid| Hydrocodone/APAP 10/325 mg #90]], received 3/16/2015 with an RFA dated 3/13/2015.
# Decision
Denied.
# Reasons
There is no report of pain relief or of better function on this drug, no drug screen, no agreement, and no review of the
monitoring program. Continued use is not supported by the MTUS chronic pain guidelines, opioids, on-going management, page
78. Weaning is advised.
# What was reviewed
RFA of 3/13/2015. No clinical notes were received with it.
~ Harlan Dowd, DO | Utilization review physician
""", date(2015, 3, 24), "Harlan Dowd, DO", "reviewer")  # fmt: skip

MAIL = Doc("mail", "E-mail of the claims adjuster", "correspondence", Clinic("", (
    "From: Gil Penhallow", "To: Records <records@example.com>", "Date: Tue, 21 Apr 2015 08:14:02 -0700",
    "Subject: Wexcombe records for IMR"), dates="%m/%d/%y"), """
Team, here are the records for {name}, claim {claim}, DOB {dob}. The pain clinic sent the visit notes on 4/2, after the
decision had gone out, so UR never saw them. His home number is {phone}.

Gil
""", date(2015, 4, 21), "Gil Penhallow", "administrator")  # fmt: skip

NOTICE = Doc("notice", "Notice of assignment", "correspondence", Clinic(
    "Independent Medical Review", ("Notice of Assignment",), font="Times", size=11, letterhead="left", signature="none", foot="none",
), """
| Case Number: CM99-0000103 | Date Assigned: 04/27/2015 |
| Date of Injury: 09/15/2008 | UR Denial Date: 03/24/2015 |
| Priority: Standard | Application Received: 04/13/2015 |
| Employee: {name} | Claim: {claim} |
The documents must reach us within 15 days of this notice.
""", date(2015, 4, 27), None, "administrator")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE, imr_application(
    _ADJUSTER, "Imelda Rosvall, MD; Coastal Interventional Pain Associates; 8800 Tern Avenue #210, Corran Beach, CA 90000; 555.555.0135",
    "722.83 postlaminectomy syndrome, lumbar", ["Hydrocodone/APAP (Norco) 10/325 mg, #90"], "03/24/2015", "04/09/2015",
), date(2015, 4, 9), "Thaddeus Wexcombe", "patient")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", STATE, rfa(
    _DOCTOR, _ADJUSTER, ["Postlaminectomy syndrome | 722.83 | [[requested - opioid| Norco 10/325 mg]] | - | #90, one every 8 hours, no refills"], "03/13/2015",
), date(2015, 3, 13), "Imelda Rosvall, MD", "treating_physician")  # fmt: skip

CASE = CaseFile(
    name="opioid-monitoring",
    about="Norco with drug screen, agreement, CURES and better function on file; the denial says none of it exists.",
    patient=PATIENT,
    header=CaseHeader(case_number="CM99-0000103", date_assigned=date(2015, 4, 27), date_of_injury=date(2008, 9, 15),
                      ur_denial_date=date(2015, 3, 24), request_date=date(2015, 3, 13), priority="Standard",
                      application_received=date(2015, 4, 13)),
    files=(
        File("1_notice.pdf", (Part(NOTICE), Part(APPLICATION, Look(scan="grey", skew=0.9)))),
        File("2_denial.pdf", (Part(UR), Part(REQUEST, Look(scan="fax", skew=0.2, fax="Mar.13.2015  3:07PM   Coastal Pain    No. 4471   P. {p}/{n}")))),
        File("3_visit_2015-03-11.pdf", (Part(VISIT),)),
        File("4_portal_2015-01-14.html", (Part(OLDER),)),
        File("5_tox.pdf", (Part(LAB, Look(scan="fax", skew=-1.1)), Part(CURES), Part(AGREEMENT, Look(scan="grey", skew=1.6)))),
        File("6_adjuster_mail.txt", (Part(MAIL),)),
    ),
    items=(Item(1, "Hydrocodone/APAP (Norco) 10/325 mg, #90",
                {"treatment": "opioid", "drug": "hydrocodone/acetaminophen", "strength": "10/325 mg", "quantity": 90, "refills": 0, "ur_action": "denied"}),),
    traps=("monitoring-documented", "denial-without-notes", "html", "plain-text"),
    absences=(
        Absence("No urine drug screen is documented.", "drug-screen-done", "lab"),
        Absence("No opioid agreement is documented.", "opioid-agreement", "agreement"),
        Absence("No review of CURES is documented.", "cures-checked", "cures"),
        Absence("No functional improvement from the opioid is documented.", "functional-improvement", "function"),
        Absence("No aberrant behavior is documented.", "aberrant-behaviour"),
    ),
    providers=("Imelda Rosvall", "Rosvall", "Corwin Abel", "Harlan Dowd", "Gil Penhallow"),
)  # fmt: skip
