# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The papers of the ankle case: index of exhibits, submission, request, review, employer, and what came later."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc, Patient

PATIENT = Patient(
    first="Torsten", last="Abiodun", dob=date(1987, 4, 28), doi=date(2022, 11, 5), ssn="900-46-7031", claim="SPL 22 118 4406", mrn="KN-330817",
    phone="555.555.0152", address="612 Ropewalk Alley #3", city="Caldbeck, CA 90000", email="torsten.a@example.com", employer="Lyric Stage Rigging Co.",
    sex="M", job="stagehand", also=(("relative", "Imani"), ("dob", "28 April 1987"), ("dob", "28-04-1987")),
)  # fmt: skip

_DEFENSE = Clinic("FENWICK, OSTERHAUT & LI", ("A professional law corporation", "Defense of workers' compensation matters"), font="Times", size=11.5, margin=72, letterhead="right",
                  heading="caps", signature="typed", foot="none", dates="%B ~%d, %Y", grid=0.4)  # fmt: skip
_EFILE = Clinic("IMR e-Intake", ("submission receipt",), size=9, margin=50, letterhead="band", heading="plain", signature="none", foot="none", dates="%Y-%m-%d", colour="#24507a", grid=0)  # fmt: skip
_FOOT = Clinic("KESTREL FOOT & ANKLE SPECIALISTS", (), font="Courier", size=9.5, margin=48, letterhead="typed", heading="boxed", signature="scribble", foot="none", check="x",
               dates="%m.%d.%Y", grid=0.4)  # fmt: skip
_PLAIN = Clinic("Quince Valley Review Nurses & Physicians", ("Plain-language notice",), font="Helvetica", size=10.5, margin=74, letterhead="left", heading="title", signature="none",
                foot="confidential", dates="%b ~%d, %Y", colour="#6b3d1e")  # fmt: skip

INDEX = Doc("exhibit-index", "Defense letter with index of exhibits", "correspondence", _DEFENSE, """
May 4, 2023

Re: {name} v. {employer} //
Our file 2291.0714     Claim {claim}

To the independent medical review organization:

Under section 9792.10.5 we transmit the following on behalf of the administrator, Spandrel Risk.

|= 1 6 2 1
| Ex. | Document | Date | Pp. |
| A | Kestrel Foot & Ankle, request and consult | 03/2023 | 3 |
| B | Occupational clinic notes, Caldbeck Urgent & Work Care | 11/22 to 2/23 | 3 |
| C | Imaging | 11/22 to 3/23 | 3 |
| D | Therapy, Stride Right Lab | 12/22 to 3/23 | 3 |
| E | Determination of Quince Valley | 04/10/2023 | 2 |
| F | [[#exf|Orthopedic second opinion, L. Ferncastle MD]] | 04/03/2023 | 4 |

Exhibit F was not received by the time of copying and will follow.

~ Annelise Osterhaut |
""", date(2023, 5, 4), "Annelise Osterhaut", "other")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review, electronic submission", "application", _EFILE, """
Form: Application for Independent Medical Review (DWC IMR-1)     Status: RECEIVED 2023-04-24 18:03

Who is asking //
Injured employee: {name} //
Born: {dob}     Mobile: {phone}     E-mail: {email} //
Mail: {address}, {city}

What happened //
Injured {doi} while working for {employer}. Claim {claim}.

Who pays //
Spandrel Risk Pool. Contact: Yolanda Brightwell, 555.555.0153

Who asked for the treatment //
Dr. Ingmar Tolland, Kestrel Foot & Ankle Specialists, 555.555.0154

Which review //
Regular. Letter of 2023-04-10. Liability is not in dispute.

Refused treatment //
1) Right ankle scope and ligament repair //
2) Physical therapy after the operation, 18 //
3) Knee scooter

Signature box: typed by {name} on 2023-04-24
""", date(2023, 4, 24), "Torsten Abiodun", "patient")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization of treatment", "rfa", _FOOT, """
T: RFA - REQUEST FOR AUTHORIZATION

EMPLOYEE ........ {lastfirst}     D.O.B. {dob} //
INJURED ......... {doi}     CLAIM {claim} //
EMPLOYER ........ {employer} //
TO .............. SPANDREL RISK POOL, ATTN Y BRIGHTWELL //
FROM ............ INGMAR TOLLAND DPM     NPI 1000000241 //
TYPE ............ _X_ NEW   __ RESUBMIT   __ EXPEDITE

