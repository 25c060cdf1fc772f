# ruff: noqa: E501 - the text of a record is not wrapped where a cell or a line of it must stay whole
"""The papers around the repeated injection: copy service, forms, review, insurer, lawyer, and a page of another patient."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scripts.cases.clinic import Clinic
from scripts.cases.forms import STATE, imr_application, rfa
from scripts.cases.model import Doc, Patient

PATIENT = Patient(
    first="Desiderio", last="Valkonen", dob=date(1971, 11, 23), doi=date(2018, 3, 6), ssn="900-51-6620", claim="WCF-18-020771", mrn="7731-04",
    phone="(555) 555-0117", address="4410 Quarry Spur Rd Unit 6", city="Ilex Park, CA 90000", email="d.valkonen@example.com", employer="Brackenfield Heating & Air",
    sex="M", job="HVAC installer", also=(("relative", "Annika"), ("dob", "1971/11/23")),
)  # fmt: skip
STRANGER = Patient(
    first="Rosetta", last="Umberfield", dob=date(1962, 7, 9), doi=date(2016, 10, 2), ssn="900-18-7745", claim="WCF-16-011408", mrn="6604-19",
    phone="(555) 555-0118", address="77 Tannery Way", city="Ilex Park, CA 90000", email="", employer="Ilex Park Unified", sex="F", job="cook",
)  # fmt: skip

_COPY = Clinic("QUICKSILVER RECORD RETRIEVAL LLC", ("Professional photocopiers, registered in Toyon County", "Order desk 555-555-0120"), font="Times", size=11, margin=64,
               letterhead="centre", heading="boxed", signature="scribble", foot="none", dates="%m/%d/%Y", grid=0.8)  # fmt: skip
_UR = Clinic("HALYARD MANAGED REVIEW", ("A URAC-style review organization * P.O. Box 66, Ilex Park CA 90000", "voice 555.555.0121 / fax 555.555.0122"), size=9.5, margin=58, letterhead="left",
             heading="band", signature="none", foot="re-page", dates="%B ~%d, %Y", colour="#26404a", grid=0.4)  # fmt: skip
_CARRIER = Clinic("WESTERN CONIFER FUND", ("Explanation of review, workers' compensation",), font="Courier", size=8.5, margin=36, letterhead="typed", heading="plain", signature="none",
                  foot="dash", dates="%m%d%y", grid=0)  # fmt: skip
_NURSE = Clinic("", (), size=10, margin=60, letterhead="none", heading="plain", signature="typed", foot="none", dates="%a ~%m/~%d/%y", grid=0)  # fmt: skip
_LAW = Clinic("Gudrun Ashcombe, Attorney at Law", ("Certified specialist, workers' compensation",), font="Times", size=12, margin=84, letterhead="left", heading="plain",
              signature="scribble", foot="none", dates="%B ~%d, %Y")  # fmt: skip
_DOCTOR = "Temperance Oduya, DO; Ilex Park Spine & Pain; 1200 Millrace Ave, Ilex Park, CA 90000; 555-555-0123; 555-555-0124; Pain Medicine; 1000000209"
_ADJUSTER = "Lorcan Pettibone; Western Conifer Fund; PO Box 8801, Ilex Park, CA 90000; 555-555-0125"

COVER = Doc("copy-cover", "Copy service certificate of records", "correspondence", _COPY, """
T: AFFIDAVIT OF CUSTODIAN OF RECORDS
| ORDER | QRR-99-40117-03 |
| APPLICANT | {NAME} |
| DOB / SS | {dob} / xxx-xx-{ssn4} |
| LOCATION | Ilex Park Spine & Pain, all locations; Western Conifer Fund |
| DATES | 03/06/2018 to present |

The undersigned, being the duly authorized custodian, certifies that the copies attached are true copies of all records described in the request, EXCEPT:

[x] Medical records: produced (31 pages)     [ ] Billing: produced     [x] Films: CERTIFICATE OF NO RECORDS, see below

