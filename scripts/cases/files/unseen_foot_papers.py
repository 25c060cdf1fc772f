# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The papers of the foot case: transmittal, application, request, review, employer, supplier, appeal, another patient's page."""

from __future__ import annotations

from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.model import Doc, Patient

PATIENT = Patient(
    first="Araceli", last="Montemayor", dob=date(1974, 3, 17), doi=date(2016, 8, 22), ssn="900-18-6620", claim="002-16-WC-0088741", mrn="0004471893",
    phone="(555) 555-0183", address="1870 W Larkspur Ave Unit 14B", city="Rio Seco, CA 90000", email="amontemayor74@example.net", employer="Pacific Crest Linen Supply, LLC",
    sex="F", job="route sales driver",
    also=(("name", "A. Montemayor"), ("name", "MONTEMAYOR,ARACELI"), ("phone", "555.555.0184"), ("phone", "555-555-0183"), ("dob", "17-Mar-1974"), ("claim", "00216WC0088741"),
          ("claim", "ADJ10099921"), ("mrn", "RSR-17-030217"), ("mrn", "A-20639"), ("mrn", "A16-0823-114"), ("mrn", "55190"), ("employer", "PC Linen"), ("employer", "Pacific Crest Linen"), ("ssn", "XXX-XX-6620"),
          ("mrn", "1706-41877-P"), ("relative", "Ruben")),
)  # fmt: skip
STRANGER = Patient(
    first="Kenji", last="Dalrymple", dob=date(1961, 11, 2), doi=date(2017, 1, 9), ssn="900-33-1075", claim="002-17-WC-0091120", mrn="0003918820",
    phone="(555) 555-0186", address="77 Orchard Loop", city="Rio Seco, CA 90000", email="", employer="Rio Seco Paving", sex="M", job="flagger", also=(("dob", "02-Nov-1961"),),
)  # fmt: skip

_CARRIER = Clinic("GRANITE STATION INDEMNITY", ("Workers' Compensation Claims - Rio Seco Branch", "P.O. Box 41877, Rio Seco, CA 90000   T 555-555-0180   F 555-555-0181"), font="Courier", size=9.5, margin=60,
                  letterhead="left", heading="plain", signature="typed", foot="none", dates="%m/%d/%Y", grid=0)  # fmt: skip
_IMR = Clinic("APPLICATION FOR INDEPENDENT MEDICAL REVIEW  (DWC FORM IMR)", ("rev. 2/2014   - typed by counsel -",), font="Helvetica", size=9.2, margin=52, letterhead="typed", heading="numbered", signature="scribble",
              foot="none", check="x", dates="%m-%d-%Y", grid=0.3)  # fmt: skip
_ORDER = Clinic("", (), font="Helvetica", size=9, margin=36, letterhead="none", heading="runin", signature="electronic", foot="none", check="brackets", dates="%m/%d/%Y", grid=0.4,
                running="DWC RFA (auto-populated)     {lastfirst}  DOB: {dob}  Acc No. {mrn}     FootWorks of Rio Seco, A Podiatric Corp.",
                printed="{p} of {n}    Generated for Faxing by jmorales  06/07/2017 04:12 PM PDT")  # fmt: skip
_UM = Clinic("PACE/UM  Physician Advisor Services", ("on behalf of Granite Station Indemnity", "3 Commerce Pl, Suite 900, Altamesa CA 90000    voice 555.555.0188    fax 555.555.0189"), font="Helvetica", size=9.8, margin=64,
             letterhead="right", heading="plain", signature="none", foot="none", dates="~%m/~%d/%Y", grid=0.5,
             printed="Ref 1706-41877-P     page {p} of {n}")  # fmt: skip
_JOB = Clinic("ESSENTIAL FUNCTIONS JOB ANALYSIS", ("Prepared at the employer's request",), font="Times", size=10, margin=54, letterhead="centre", heading="band", signature="typed", foot="dash",
              dates="~%m/~%d/%Y", check="box", grid=0.6)  # fmt: skip
_LAB = Clinic("SoleForm Orthotic Laboratory", ("", "Digital gait & cast department    order desk 555-555-0191"), font="Helvetica", size=9.5, margin=48, letterhead="band", heading="plain", signature="none", foot="none",
              dates="%d-%b-%Y", colour="#3d5a2b", grid=0.4)  # fmt: skip
