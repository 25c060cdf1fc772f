# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The worker of `subpoenaed`, and what a copy service, a nurse case manager and suppliers sent in."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc, Patient

PATIENT = Patient(
    first="Bastian", last="Teague", dob=date(1962, 7, 22), doi=date(2011, 8, 19), ssn="900-47-1369", claim="DVG-11-30957", mrn="OK-0713", phone="555.555.0152",
    address="77 Sluice Road", city="Dovegate, CA 90000", email="", employer="Dovegate Parcel Express", sex="M", job="route driver", also=(("relative", "Marit Teague"),),
)  # fmt: skip
STRANGER = Patient(
    first="Orsolya", last="Kint", dob=date(1991, 2, 28), doi=date(2013, 1, 9), ssn="", claim="", mrn="OK-0731", phone="", address="", city="", email="",
    employer="", sex="F", job="",
)  # fmt: skip

_COPY = Clinic("SWIFTWATER LEGAL COPY", ("Professional Photocopiers Reg. 0000", "555.555.0159"), font="Times", size=10.5, margin=66, letterhead="centre", heading="caps",
               signature="scribble", foot="none", dates="%B ~%d, %Y", grid=0.5)  # fmt: skip
_CARD = Clinic("OKPARA CHIROPRACTIC - TRAVEL CARD", (), font="Courier", size=8.5, margin=34, letterhead="typed", heading="caps", signature="initials", foot="none",
               dates="~%m/~%d/%y", grid=0.9)  # fmt: skip


def _subpoena(key: str, order: str, place: str, rest: str, custodian: str) -> Doc:
    text = f"""
T: DEPOSITION SUBPOENA FOR PRODUCTION OF BUSINESS RECORDS

: Order no. | {order}
: Applicant | {{name}}, DOB {{dob}}
: Employer | {{employer}}
: Case | ADJ0000000
: Location | {place}
: Records requested | Any and all medical, billing and film from {{doi}} to the present
: Ordered by | Mortimer Esk, Esq., for the applicant

You need not appear. Deliver true copies to the officer named above within 15 days of service.
===
T: DECLARATION OF CUSTODIAN OF RECORDS

{rest}

I declare under penalty of perjury under the laws of the State of California that the foregoing is true. Executed on December 9, 2013.

~ {custodian} | Custodian of Records
"""
    return Doc(
        key,
        f"Subpoena and custodian's declaration, {place}",
        "other",
        _COPY,
        text,
        date(2013, 12, 9),
        custodian,
        "other",
    )


SUBPOENA = _subpoena(
    "subpoena-chiro",
    "SW-0142",
    "Okpara Chiropractic",
    "[x] The records described above were copied in full. Pages: 5   [ ] No records were found.",
    "Twyla Renner",
)
NO_RECORDS = _subpoena(
    "subpoena-films",
    "SW-0143",
    "Mercer Radiology",
    "[ ] The records described above were copied in full. [x] [[#no-mri| No records were found under the name, birth date and dates given.]]",
    "Pia Lowell",
)

CARD = Doc("card", "Chiropractic travel card", "therapy_log", _CARD, """
{LASTFIRST}   DOB {dob}   DOI {doi}   #{mrn}
|= 1 1 4 1
| DATE | VAS | NOTE | CODE |
| 9/6/11 | 8 | IME NECK/LB, CMT C5 T4 L5, EMS, ICE | 98941 |
| 9/8 9/12 9/15 | 7 | SAME | 98941 |
| 9/20 9/27 10/4 | 6 | ADD TRACTION | 98941 |
| 10/18 11/1 | 6 | [[#lasts denied functional-improvement chiropractic| FEELS LOOSE UNTIL NEXT DAY, DUTIES UNCHANGED]] | 98941 |
| 2012 | | SEE OTHER CARD (NOT IN THIS JACKET) | |
| 1/22/13 | 7 | [[#car history flare-up -| NECK LOCKED AFTER BACKING INTO POST]] | 98940 |
| 1/25 2/1 | 5 | CMT C2 C5, LASER | 98940 |
| 2/15/13 | 3 | [[#loosened done functional-improvement chiropractic| CAN LOOK OVER L SHOULDER TO BACK UP AGAIN, DROVE FULL ROUTE 3 D THIS WK]] | 98940 |
~ Ignace Okpara | DC
""", date(2013, 2, 15), "Ignace Okpara, DC", "treating_physician")  # fmt: skip

STRAY = Doc("stray", "Another patient's travel card", "other", _CARD, """
{LASTFIRST}   DOB {dob}   DOI {doi}   #{mrn}
|= 1 1 4 1
| DATE | VAS | NOTE | CODE |
| 1/14/13 | 9 | FELL AT POOL. CMT L4 SI, ICE | 98941 |
| 1/16 1/18 | 7 | SAME, TENS IN OFFICE | 98941 |
| 1/30/13 | 2 | NO PAIN, BACK AT SWIM CLASS. RELEASED | 98940 |
~ Ignace Okpara | DC
""", date(2013, 1, 30), "Ignace Okpara, DC", "treating_physician", patient=STRANGER)  # fmt: skip