# Certificate of no records
A thorough search was made for X-RAY FILMS / MRI ON DISC and none were located at this facility. The films are kept by the imaging center.

Executed on 10/30/2020 at Ilex Park, California.
~ Bettina Kolasa | custodian
""", date(2020, 10, 30), "Bettina Kolasa", "other")  # fmt: skip

APPLICATION = Doc("application", "Application for independent medical review", "application", STATE, imr_application(
    _ADJUSTER, "Temperance Oduya, DO; Ilex Park Spine & Pain; 1200 Millrace Ave, Ilex Park, CA 90000; 555-555-0123", "M54.16, M51.26",
    ["Left L4-5 and L5-S1 transforaminal epidural injection", "MRI lumbar spine"], "10/02/2020", "10/19/2020", attorney="Gudrun Ashcombe",
), date(2020, 10, 19), "Desiderio Valkonen", "patient")  # fmt: skip

REQUEST = Doc("rfa", "Request for authorization", "rfa", STATE, rfa(
    _DOCTOR, _ADJUSTER, [
        "Lumbar radiculopathy | M54.16 | [[#rfa-esi requested - epidural-steroid| LT L4-L5, L5-S1 TFESI w/ fluoro]] | 64483, 64484 | x1",
        "Disc displacement | M51.26 | [[#rfa-mri requested - mri| MRI L-spine w/o contrast]] | 72148 | x1",
    ], "09/24/2020"), date(2020, 9, 24), "Temperance Oduya, DO", "treating_physician")  # fmt: skip
AGAIN = replace(REQUEST, id="rfa-again", title="Request for authorization, sent again", duplicate_of="rfa")

UR = Doc("ur", "Utilization review determination, adverse", "ur_decision", _UR, """
^ October 2, 2020

Temperance Oduya, DO //
VIA FACSIMILE

RE: Injured employee {name} //
Claim {claim}, injured on {doi} //
Employer {employer} //
Our control number HMR-20-55813 //
Received: September 25, 2020     Decided: October 2, 2020

Dear Dr. Oduya:

We have completed a prospective review of your request. The treatment below CANNOT BE CERTIFIED.