_LETTER = Clinic("FOOTWORKS OF RIO SECO", ("A Podiatric Corporation", "440 Mesa Verde Blvd #2, Rio Seco CA 90000 | ph 555-555-0187 | fx 555-555-0185"), font="Times", size=11.5, margin=76, letterhead="centre", heading="plain",
                 signature="scribble", foot="none", dates="%B ~%d, %Y")  # fmt: skip
_LABCORP = Clinic("", (), font="Courier", size=9, margin=44, letterhead="none", heading="plain", signature="none", foot="none", dates="%d-%b-%Y", grid=0,
                  running="RIO SECO CLINICAL LAB     {LASTFIRST}   DOB {dob}   PT ID {mrn}", printed="FINAL REPORT  1 of 1")  # fmt: skip

TRANSMITTAL = Doc("transmittal", "Transmittal of records by the claims administrator", "correspondence", _CARRIER, """
07/21/2017

TO:    Independent Medical Review, document intake //
FROM:  Dolores Wickersham, Sr. Claims Examiner //
RE:    {name}   SSN {ssn}   Our claim no. {claim}   EAMS ADJ10099921 //
       Insured: {employer}   DOI {doi}

Per 8 CCR 9792.10.5 please find the following:

|= 1 8
| 1 | Utilization review determination, 06/15/2017 |
| 2 | RFA and reports of Dr. Strand, 02/2017 to 06/2017 |
| 3 | DFR and PR-2s, Valley Oaks Occupational |
| 4 | X-ray, MRI |
| 5 | Therapy notes |
| 6 | Job analysis |
| 7 | [[#sono| Diagnostic ultrasound of the right heel, Dr. P. Achterberg, 01/30/2017]] - ordered from provider, NOT YET RECEIVED as of this mailing |

No AME/QME in this file. Copies to applicant's counsel by mail.

~ Dolores Wickersham | 555-555-0180 ext 2216
""", date(2017, 7, 21), "Dolores Wickersham", "administrator")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", _IMR, """
UR TYPE:  _X_ Regular   __ Expedited   __ Modification after initial denial

# Injured worker
: Name | {name}
: DOB | {dob}
: Street | {address}
: City, State, Zip | {city}
: Telephone, e-mail | {phone}; cell 555.555.0184; {email}
: Employer on the date of injury | {employer}
: Date of injury | {doi}
: Claim number | {claim}
: Attorney | Osgood Pettibone, Esq., Pettibone & Saenz LLP, 555-555-0182
# Requesting physician
: Name, specialty | Annika Strand, DPM, podiatry
: Practice, address, tel. | FootWorks of Rio Seco, 440 Mesa Verde Blvd #2, Rio Seco CA 90000; 555-555-0187
# Claims administrator
: Company, adjuster | Granite Station Indemnity; Dolores Wickersham
: Address, tel. | P.O. Box 41877, Rio Seco, CA 90000; 555-555-0180
# Disputed medical treatment
: Diagnosis | M72.2 plantar fascial fibromatosis, right
: Date of UR letter | 06-15-2017
: Liability disputed other than necessity | __ Yes   _X_ No
a) ESWT (extracorporeal shock wave), right heel, 3 treatments

b) Custom orthotics, pair

c) Ultrasound guided steroid injection, right plantar fascia

d) Physical therapy, remaining 5 of 8 visits not authorized
# Consent and signature
> I permit my providers and claims administrator to send records that bear on this review to the review organization. This consent ends one year from the date below.
Signed by applicant 07-05-2017
~ {name} |
""", date(2017, 7, 5), "Araceli Montemayor", "patient")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", _ORDER, """
T: REQUEST FOR AUTHORIZATION FOR MEDICAL TREATMENT
[x] New request   [ ] Resubmission   [ ] Expedited   [ ] Confirms oral request

|= 1 2 1 2
| Employee | {lastfirst} | DOB | {dob} |
| DOI | {doi} | Claim # | {claim} |
| Employer | {employer} | Adj. | D. Wickersham, Granite Station Indemnity |
| Provider | Annika Strand, DPM | NPI | 1000000473 |
| Address | 440 Mesa Verde Blvd #2, Rio Seco CA | Ph/Fx | 555-555-0187 / 555-555-0185 |