REEXAM = Doc("chiro-reexam", "Chiropractic re-examination", "progress_note", Clinic(
    "Okpara Chiropractic", ("Ignace Okpara, D.C.", "14 Weir Lane, Dovegate"), size=10, margin=60, letterhead="right", heading="underline", signature="scribble", foot="dash",
    dates="%B ~%d, %Y", check="box"), """
November 21, 2013

RE-EXAMINATION: {name}

# Subjective
Stiff neck mornings, 4/10. Low back 5/10 after the route. [[denied radicular-symptoms -| Nothing goes down an arm or a leg.]]
# Objective
Cervical rotation L 58, R 70. Lumbar flexion 50. [[done normal-neuro-exam -| DTR 2+ x 6, no sensory loss, 5/5.]] Kemp pos R, local.
# Assessment
Cervical and lumbar sprain, chronic. [[#unknown history prior-sessions chiropractic| Care here since 2011, on and off; the 2012 card has gone to storage and I cannot give a total.]]
# Plan
[[planned - chiropractic| If he flares again, eight visits.]] Home: chin tucks, cat-camel, [[#home done home-exercise -| shows me both without a prompt]].

~ Ignace Okpara, D.C. |
""", date(2013, 11, 21), "Ignace Okpara, DC", "treating_physician")  # fmt: skip

LEDGER = Doc("ledger", "Chiropractic account ledger", "other", Clinic("Okpara Chiropractic - Patient Account", (), font="Courier", size=8.5, margin=50, letterhead="typed",
    heading="caps", signature="none", foot="page-of", dates="%m/%d/%Y", grid=0), """
ACCT {mrn}   {LASTFIRST}   CARRIER: DELVE MUTUAL   CLAIM {claim}
|= 2 2 3 1 1
| DOS | CPT | DESC | CHG | PAID |
| 01/22/2013 | 98940 | CMT 1-2 | 45 | 31 |
| 01/25/2013 | 98940 | CMT 1-2 | 45 | 31 |
| 02/01/2013 | 98940 | CMT 1-2 | 45 | 0 |
| 02/15/2013 | 98940 | CMT 1-2 | 45 | 31 |
| 11/21/2013 | 99213 | RE-EXAM | 110 | 0 |
BALANCE 169.00
""", date(2013, 11, 21), None, "administrator")  # fmt: skip

NURSE = Doc("nurse", "Nurse case manager's log", "correspondence", Clinic("", (), dates="%Y-%m-%d"), """
FIELD CASE MANAGEMENT LOG - Gretel Baptiste RN CCM

File {claim} / {name} / printed 2014-03-21

2013-10-08  T/c to IW at {phone}, spoke w/ wife Marit. [[#eighteen history prior-sessions physical-therapy| PT w/ Nwosu finished at 18 last year]], he says it is the only thing that did anything so far.

2013-11-26  [[#needles-ok history - acupuncture| Carrier auth'd 6 acupuncture.]] Sched w/ Tavares starting 12/3.

2014-01-17  Office visit w/ Dr Ostrander. She wants a TENS, [[planned tens-trial tens| asked for a month's rental first]], goal: finish the route without Norco. MD says [[#mri-ncm history - mri| the MRI of 2/4/13 was read to her by phone]]; I do not have it either.

2014-01-28  Unit delivered by Halcyon DME. IW shown electrodes.

2014-02-26  T/c IW. [[#tens-ncm done tens-trial tens| Uses it in the van at lunch and at night, about four times a day, "takes it from a six to a three" for two hours.]] Unit goes back 2/27 as rental ends.

2014-03-05  [[#rtw done returned-to-work -| Employer HR confirms he went from 5 to 8 hr days on 2/10, w/ no lift over 25.]]

2014-03-21  MD faxed RFA 3/18. Closing my part.

G. Baptiste
""", date(2014, 3, 21), "Gretel Baptiste, RN", "administrator")  # fmt: skip

UNIT = Doc("tens-log", "Supplier's report of a TENS rental", "other", Clinic("HALCYON DME", ("Trial outcome form",), size=9.5, margin=52, letterhead="band", heading="plain",
    signature="scribble", foot="none", check="box", dates="%m/%d/%Y", grid=0.5, colour="#4b6b2f"), """
Pt {name}     DOB {dob}     Device: 2 lead TENS     Serial HX-22     Rented 01/28/2014 to 02/27/2014

|= 2 1 1 1 1
| Week of | Hours logged | Uses/day | VAS before | VAS after |
| 01/28 | 19 | 3 | 6 | 4 |
| 02/04 | 24 | 4 | 6 | 3 |
| 02/11 | 26 | 4 | 6 | 3 |
| 02/18 | 23 | 4 | 5 | 3 |

[[#meter done tens-trial tens| Meter reading at return 97 h over 30 days.]] Patient would like to keep the unit: [x] yes [ ] no

[[#fewer done tens-trial tens| Patient writes: down from 4 Norco to 1 or none, on days I wear it I load my own van.]]

~ Rollo Finnegan | fitter
""", date(2014, 2, 27), "Rollo Finnegan", "other")  # fmt: skip

PAYMENT = Doc("eob", "Explanation of review", "other", Clinic("DELVE MUTUAL - EXPLANATION OF REVIEW", (), font="Courier", size=8.5, margin=44, letterhead="typed", signature="none",
    foot="page-of", dates="%m%d%Y", grid=0.3), """
CLAIMANT {LASTFIRST}     CLAIM {claim}     PAYEE HALCYON DME
|= 1 1 2 1 1 3
| DOS | HCPCS | DESC | BILLED | PAID | REASON |
| 01282014 | E0720RR | TENS 2 LEAD RENTAL | 145.00 | 88.40 | FEE SCHEDULE |
| 01282014 | A4595 | SUPPLIES 1 MO | 60.00 | 0.00 | INCLUDED IN RENTAL |
THIS IS NOT A DECISION ON MEDICAL NECESSITY.
""", date(2014, 3, 11), None, "administrator")  # fmt: skip