|= 1 5 2 2
| # | What was asked | Code | Outcome |
| 1 | [[#ur-esi denied - epidural-steroid| Left lumbar transforaminal epidural steroid injection, L5-S1]] | 64483 | adverse |
| 2 | [[#ur-mri denied - mri| Magnetic resonance imaging, lumbar spine, without dye]] | 72148 | adverse |

# What we looked at
Your RFA of September 24; your visit notes of March 3 and September 22; QME report of May 12; EMG of June 2018.
# Clinical picture
This 48-year-old installer was hurt lifting a condenser. [[#ur-pt denied conservative-care-tried -| A course of therapy is mentioned but the number of visits and the response are unknown.]] An epidural was given in late 2019. He reports pain 7/10 down the left leg.
===
# Why item 1 is not certified
The guideline allows another block when the last one took away at least half of the pain for six to eight weeks and less medicine was needed. [[#ur-relief denied prior-injection-relief epidural-steroid| I do not find a percentage or a duration of relief following the procedure of November 2019]], and his use of medicine is not compared.
# Why item 2 is not certified
[[#ur-change denied significant-change mri| No new symptom, new finding or interval trauma has been put forward since the study of 2018.]] [[denied surgery-considered mri| Nor is he being worked up for an operation.]]
# References
MTUS Low Back Disorders Guideline (ACOEM, September 2020), epidural glucocorticosteroid injections; magnetic resonance imaging.
%% rights 4
===
# Who made the decision
Physician reviewer: Thaddea Birnbaum, MD. Board certified, Physical Medicine and Rehabilitation. California license on file. Reachable Mondays and Thursdays, 10:00 to 12:00 Pacific, at the number above.
%% rights 3
""", date(2020, 10, 2), "Thaddea Birnbaum, MD", "reviewer")  # fmt: skip

BILLS = Doc("eor", "Explanation of review, payments", "other", _CARRIER, """
NOTICE 033020     PAYEE ILEX PARK SURGICAL SUITES / ILEX PARK SPINE      CLAIM {claim}     PATIENT {LASTFIRST}

|= 2 2 5 2 2 3
| DOS | CPT | DESCRIPTION | BILLED | PAID | REASON |
| 041918 | 72148 | MRI LUMBAR W/O | 1180.00 | 402.17 | |
| 062618 | 95886 | EMG COMPLETE | 410.00 | 166.02 | |
| 111919 | 64483-LT | NJX FORAMEN L/S 1 LEV | 2260.00 | 611.40 | |
| 111919 | 64484-LT | EA ADDL LEV | 1130.00 | 288.90 | |
| 120319 | 99213 | OFFICE VISIT EST | 180.00 | 97.11 | |
| 030320 | 99214 | OFFICE VISIT EST | 260.00 | 0.00 | DUPLICATE BILL |

TOTAL THIS NOTICE     5420.00     1565.60

DIRECT QUESTIONS TO L PETTIBONE. PROVIDER MAY NOT BALANCE BILL THE INJURED WORKER.
""", None, None, "administrator")  # fmt: skip

NURSE = Doc("ncm", "Nurse case manager status e-mail", "correspondence", _NURSE, """
From: Odalric Penhale RN CCM (field case management) //
To: Lorcan Pettibone //
Date: Mon 2/10/20 16:42 //
Re: {last}, {claim} - status #9

Lorcan - met IW in the parking lot after his appt, wife Annika present.

Ht 5'10" Wt 201. TD since Oct, [[#ncm-work done returned-to-work -| back at the shop on bench work from 1/6, 6 hrs a day]].

He brought his pill bottles. [[#ncm-norco done prior-injection-relief epidural-steroid| Says the leg has been "more than half gone" since the shot before Thanksgiving and the Norco bottle from October still has 22 of 60 in it.]] Still cannot carry a furnace.

Asked about surgery, [[denied surgery-considered -| not interested and nobody has offered]]. Next MD 3/3. PT is done, he showed me the band and the sheet on the fridge.

Cell {phone} is good after 3.

Odalric
""", date(2020, 2, 10), "Odalric Penhale, RN", "administrator")  # fmt: skip

LAWYER = Doc("attorney", "Attorney's letter with the treating doctor's reply", "correspondence", _LAW, """
November 4, 2020

Re: {name} v. {employer}; Western Conifer Fund

Dear Mr. Pettibone:

Your reviewer did not have, or did not open, the recheck of December 3, 2019. On October 26 the foot caught on a stair and Mr. {last} went down; [[#urgent| Toyon Urgent Care splinted the wrist]]. I ask that you reconsider before this goes to the Division at further cost.

He may be served at {address}, {city}, or at {email}.

Very truly yours,

~ Gudrun Ashcombe |
""", date(2020, 11, 4), "Gudrun Ashcombe", "other", after_ur=True)  # fmt: skip

SERVICE = Doc("proof", "Proof of service by mail", "correspondence", Clinic(
    "", (), font="Courier", size=10, margin=70, letterhead="none", heading="plain", signature="typed", foot="none", dates="%m/%d/%Y"), """
T: DECLARATION OF SERVICE

CASE: {NAME}, {claim}

I AM OVER EIGHTEEN AND NOT A PARTY. ON 10/05/2020 I PLACED A COPY OF THE NOTICE OF NON-CERTIFICATION DATED 10/02/2020 IN A SEALED ENVELOPE, POSTAGE PAID, ADDRESSED TO:

{NAME}, {address}, {city} //
GUDRUN ASHCOMBE, ESQ. //
TEMPERANCE ODUYA, DO

~ J. Kestrelman | mail room
""", date(2020, 10, 5), "J. Kestrelman", "administrator")  # fmt: skip