# Services
|= 0.5 1.2 4.2 1.2 2.6
| Ln | ICD-10 | Procedure / item | Code | Units, freq, duration |
| 1 | M72.2 | [[#rfa-eswt requested - shockwave| Extracorporeal shock wave tx, right plantar fascia]] | 28890 / 0019T | 1x/wk x 3 wks (3) |
| 2 | M72.2, M21.41 | [[#rfa-orth requested - orthotics| Custom molded functional orthotics]] | L3000 | 1 pair |
| 3 | M72.2 | [[#rfa-inj requested - joint-injection| Injection, RIGHT plantar fascia origin, US guided, Kenalog]] | 20550, 76942 | x1 |
| 4 | M72.2, R26.89 | [[#rfa-pt requested - physical-therapy| Physical therapy right foot]] | 97110, 97140 | 2x/wk x 4 wks (8) |

# Reports attached
Office visit 06/05/2017

Requesting Physician Signature on file, 06/07/2017
~ Annika Strand, DPM | 06/07/2017 04:10 PM
""", date(2017, 6, 7), "Annika Strand, DPM", "treating_physician")  # fmt: skip

UR = Doc("ur", "Utilization review determination with physician advisor worksheet", "ur_decision", _UM, """
6/15/2017

ARACELI MONTEMAYOR //
1870 W LARKSPUR AVE UNIT 14B //
RIO SECO CA 90000

Claimant: {name}     Claim: {claim}     Injury: {doi}     Client employer: PC Linen //
Requested by: Annika Strand, DPM     RFA received: 6/9/2017     Decision made: 6/15/2017

NOTICE OF DENIAL IN PART

We reviewed four (4) treatment requests. The result of each is below. The reasons are on the physician advisor worksheet, which is part of this notice.

## Treatment Request 1 of 4
: Service | [[#ur-eswt denied - shockwave| Extracorporeal shock wave therapy, right foot, 3 sessions]]
: Result | NON-CERTIFIED
## Treatment Request 2 of 4
: Service | [[#ur-orth denied - orthotics| Custom orthotics, one pair]]
: Result | NON-CERTIFIED
## Treatment Request 3 of 4
: Service | [[#ur-inj denied - joint-injection| Ultrasound guided corticosteroid injection, left plantar fascia]]
: Result | NON-CERTIFIED
## Treatment Request 4 of 4
: Service | [[#ur-pt - - physical-therapy| Physical therapy, right foot, 8 visits]]
: Result | CERTIFIED WITH MODIFICATION: 3 visits are certified, 5 visits are non-certified. Auth 41877-PT-3, use by 9/15/2017.
===
T: PHYSICIAN ADVISOR WORKSHEET
Ref 1706-41877-P     {lastfirst}

Sources: RFA 6/7/2017; office visit 6/5/2017 (pages 1 and 3 of 3); MRI 3/2/2017. Peer call placed 6/13/2017 10:20 and 6/14/2017 2:05, message left both times.

Synopsis: 43-year-old female route driver with right heel pain since stepping off a liftgate. MRI shows thickened plantar fascia. Pain 6/10. First-step pain in the morning.

Request 1. MTUS (ACOEM, Ankle and Foot Disorders) allows shock wave for chronic plantar fasciitis when more than conservative measures have been tried over months. [[#ur-cons denied failed-conservative-care shockwave| The file does not show what conservative measures were tried or for how long.]] Non-certify.

Request 2. [[#ur-insole denied conservative-care-tried orthotics| There is no evidence that a prefabricated insert has been tried.]] Non-certify.

Request 3. An injection was done 4/10/2017. [[#ur-relief denied prior-injection-relief joint-injection| The response to that injection is not documented.]] Non-certify.

Request 4. [[#ur-six history prior-sessions physical-therapy| The claimant seems to have had 6 therapy visits in 2016.]] A short refresher of 3 visits to re-establish a home program is supported. Modify.

Guideline: 8 CCR 9792.23.7, Ankle and Foot Disorders. Ranked as MTUS, presumed correct.

Advisor: Gerhardt Villalobos-Kane, DPM. Diplomate, podiatric medicine. CA license E-00000. Not the same person who made an earlier decision in this claim. Reachable weekdays 7 to 11 am at 555.555.0188.
===
YOUR RIGHTS

To dispute this decision you must sign the enclosed application and mail it, with a copy of this notice, within thirty (30) calendar days of service. The decision to deny or modify stays in effect for twelve months unless there is a documented change in the facts.

You may talk to a state Information & Assistance Officer at no charge. You may consult an attorney.

Internal reconsideration is voluntary and may be asked for by Dr. Strand within 10 days. It does not change the 30 day limit.

cc: A. Strand DPM; D. Wickersham; O. Pettibone, Esq. //
Served by mail 6/15/2017 at Altamesa, California.
""", date(2017, 6, 15), "Gerhardt Villalobos-Kane, DPM", "reviewer")  # fmt: skip

JOB = Doc("job", "Essential functions job analysis", "other", _JOB, """
| Employer: {employer} | Worker: {name} |
| Position: Route Sales Driver | Date of site visit: 1/19/2017 |
| Hours: 10/day, 4 days | Analyst: Bettina Farquharson, CRC |

# Summary of duties
Loads bagged linen on a 16-foot truck, drives 14 to 22 stops, carries clean bags in and soiled bags out, collects signatures.
# Physical requirements
|= 3 1 1 1 1
| Activity | Never | to 1/3 | to 2/3 | over 2/3 |
| Standing, walking on concrete | [ ] | [ ] | [ ] | [x] |
| Climbing in and out of cab, liftgate | [ ] | [ ] | [x] | [ ] |
| Lift 11 to 25 lb | [ ] | [ ] | [ ] | [x] |
| Lift 26 to 50 lb | [ ] | [x] | [ ] | [ ] |
| Pedal work, right foot | [ ] | [ ] | [x] | [ ] |
| Kneel, crawl | [x] | [ ] | [ ] | [ ] |

# Remarks
Worker has been on modified duty in the plant folding room since 11/2016. Steel toe shoes are issued. Job can be altered: stool at folding table is in place.
~ Bettina Farquharson | 1/19/2017
""", date(2017, 1, 19), "Bettina Farquharson, CRC", "other")  # fmt: skip

GAIT = Doc("gait", "Orthotic laboratory gait and cast report", "other", _LAB, """
: Order | A-20639
: Patient | MONTEMAYOR,ARACELI   F   {dob}
: Prescriber | Strand, Annika DPM
: Scan date | 18-May-2017
: Status | HOLD - AWAITING AUTHORIZATION

|= 4 1.2 1.2
| Measure | Left | Right |
| Resting calcaneal stance, deg everted | 4 | 9 |
| Navicular drop, mm | 6 | 13 |
| Peak heel pressure, N/cm2 | 31 | 22 |
| Stance time, ms | 690 | 610 |
| Shoe size | 8 M | 8.5 M |

Comment of technician (T. Iwasaki, C.Ped): [[#heelup done limited-mobility orthotics| Client comes down on the outside of the right foot and lifts the heel early; stance is 80 ms shorter on that side.]] Brought two pair of drug store gel inserts and one pair of Superfeet, all flattened medially. [[#superfeet done conservative-care-tried orthotics| Says she has gone through all three since the fall without getting through a shift.]]

Device suggested: 3/16 polypropylene, deep heel cup, 4 deg medial skive on R, horseshoe heel pad.
""", date(2017, 5, 18), "T. Iwasaki, C.Ped", "other")  # fmt: skip

APPEAL = Doc("appeal", "Podiatrist's letter after the determination", "correspondence", _LETTER, """
June 28, 2017

PACE/UM, Reconsiderations //
fax 555.555.0189

Re: {name}, DOB {dob}, claim {claim}, your ref 1706-41877-P

To the reviewer:

Your worksheet lists pages 1 and 3 of my June 5 note. Page 2, which your fax apparently did not print, is where the prior treatment is written out. I am sending it again.

The injection I asked for is for the right foot. There is nothing wrong with the left.

Since then she has been seen once. [[#late-six done conservative-three-months shockwave| She has now done ten months of stretching, splinting, inserts, tablets, therapy and one shot]] and the first step out of bed is still 7 out of 10. [[#late-work denied returned-to-work -| The folding room job ended on June 23 and she is at home.]]

[[#late-surg denied surgery-considered -| I do not want to cut the fascia and neither does she.]] [[#second| Dr. Achterberg gave a second opinion on June 21 and agrees with shock wave]]; his office will forward it to you.

~ Annika Strand, DPM |
""", date(2017, 6, 28), "Annika Strand, DPM", "treating_physician", after_ur=True)  # fmt: skip

OTHER_LAB = Doc("stranger", "Laboratory report", "other", _LABCORP, """
COLLECTED 20-Feb-2017 08:40     ORDERING  STRAND, ANNIKA DPM     CLAIM {claim}

|= 3 1 2 1
| TEST | RESULT | REFERENCE | FLAG |
| URIC ACID | 9.1 | 3.5 - 7.2 MG/DL | H |
| HEMOGLOBIN A1C | 8.4 | < 5.7 % | H |
| CREATININE | 1.21 | 0.70 - 1.30 MG/DL | |
| ESR | 31 | 0 - 20 MM/HR | H |

COMMENT: CONSISTENT WITH GOUT. CLINICAL CORRELATION.
""", date(2017, 2, 21), None, "other", patient=STRANGER)  # fmt: skip