# We ask for
A. [[#rfa-op requested - ankle-foot-surgery| RT ANKLE ARTHROSCOPY WITH LATERAL LIGAMENT REPAIR (BROSTROM-GOULD)]], 29898 / 27698, OUTPATIENT. DX S93.491S M25.371 //
B. [[#rfa-pt requested - physical-therapy| POST-OP P.T., RT ANKLE, 3 X WK FOR 6 WKS]] //
C. [[#rfa-scoot requested - scooter| KNEE SCOOTER, 8 WEEK RENTAL]], E0118

SEE CONSULT OF 03.21.2023, PARAGRAPHS 3 TO 6.

DATED 03.29.2023
~ Ingmar Tolland, DPM |
""", date(2023, 3, 29), "Ingmar Tolland, DPM", "treating_physician")  # fmt: skip

UR = Doc("ur", "Utilization review notice in plain language", "ur_decision", _PLAIN, """
Apr 10, 2023

{name} //
{address}, {city}

Copies to Dr. Ingmar Tolland and Spandrel Risk Pool. Claim {claim}. Date of injury {doi}.

# What did your doctor ask for?
We got the request on Mar 31, 2023. Dr. Tolland asked for an operation on your right ankle, for therapy afterward, and for a scooter.
# What did we decide?
- [[#ur-op denied - ankle-foot-surgery| Ankle scope with repair of the outer ligaments, right]]: no.
- [[#ur-pt denied - physical-therapy| Eighteen therapy visits after surgery]]: no.
- [[#ur-scoot denied - scooter| Rental of a knee scooter for eight weeks]]: no.
# Why not the operation?
The guideline wants weeks of exercise and support first, and proof that the joint is loose. [[#ur-care denied conservative-three-months ankle-foot-surgery| The papers show one visit of therapy]] and [[#ur-loose denied instability-signs ankle-foot-surgery| they do not show looseness on a stress test or on a stress x-ray]]. [[#ur-tobacco denied smoking-addressed ankle-foot-surgery| Nothing is said about tobacco.]]
===
# Why not the other two?
Both depend on the operation.
# What did we read?
The request. The consult of 3/21, first page. A therapy sheet of 12/6.
# What rules did we use?
California MTUS, Ankle and Foot Disorders (ACOEM), surgery for lateral instability. Postsurgical guideline, ankle ligament.
# Who made this decision?
A doctor: Barnabas Oyelaran, MD, orthopedic surgery, California license. Telephone hours are Wednesday 8 to noon.
# What can you do?
%% rights 3
""", date(2023, 4, 10), "Barnabas Oyelaran, MD", "reviewer")  # fmt: skip

INCIDENT = Doc("incident", "Supervisor's incident statement", "other", Clinic(
    "LYRIC STAGE RIGGING - INCIDENT CARD", (), font="Courier", size=11, margin=70, letterhead="typed", heading="plain", signature="scribble", foot="none", dates="~%m/~%d/%y"), """
written next morning, 11/6/22 //
who: {name}, {job} //
when: {doi}  11:20 pm load-out //
where: dock 2

what: stepped off the ramp edge in the dark w/ a truss on his shoulder, foot rolled under him, we heard it. could not put weight on it. [[denied - -| did not hit head.]]

first time? [[#rolled history - -| no, rolled same foot in high school]]

what was done: ice, boot off, drove him to Caldbeck Urgent

~ Wim Corrigan | crew chief
""", date(2022, 11, 6), "Wim Corrigan", "administrator")  # fmt: skip

MESSAGE = Doc("portal", "Secure message after the notice", "correspondence", Clinic("Kestrel patient portal", (), dates="%b ~%d %Y"), """
Conversation: "they said no"

{name} wrote on Apr 14 2023 7:12 am:

[[#late-roll done mechanical-symptoms ankle-foot-surgery| It went out on me again Sunday on flat sidewalk, third time this month]] and my wife Imani had to come get me. The letter says one visit of therapy? I went the whole winter. Also quit chewing for the surgery like you told me, do they know.

Kestrel staff (B. Nakatomi) wrote on Apr 14 2023 9:40 am:

Dr. Tolland saw this. We are asking the therapist for every note.
""", date(2023, 4, 14), "Torsten Abiodun", "patient", after_ur=True)  # fmt: skip
